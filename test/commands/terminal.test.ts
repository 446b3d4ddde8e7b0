import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import colors from 'picocolors';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { line, link, type Output, plain, table } from '../../src/commands/output.ts';
import { paged } from '../../src/commands/pager.ts';
import { knowsLinks, pagerOf } from '../../src/commands/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'standoff-pager-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** A terminal of so many columns and rows that remembers what is written to it. */
function terminal({
  columns = 80,
  rows = 10,
  links = false,
  isTTY = true,
} = {}): Output & { text(): string } {
  let text = '';
  const write = (chunk: string) => {
    text += chunk;
  };
  const out = { isTTY, columns, rows, write };
  return {
    out,
    err: process.stderr,
    color: colors.createColors(false),
    width: columns,
    links,
    text: () => text,
  };
}

describe('links are shown', () => {
  test.each([
    ['iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.4.19' }],
    ['Visual Studio Code', { TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.90.0' }],
    ['WezTerm', { TERM_PROGRAM: 'WezTerm' }],
    ['kitty', { TERM: 'xterm-kitty' }],
    ['foot', { TERM: 'foot' }],
    ['GNOME Terminal', { TERM: 'xterm-256color', VTE_VERSION: '6800' }],
    ['Windows Terminal', { WT_SESSION: '0-1' }],
    ['a new tmux', { TMUX: 'x', TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' }],
    ['whatever the user says', { TERM: 'xterm', FORCE_HYPERLINK: '1' }],
  ])('in %s', (_, env) => {
    expect(knowsLinks(env, true)).toBe(true);
    expect(knowsLinks(env, false), 'in a pipe').toBe(false);
  });

  test.each([
    ['an unknown terminal', { TERM: 'xterm-256color' }],
    ['a dumb one', { TERM: 'dumb', FORCE_HYPERLINK: '1' }],
    ['an old iTerm2', { TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }],
    ['the VTE that crashed', { VTE_VERSION: '5000' }],
    [
      'an old tmux in a new terminal',
      { TMUX: 'x', TERM: 'screen', TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a' },
    ],
    ['screen in a new terminal', { STY: 'x', TERM: 'screen', VTE_VERSION: '6800' }],
    ['a CI log', { CI: 'true', TERM_PROGRAM: 'WezTerm' }],
    ['NO_HYPERLINKS', { NO_HYPERLINKS: '1', TERM_PROGRAM: 'WezTerm' }],
    ['FORCE_HYPERLINK=0', { FORCE_HYPERLINK: '0', TERM_PROGRAM: 'WezTerm' }],
  ])('not in %s', (_, env) => expect(knowsLinks(env, true)).toBe(false));
});

describe('a link', () => {
  const ESC = '\u001b';

  test('leads from its text to its address', () => {
    const output = terminal({ links: true });
    expect(link(output, 'https://a.example/x', 'Urteil')).toBe(
      `${ESC}]8;;https://a.example/x${ESC}\\Urteil${ESC}]8;;${ESC}\\`,
    );
    expect(link(terminal(), 'https://a.example/x', 'Urteil')).toBe('Urteil');
  });

  test.each([
    `https://a.example/${ESC}]8;;https://evil.example${ESC}\\`,
    'https://a.example/\u0007\u009c\u0090q',
    'https://a.example/x\r\n\u001b[2J',
  ])('cannot smuggle a command in its address: %j', (url) => {
    const output = terminal({ links: true });
    table(output, ['title'], [[{ text: `Urteil ${ESC}[31m`, url }]], 0);
    line(output, link(output, url, 'Urteil'));
    const wellFormed = new RegExp(`${ESC}\\]8;;(?:https://a\\.example/[!-~]*)?(?:\\u0007|${ESC}\\\\)`, 'g');
    expect(output.text().replaceAll(wellFormed, '')).toBe('title\nUrteil [31m\nUrteil\n');
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'urn:x:y', 'not an address'])(
    'is none to %s',
    (url) => {
      expect(link(terminal({ links: true }), url, 'Urteil')).toBe('Urteil');
    },
  );
});

test('text from the web cannot turn the line around', () => {
  expect(plain('Urteil \u202eliegelos\u2066')).toBe('Urteil liegelos');
});

describe('a table on a narrow terminal', () => {
  const head = ['id', 'last seen', 'stage', 'title'];
  const rows = [
    [1, '2025-05-28 20:00', 'regulator-order', 'Behörde verbietet das Training mit öffentlichen Beiträgen'],
    [2, '2025-05-27 08:00', null, 'Kurz'],
  ];

  test('has its rows one below the other, no line longer than the terminal', () => {
    const output = terminal({ columns: 40 });
    table(output, head, rows, 3);
    const lines = output.text().split('\n');
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(40);
    expect(output.text()).toContain(
      'title     Behörde verbietet das Training\n          mit öffentlichen Beiträgen\n\nid        2',
    );
  });

  test('first has its widest columns cut, the flexible one no more than the others', () => {
    const output = terminal({ columns: 60 });
    const outlet = 'Zeitung für Stadt und Land und Fluss';
    table(output, ['outlet', 'n', 'title'], [[outlet, 7, 'Behörde verbietet das Training mit Beiträgen']], 2);
    expect(output.text().split('\n')[1]).toBe('Zeitung für Stadt und Land…  7  Behörde verbietet das Train…');
  });

  test('stays a table in a pipe, and where it fits', () => {
    for (const output of [terminal({ columns: 40, isTTY: false }), terminal({ columns: 80 })]) {
      table(output, head, rows, 3);
      expect(output.text().trimEnd().split('\n')).toHaveLength(3);
    }
  });
});

describe('the pager', () => {
  test.each([
    [{}, 'less'],
    [{ PAGER: 'more' }, 'more'],
    [{ PAGER: 'more', STANDOFF_PAGER: 'less -S' }, 'less -S'],
    [{ PAGER: '' }, null],
    [{ PAGER: 'cat' }, null],
    [{ PAGER: 'more', STANDOFF_PAGER: '' }, null],
  ])('with %j is %s', (env, pager) => expect(pagerOf(env, 'linux')).toBe(pager));

  test('is none on Windows unless one is named', () => {
    expect(pagerOf({}, 'win32')).toBeNull();
    expect(pagerOf({ PAGER: 'more' }, 'win32')).toBe('more');
  });

  const file = join(folder, 'shown');
  const long = (paper: Output) => {
    for (let n = 1; n <= 20_000; n++) line(paper, link(paper, 'https://a.example/', `line ${n} of the list`));
  };

  test('shows what is longer than the screen, all of it, and nothing is written beside it', () => {
    const output = terminal();
    paged({ output, pager: `cat > ${file}` }, long);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(20_001);
    expect(output.text()).toBe('');
  });

  test('is given no links unless it is a less that shows them', () => {
    const output = terminal({ links: true });
    paged({ output, pager: `cat > ${file}` }, long);
    const shown = readFileSync(file, 'utf8');
    expect(stripVTControlCharacters(shown)).toBe(shown);
  });

  test('may be left before the end', () => {
    const output = terminal();
    const listeners = process.listenerCount('SIGINT');
    paged({ output, pager: `head -n 1 > ${file}` }, long);
    expect(readFileSync(file, 'utf8')).toBe('line 1 of the list\n');
    expect(output.text()).toBe('');
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });

  test.each([
    ['it cannot be run', { output: terminal(), pager: 'no-such-pager 2> /dev/null' }],
    ['there is none', { output: terminal(), pager: null }],
    ['a pipe reads', { output: terminal({ isTTY: false }), pager: `cat > ${file}` }],
  ])('is done without where %s', (_, where) => {
    paged(where, long);
    expect(where.output.text().split('\n')).toHaveLength(20_001);
  });

  test('is not bothered with what fits on the screen', () => {
    const output = terminal({ rows: 4 });
    paged({ output, pager: 'false' }, (paper) => line(paper, 'one\ntwo\nthree'));
    expect(output.text()).toBe('one\ntwo\nthree\n');
  });

  test('counts the rows that a long line takes', () => {
    const output = terminal({ rows: 4, columns: 10 });
    paged({ output, pager: `cat > ${file}` }, (paper) => line(paper, 'x'.repeat(31)));
    expect(output.text()).toBe('');
  });

  test('gets colours and UTF-8 through less, unless the user has settings for it', () => {
    vi.stubEnv('LESS', undefined);
    paged(
      { output: terminal(), pager: `printf '%s %s' "$LESS" "$LESSCHARSET" > ${file}; cat > /dev/null` },
      long,
    );
    expect(readFileSync(file, 'utf8')).toBe('FRX utf-8');
    vi.stubEnv('LESS', '-S');
    paged({ output: terminal(), pager: `printf '%s' "$LESS" > ${file}; cat > /dev/null` }, long);
    expect(readFileSync(file, 'utf8')).toBe('-S');
  });
});
