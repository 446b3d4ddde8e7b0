import { type SnippetBudget, type StoryCard, snippetBudget } from '../model/index.ts';
import type { ToldDevelopment } from '../store/developments.ts';
import { changeIn, type Naming } from './changes.ts';
import { headline } from './headline.ts';
import type { Line, Message, Run } from './message.ts';
import { type Words, wordsOf } from './words.ts';

/** Lines of one message, and changes named of one edit. */
const LINES = 8;
const CHANGES = 3;

const text = (value: string, strong = false): Run => ({ kind: 'text', text: value, strong });

/** What happened, in two or three words. */
function label({ kind, ref }: ToldDevelopment, words: Words, naming: Naming): string {
  if (kind === 'stage') return words.newStage(naming.stage(ref));
  return kind === 'primary' ? words.newRelease : words.edited;
}

/** What changed, without the words themselves where there are more of them than may be shown of the article. */
function changesOf(item: ToldDevelopment, budget: SnippetBudget, naming: Naming): string[] {
  return item.changes.slice(0, CHANGES).map((change) => {
    const isExcerpt = change.startsWith('statement ');
    const said = change.slice(change.indexOf(':') + 1);
    const shown = !isExcerpt || budget.take(item, said);
    return changeIn(shown ? change : change.slice(0, change.indexOf(':')), naming);
  });
}

/** What one development says: what changed, and who tells it. */
function saying(item: ToldDevelopment, words: Words, budget: SnippetBudget, naming: Naming): Line {
  const changes = changesOf(item, budget, naming);
  const rest = item.changes.length - changes.length;
  const outlet: Run = { kind: 'link', text: item.outlet, url: item.url };
  if (changes.length === 0) return [outlet];
  const more = rest > 0 ? ` ${words.more(rest)}` : '';
  return [text(changes.join('; ')), { kind: 'dim', text: `${more} — ` }, outlet];
}

/** One of several developments, with what kind it is. */
function line(item: ToldDevelopment, words: Words, budget: SnippetBudget, naming: Naming): Line {
  const said = saying(item, words, budget, naming);
  return [
    text(label(item, words, naming), true),
    { kind: 'dim', text: said.length > 1 ? ': ' : ' — ' },
    ...said,
  ];
}

/**
 * What happened in a story since its message was posted, as a message of its own.
 * @param told what happened, the weightiest first; at least one
 */
export function developmentMessage(
  card: Pick<StoryCard, 'id' | 'lastSeenAt'>,
  told: readonly [ToldDevelopment, ...ToldDevelopment[]],
  { at, naming, snippetLimit }: { at: string; naming: Naming; snippetLimit?: number | undefined },
): Message {
  const { language } = naming;
  const words = wordsOf(language);
  const budget = snippetBudget(snippetLimit);
  const [first] = told;
  // Of a single one the line above the headline says what kind it is.
  const say = told.length === 1 ? saying : line;
  const shown = told.slice(0, LINES).map((item) => say(item, words, budget, naming));
  const rest = told.length - shown.length;
  return {
    language,
    kicker: label(first, words, naming),
    languages: [...new Set(told.map((item) => item.language))],
    title: headline(first.title),
    url: first.url,
    body: rest > 0 ? [...shown, [{ kind: 'dim', text: words.more(rest) }]] : shown,
    fields: [],
    footer: words.story(card.id),
    at,
    tone: 'story',
  };
}
