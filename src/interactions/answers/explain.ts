import { safeUrl } from '../../publish/discord/markdown.ts';
import type { Line } from '../../publish/message.ts';
import { wordsOf } from '../../publish/words.ts';
import { type Explanation, explain } from '../../query/explain.ts';
import { articlesTitled } from '../../query/typed.ts';
import type { Db } from '../../store/db.ts';
import type { Answer } from '../model.ts';
import { card, dim, dotted, field, link, text } from '../render.ts';
import type { Asking } from './narrowing.ts';

const LINES = 12;

/** The canonical address that a member means: one as such, an article's number, else the only title with these words. */
function addressMeant(db: Db, wanted: string): string | null {
  if (/^https?:\/\//.test(wanted)) return wanted;
  const [, digits] = /^#?(\d{1,15})$/.exec(wanted) ?? [];
  const [first, second] = digits === undefined ? articlesTitled(db, wanted, 2) : [{ id: Number(digits) }];
  if (first === undefined || second !== undefined) return null;
  return (
    db.prepare<[number], string>('SELECT url_key FROM articles WHERE id = ?').pluck().get(first.id) ?? null
  );
}

function found({ words, question }: Asking, { findings }: Explanation): Line[] {
  const { times } = words.explain;
  const quote = wordsOf(question.language).quote;
  return findings.map(
    ({ name, matched, count, rule }): Line => [
      text(name, true),
      text(` ${quote(matched)}${times(count)}`),
      dim(` — ${rule}`),
    ],
  );
}

function about({ words, question }: Asking, { article }: Explanation): Line[] {
  if (article === null) return [];
  const say = wordsOf(question.language);
  return [
    dotted([
      article.outlet,
      `${words.explain.grade}: ${words.explain.grades[article.grade] ?? article.grade}`,
      article.storyId === null ? null : say.story(article.storyId),
    ]),
  ];
}

const steps = ({ decisions }: Explanation): Line[] =>
  decisions
    .slice(-LINES)
    .map(({ step, outcome, reason }) => [text(`${step}: ${outcome}`, true), text(` — ${reason}`)]);

const placed = ({ question }: Asking, { place }: Explanation): Line[] =>
  place === null
    ? []
    : [
        [
          text(`${wordsOf(question.language).story(place.storyId)}: ${place.title}`, true),
          text(` (${place.score.toFixed(2)}) — ${place.reason}`),
        ],
      ];

const repeats = ({ words }: Asking, { links }: Explanation): Line[] =>
  links.map(({ kind, score, ofOutlet, ofUrl }) => [
    text(`${kind} (${score.toFixed(2)}) ${words.explain.of} `),
    link(ofOutlet, ofUrl),
  ]);

const posted = ({ words }: Asking, { deliveries }: Explanation): Line[] =>
  deliveries.map(({ channel, state, reason }) => [
    text(`${channel}: ${words.status.states[state] ?? state}${reason === null ? '' : ` (${reason})`}`),
  ]);

/** `/explain`. */
export function explainAnswer(asked: Asking): Answer {
  const { db, question, words } = asked;
  const value = question.options.article ?? '';
  const url = addressMeant(db, value);
  if (url === null) return { problem: 'bad-address', value };
  const why = explain(db, url, question.language);
  const { article, decisions } = why;
  if (article === null && decisions.length === 0) return { problem: 'no-article', value: url };
  const say = words.explain;
  return {
    embed: card(article?.title ?? url, safeUrl(url), [
      ...field(say.article, about(asked, why)),
      ...field(say.decided, steps(why)),
      ...field(say.found, found(asked, why).slice(0, 2 * LINES)),
      ...field(say.place, placed(asked, why)),
      ...field(say.repeats, repeats(asked, why)),
      ...field(say.posted, posted(asked, why)),
    ]),
    more: false,
  };
}
