import { summarise } from '../analyse/summary.ts';
import { type Instant, type Language, PRIMARY_KINDS, type Source, snippetBudget } from '../model/index.ts';
import { storyChanged } from '../publish/outbox.ts';
import type { NewArticle } from '../store/articles.ts';
import type { Store } from '../store/index.ts';
import type { StoryText } from '../store/stories.ts';
import type { CommitContext } from './context.ts';
import { wordingInput } from './wording/input.ts';

/** Sentences of a story's summary, and the most they may amount to. */
const SUMMARY = { sentences: 3, maxChars: 700 };

interface Placing {
  articleId: number;
  article: NewArticle;
  source: Source;
  at: Instant;
  /** It stood in the feed before the bot first looked: stored, not posted singly. */
  backlog: boolean;
}

/** Links an article to its reprints and its story, sums the story up anew, and owes the channels a message. */
export function placeInStory(context: CommitContext, placing: Placing): void {
  const { store, linker } = context;
  const { articleId, article, source, at, backlog } = placing;
  const { analysis } = article;
  const { links, story } = linker.add({
    articleId,
    sourceId: source.id,
    url: article.url,
    title: article.title,
    text: article.text || article.teaser,
    language: analysis.language,
    publishedAt: article.publishedAt,
    seenAt: at,
    credits: article.credits,
    findings: analysis.findings,
    dates: analysis.dates,
    grade: analysis.relevance.grade,
    wall: article.wall,
    textFrom: article.textFrom,
    primary: source.party !== undefined || PRIMARY_KINDS.has(source.kind),
  });
  for (const { articleId: other, kind, score, reason } of links)
    store.decisions.log({
      at,
      url: article.urlKey,
      step: 'reprint',
      outcome: kind,
      reason: `${reason} (${score.toFixed(2)}) with ${store.articles.byId(other)?.url ?? `article ${other}`}`,
    });
  if (story === null) return;
  store.decisions.log({
    at,
    url: article.urlKey,
    step: 'story',
    outcome: story.isNew ? `new story ${story.storyId}` : `joined story ${story.storyId}`,
    reason: story.reason,
  });
  for (const storyId of [story.storyId, ...story.touched])
    tellOfStory(context, storyId, { at, silent: backlog });
}

/** Sums a story up anew and owes the channels a message, or an edit of it. */
export function tellOfStory(
  context: CommitContext,
  storyId: number,
  { at, silent }: { at: Instant; silent: boolean },
): void {
  summariseStory(context, storyId);
  storyChanged(context.store.db, { storyId, channels: context.channels, now: at, silent });
}

/** The story's summary without more of an article than its outlet lets be shown: what is too long gives way to others. */
function withinLimits(texts: readonly StoryText[], language: Language) {
  const limits = new Map(texts.map(({ id, snippetLimit }) => [id, snippetLimit]));
  for (let open = [...texts]; ; ) {
    const summary = summarise(open, { ...SUMMARY, language });
    const budget = snippetBudget();
    const kept = summary.filter(({ sentence, articleId }) => {
      const id = Number(articleId);
      return budget.take({ articleId: id, snippetLimit: limits.get(id) ?? null }, sentence);
    });
    if (kept.length > 0 || summary.length === 0) return kept;
    const tooLong = new Set(summary.map(({ articleId }) => Number(articleId)));
    open = open.filter(({ id }) => !tooLong.has(id));
  }
}

/**
 * Writes the story's summary in each language that a channel speaks. What a model made of other sentences than those it
 * would be given now is forgotten.
 */
export function summariseStory(
  {
    store: { stories, wordings },
    channels,
  }: {
    store: Pick<Store, 'stories' | 'wordings'>;
    channels: readonly Pick<CommitContext['channels'][number], 'language'>[];
  },
  storyId: number,
): void {
  const texts = stories.textsOf(storyId);
  for (const language of new Set(channels.map((channel) => channel.language))) {
    const summary = withinLimits(texts, language);
    stories.replaceSummary(
      storyId,
      language,
      summary.map(({ sentence, articleId }) => ({ sentence, articleId: Number(articleId) })),
    );
    const worded = wordings.of(storyId, language);
    if (worded && worded.inputSha256 !== wordingInput(texts, language)?.sha256)
      wordings.remove(storyId, language);
  }
}
