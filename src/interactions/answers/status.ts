import type { Line } from '../../publish/message.ts';
import { wordsOf } from '../../publish/words.ts';
import { type Status, status } from '../../query/status.ts';
import type { Answer } from '../model.ts';
import { card, field, text } from '../render.ts';
import type { Asking } from './narrowing.ts';

const TROUBLED: ReadonlySet<string> = new Set(['failing', 'silent', 'ended']);

/** How many sources are in each state of health, the commonest first. */
function byHealth({ words }: Asking, { sources }: Status): string {
  const counts = new Map<string, number>();
  for (const { health } of sources) counts.set(health, (counts.get(health) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([health, count]) => `${count} ${words.status.health[health] ?? health}`)
    .join(', ');
}

/** Discord shows it in the reader's own zone, and how long ago it was. */
const ago = (instant: string): string => `<t:${Math.floor(Date.parse(instant) / 1000)}:R>`;

/** `/status`. */
export function statusAnswer(asked: Asking): Answer {
  const { db, words, question } = asked;
  const now = status(db);
  const say = words.status;
  const counts = wordsOf(question.language);
  const { totals, deliveries, sources, lastPollAt } = now;
  // The channel may have left the settings, with nothing owed to it.
  const parked = now.parked.filter(({ owed }) => owed > 0);
  const troubled = sources
    .filter(({ health }) => TROUBLED.has(health))
    .map(
      ({ outlet, health, error }): Line => [
        text(outlet, true),
        text(` — ${say.health[health] ?? health}${error === null ? '' : `: ${error}`}`),
      ],
    );
  const stored = say.storedIn(
    counts.articles(totals.articles),
    totals.relevant,
    counts.storyCount(totals.stories),
  );
  const sent = deliveries.map(({ state, count }) => `${count} ${say.states[state] ?? state}`).join(', ');
  const lastPoll = lastPollAt === null ? say.never : ago(lastPollAt);
  return {
    embed: card(words.titles.status, null, [
      ...field(say.stored, [[text(stored)], [text(say.waiting(totals.waiting))]]),
      ...field(say.deliveries, [[text(sent || '–')]]),
      { name: say.lastPoll, value: lastPoll, inline: true },
      ...field(say.sources, [[text(byHealth(asked, now) || '–')]], true),
      ...field(
        say.parked,
        parked.map(({ id, reason }): Line => [text(id, true), text(` — ${reason}`)]),
      ),
      ...field(say.trouble, troubled),
    ]),
    more: false,
  };
}
