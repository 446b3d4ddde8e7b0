import type { Names } from '../interactions/names.ts';
import { isFurniture } from '../link/furniture.ts';
import { type DiffStep, diffTexts } from '../link/revisions.ts';
import { changeIn } from '../publish/changes.ts';
import type { RevisedArticle, ShownArticle, StoredRevision } from '../query/revisions.ts';
import { heading, line, type Output, plain, when, wrap } from './output.ts';

type Text = Pick<StoredRevision, 'title' | 'text'>;

/** Sentences added and removed between two texts, in reading order; the headline first where it changed. */
export function difference(before: Text, after: Text): DiffStep[] {
  const headline: DiffStep[] =
    before.title === after.title
      ? []
      : [
          { op: '-', sentence: before.title },
          { op: '+', sentence: after.title },
        ];
  const text = diffTexts(before.text, after.text);
  return [...headline, ...text.filter(({ op, sentence }) => op !== '=' && !isFurniture(sentence))];
}

/** What each revision changed against the one before it. */
export function withDiffs(articles: readonly RevisedArticle[]): ShownArticle[] {
  return articles.map((article) => ({
    ...article,
    revisions: article.revisions.map((revision, i) => {
      const { text: _, ...shown } = revision;
      const before = article.revisions[i - 1];
      return { ...shown, diff: before ? difference(before, revision) : null };
    }),
  }));
}

/** For people: each revision with what it is, what changed by name, and the sentences. */
export function printRevisions(
  output: Output,
  articles: readonly ShownArticle[],
  { language, names }: { language: 'de' | 'en'; names: Names },
): void {
  const { color, width } = output;
  const naming = {
    language,
    party: (id: string) => names.party(id) ?? id,
    stage: (id: string) => names.stage(id) ?? id,
  };
  articles.forEach(({ title, outlet, url, revisions }, i) => {
    if (i > 0) line(output);
    heading(output, title);
    line(output, color.dim(`${plain(outlet)} · ${plain(url)}`));
    for (const { number, seenAt, kind, changes, diff } of revisions) {
      const name = kind === 'meaningful' ? color.yellow(kind) : kind;
      line(output, `\n${when(seenAt)}  revision ${number}, ${name}`);
      for (const change of changes) line(output, wrap(`· ${changeIn(change, naming)}`, width, '  '));
      for (const { op, sentence } of diff ?? []) {
        const [first = '', ...rest] = wrap(sentence, width - 4).split('\n');
        const text = [`  ${op} ${first}`, ...rest.map((more) => `    ${more}`)].join('\n');
        line(output, op === '+' ? color.green(text) : color.red(text));
      }
    }
  });
}
