import type { Command } from 'commander';
import { stats } from '../query/lists.ts';
import { createContext } from './context.ts';
import { json, line, plain, when, wrap } from './output.ts';

/** Columns of a figure's name. */
const NAME = 12;

/** `standoff stats`: the database in figures. */
export function register(program: Command): void {
  program
    .command('stats')
    .description('the database in figures: articles, own reporting, languages, outlets')
    .addHelpText('after', '\nExample:\n  $ standoff stats')
    .action((_options: object, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const found = reading(stats);
      if (machine) return json(output, found);
      const { color, out, width } = output;
      const room = out.isTTY ? width - NAME - 1 : Number.POSITIVE_INFINITY;
      const row = (name: string, value: string | number) => {
        const lines = wrap(String(value), room).split('\n');
        line(output, `${color.dim(name.padEnd(NAME))} ${lines.join(`\n${' '.repeat(NAME + 1)}`)}`);
      };
      row('articles', `${found.articles}, ${found.relevant} of them relevant, ${found.own} own reporting`);
      row('stories', found.stories);
      row('statements', found.statements);
      row('revisions', found.revisions);
      row('time', `${when(found.firstAt)} – ${when(found.lastAt)}`);
      row('grades', found.grades.map(({ grade, articles }) => `${grade} ${articles}`).join(', '));
      row('languages', found.languages.map(({ language, articles }) => `${language} ${articles}`).join(', '));
      row(
        'outlets',
        found.topOutlets.map(({ outlet, articles }) => `${plain(outlet)} ${articles}`).join(', '),
      );
    });
}
