import type { Command } from 'commander';
import { FINDING_KINDS, type Field } from '../model/index.ts';
import { type Context, createContext } from './context.ts';
import { day } from './filters.ts';
import { highlight, marksOf, paintOf } from './highlight.ts';
import { nameOf } from './names.ts';
import { json, line, type Output, plain, table, wrap } from './output.ts';
import type { Tried } from './try-material.ts';

interface Options {
  title?: string;
  published?: string;
}

/** `standoff try`: what the dossier finds in a text, without storing anything. */
export function register(program: Command): void {
  program
    .command('try')
    .description('show what the dossier finds in a text, a file or a page; nothing is stored')
    .argument('<text|file|url>', 'a text, the name of a file (- for standard input), or an address')
    .option('--title <words>', 'the headline of the text')
    .option('--published <day>', 'when it came out, for "yesterday" and the like (default: today)', day)
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff try "Das Gericht hat den Eilantrag abgewiesen." --published 2025-05-23',
    )
    .action(async (material: string, options: Options, command: Command) => {
      const context = createContext(command);
      const [{ compileDossier }, { tryMaterial }] = await Promise.all([
        import('../analyse/index.ts'),
        import('./try-material.ts'),
      ]);
      const dossier = compileDossier(context.config().dossier);
      const publishedAt = options.published ? `${options.published}T12:00:00.000Z` : new Date().toISOString();
      const { timezone } = context.config().settings.schedule;
      const given = { title: options.title ?? '', publishedAt, timezone };
      const tried = await tryMaterial(context, material, given, dossier);
      if (context.json) return json(context.output, tried);
      print(context, tried);
    });
}

function print(context: Context, tried: Tried): void {
  const { output } = context;
  printText(output, tried);
  printVerdict(output, tried);
  printFindings(context, tried);
  printStatements(output, tried);
}

function printText(output: Output, { from, title, teaser, text, wall, analysis }: Tried): void {
  const { color } = output;
  const show = (field: Field, words: string) => highlight(words, marksOf(analysis, field), color);
  if (from.kind !== 'text') line(output, color.dim(plain(from.name)));
  if (wall !== null)
    line(
      output,
      color.yellow(`the page does not give its text (${wall}); only its title and teaser are known`),
    );
  if (title !== '') line(output, color.bold(show('title', title)));
  if (teaser !== '') line(output, `${show('teaser', teaser)}\n`);
  if (text !== '') line(output, show('text', text));
  if (!color.isColorSupported) return;
  const kinds = [...FINDING_KINDS, 'statement'] as const;
  line(output, `\n${kinds.map((kind) => paintOf(color, kind)(kind)).join('  ')}`);
}

function printVerdict(output: Output, { analysis, entry }: Tried): void {
  const { color } = output;
  const { relevance, language, languageConfidence, lowQuality, stage } = analysis;
  const { grade, score, reasons } = relevance;
  const row = (label: string, value: string) => line(output, `${color.dim(label.padEnd(10))} ${value}`);
  line(output);
  const paint = grade === 'off' ? color.red : color.green;
  row('relevance', `${paint(grade)} (${score.toFixed(2)})`);
  for (const reason of reasons) line(output, wrap(reason, output.width, ' '.repeat(11)));
  row(
    'entry',
    `${entry.matters ? 'its page would be read' : 'its page would not be read'}: ${plain(entry.reason)}`,
  );
  row('language', `${language} (${languageConfidence.toFixed(2)})`);
  if (stage !== null) row('stage', stage);
  if (lowQuality !== null) row('quality', plain(lowQuality));
}

function printFindings({ output, language, config }: Context, { analysis: { findings } }: Tried): void {
  const { color } = output;
  const { dossier } = config();
  line(output);
  if (findings.length === 0) {
    line(output, 'The dossier finds nothing in it.');
    return;
  }
  const tag = (found: { kind: string; ref: string }): string => {
    const name = nameOf(dossier, found, language);
    return name === found.ref ? name : `${found.ref} (${name})`;
  };
  table(
    output,
    ['kind', 'words', 'where', 'confidence', 'rule', 'tag'],
    findings.map(({ kind, ref, rule, field, matched, start, end, confidence }) => [
      { text: kind, paint: paintOf(color, kind) },
      matched,
      `${field} ${start}–${end}`,
      confidence.toFixed(2),
      rule,
      tag({ kind, ref }),
    ]),
    5,
  );
}

function printStatements(output: Output, { analysis }: Tried): void {
  const { color } = output;
  if (analysis.statements.length > 0) line(output, `\n${color.bold('Statements')}`);
  for (const { form, speaker, party, cue, quote } of analysis.statements) {
    const who = [speaker ?? 'somebody', ...(party === null ? [] : [`for ${party}`])].join(' ');
    const how = cue === null ? form : `${form}, ${cue}`;
    line(output, wrap(`${who} (${how}): ${form === 'direct' ? `“${quote}”` : quote}`, output.width, '  '));
  }
}
