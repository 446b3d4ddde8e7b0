// docs/images/demo.png: what `standoff demo` shows on a terminal, in parts: how it begins, a post, the
// timeline. Needs the built product (STANDOFF_DIST names another build folder) and of Debian's packages chromium,
// pngquant, bsdutils (script) and fonts-dejavu-core.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenshot } from './screenshot.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(resolve(process.env.STANDOFF_DIST ?? join(root, 'dist')), 'src/cli.js');
const COLUMNS = 92;

/** The demo's rows as a terminal gets them; without stderr, so that no progress bar stands between them. */
function rowsOfDemo() {
  const command = `stty cols ${COLUMNS}; '${process.execPath}' '${cli}' demo --language de 2>/dev/null`;
  const typescript = execFileSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
  return typescript.replaceAll('\r', '').split('\n');
}

const ESC = '\u001b';
const ESCAPES = new RegExp(`${ESC}\\[([\\d;]*)m`, 'g');
const plain = (row) => row.replace(ESCAPES, '');

/** The rows from the first that `begins` fits to the next that `ends` fits. */
function part(rows, begins, ends) {
  const from = rows.findIndex((row) => begins.test(plain(row)));
  const length = rows.slice(from + 1).findIndex((row) => ends.test(plain(row)));
  if (from < 0 || length < 0) throw new Error(`the demo has nothing from ${begins} to ${ends}`);
  return rows.slice(from, from + 1 + length);
}

/** The longest post whose first line begins so. */
function postOn(rows, kicker) {
  const posts = rows.flatMap((row, from) => {
    if (!plain(row).startsWith('╭') || !plain(rows[from + 1]).startsWith(`┃ ${kicker}`)) return [];
    return [rows.slice(from, rows.findIndex((end, at) => at > from && plain(end).startsWith('╰')) + 1)];
  });
  return posts.reduce((longest, post) => (post.length > longest.length ? post : longest), []);
}

const CLASSES = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  34: 'blue',
  36: 'cyan',
  90: 'dim',
};
/** What each code ends. */
const ENDS = { 22: ['bold', 'dim'], 39: ['red', 'green', 'yellow', 'blue', 'cyan'] };

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A row with escape codes as HTML. */
function rowHtml(row) {
  let html = '';
  let classes = [];
  row.split(ESCAPES).forEach((piece, index) => {
    if (index % 2 === 0) {
      html +=
        classes.length > 0 ? `<span class="${classes.join(' ')}">${escaped(piece)}</span>` : escaped(piece);
      return;
    }
    for (const code of piece.split(';')) {
      if (CLASSES[code]) classes = [...classes, CLASSES[code]];
      else classes = classes.filter((name) => code !== '0' && !ENDS[code]?.includes(name));
    }
  });
  return html;
}

const STYLE = `
body { margin: 0; background: #16181d; }
pre { display: inline-block; margin: 0; padding: 18px 22px; background: #16181d; color: #d5d8de;
  font: 14px/19px "DejaVu Sans Mono", monospace; }
.bold { font-weight: 700; color: #fff; }
.dim { color: #868d99; }
.red { color: #f07178; }
.green { color: #8fd17c; }
.yellow { color: #e6c07b; }
.blue, .bold.blue { color: #6ea8fe; }
.cyan, .bold.cyan { color: #5ccfe6; }
`;

const rows = rowsOfDemo();
const GAP = ['', `${ESC}[2m⋮${ESC}[22m`, ''];
const shown = [
  `${ESC}[36m$${ESC}[39m ${ESC}[1mnpm run demo${ESC}[22m`,
  '',
  ...part(rows, /^standoff/, /^$/),
  ...GAP,
  ...postOn(rows, 'Abmahnung · DE'),
  ...GAP,
  ...part(rows, /^\$ standoff timeline/, /^◆ known event/),
];
const folder = mkdtempSync(join(tmpdir(), 'standoff-picture-'));
try {
  const html = join(folder, 'demo.html');
  const lines = shown.map(rowHtml).join('\n');
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><pre>${lines}</pre>`);
  const target = join(root, 'docs/images/demo.png');
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  const png = await screenshot(html, 'pre', 1.5);
  writeFileSync(
    target,
    execFileSync('pngquant', ['--speed', '1', '--quality', '70-95', '-'], { input: png }),
  );
  console.log(target);
} finally {
  rmSync(folder, { recursive: true });
}
