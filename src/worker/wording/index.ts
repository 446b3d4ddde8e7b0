import type { CompiledDossier } from '../../analyse/dossier.ts';
import type { Completions } from '../../collect/completion.ts';
import type { Instant, Language } from '../../model/index.ts';
import type { ChannelSettings } from '../../publish/channels.ts';
import type { Store } from '../../store/index.ts';
import { outboxOf } from '../../store/outbox.ts';
import type { StoryText } from '../../store/stories.ts';
import { type Clock, instant, later } from '../clock.ts';
import { type Acceptance, checkAnswer } from './check.ts';
import { type WordingInput, wordingInput } from './input.ts';
import { promptOf } from './prompt.ts';

/** Who is asked, and how much. */
export interface WordingSettings {
  endpoint: string;
  model: string;
  /** Requests of one cycle at most. */
  perCycle: number;
}

export interface WordingContext {
  store: Store;
  dossier: CompiledDossier;
  channels: readonly ChannelSettings[];
  clock: Clock;
  signal: AbortSignal;
  settings: WordingSettings;
  completions: Completions;
}

export interface WordingReport {
  asked: number;
  accepted: number;
  rejected: number;
  /** Why the endpoint could not be asked; null where it could. */
  trouble: string | null;
}

const MINUTE = 60_000;
const LONGEST_REST_MS = 60 * MINUTE;
/** A story that waited longer for its endpoint keeps the extract. */
const WAITS_MS = 2 * 24 * 60 * MINUTE;

/** A story whose summary is to be put into words. */
interface Task {
  storyId: number;
  language: Language;
  texts: StoryText[];
  input: WordingInput;
}

/** What stories the channels are told of and whose present texts were not put into words yet. */
function tasksOf({ store, channels, clock, settings }: WordingContext): Task[] {
  const languages = new Map(channels.map(({ id, language }) => [id, language]));
  const seen = new Set<string>();
  return store.wordings.candidates(later(instant(clock), -WAITS_MS)).flatMap(({ storyId, channelId }) => {
    const language = languages.get(channelId);
    if (language === undefined || seen.has(`${storyId} ${language}`)) return [];
    seen.add(`${storyId} ${language}`);
    const texts = store.stories.textsOf(storyId);
    const input = wordingInput(texts, language);
    if (input === null) return [];
    const known = store.wordings.of(storyId, language);
    const done = known?.inputSha256 === input.sha256 && known.model === settings.model;
    return done && known.state !== 'waiting' ? [] : [{ storyId, language, texts, input }];
  });
}

/** Stores what became of a task, unless its story's articles have changed since; owes an edit where a message is out. */
function settle(context: WordingContext, task: Task, acceptance: Acceptance): boolean {
  const { store, channels, clock, settings } = context;
  const { storyId, language, input } = task;
  return store.transaction(() => {
    if (wordingInput(store.stories.textsOf(storyId), language)?.sha256 !== input.sha256) return false;
    const at = instant(clock);
    const { accepted } = acceptance;
    const reason = accepted
      ? `each of its ${acceptance.sentences.length} sentences is borne by a sentence of an article`
      : acceptance.reason;
    const row = { storyId, language, model: settings.model, inputSha256: input.sha256, reason, at };
    store.wordings.put(
      { ...row, state: accepted ? 'accepted' : 'rejected' },
      accepted ? acceptance.sentences : [],
    );
    note(context, storyId, { outcome: accepted ? 'worded' : 'extract stands', reason, at });
    if (!accepted) return true;
    const outbox = outboxOf(store.db);
    for (const channel of channels) {
      const delivery = channel.language === language ? outbox.ofStory(channel.id, storyId) : undefined;
      if (delivery?.state === 'sent') outbox.touch(delivery.id);
    }
    return true;
  });
}

/** Writes a decision about a story into the log, under its lead article's address. */
function note(
  { store, settings }: WordingContext,
  storyId: number,
  { outcome, reason, at }: { outcome: string; reason: string; at: Instant },
): void {
  const lead = store.stories.get(storyId)?.leadArticleId;
  const url = lead === undefined ? undefined : store.articles.byId(lead)?.urlKey;
  if (url !== undefined)
    store.decisions.log({
      at,
      url,
      step: 'summary',
      outcome,
      reason: `story ${storyId}, ${settings.model}: ${reason}`,
    });
}

/** A story is to be asked for later, and keeps its extract until then. */
function wait(
  { store, clock, settings }: WordingContext,
  { storyId, language, input }: Task,
  reason: string,
): void {
  const { model } = settings;
  const at = store.wordings.of(storyId, language);
  const since = at?.state === 'waiting' && at.inputSha256 === input.sha256 ? at.at : instant(clock);
  store.transaction(() =>
    store.wordings.put(
      { storyId, language, model, inputSha256: input.sha256, state: 'waiting', reason, at: since },
      [],
    ),
  );
}

/** The endpoint is left alone: a minute, doubled with each failure, at most an hour, or as long as it asks for. */
function rest({ store, clock, settings }: WordingContext, reason: string, retryAfterMs: number | null): void {
  const failures = (store.wordings.rest(settings.endpoint)?.failures ?? 0) + 1;
  const ms = Math.max(retryAfterMs ?? 0, Math.min(LONGEST_REST_MS, MINUTE * 2 ** Math.min(failures - 1, 10)));
  const restUntil = later(instant(clock), Math.min(ms, 24 * LONGEST_REST_MS));
  store.transaction(() => store.wordings.setRest(settings.endpoint, { failures, restUntil, reason }));
}

function judge({ dossier }: WordingContext, { texts, input }: Task, answer: string): Acceptance {
  const limits = new Map(texts.map(({ id, snippetLimit }) => [id, snippetLimit]));
  return checkAnswer(answer, input, { dossier, limits });
}

/** Asks for one story; gives what came of it, or the reason for which nobody is asked any more. */
async function ask(context: WordingContext, task: Task): Promise<Acceptance | { trouble: string } | 'ended'> {
  const { store, clock, settings, completions, signal } = context;
  const answer = await completions.ask(promptOf(task.input), signal);
  if (answer.kind === 'ended') return 'ended';
  if (answer.kind === 'failed') {
    rest(context, answer.message, answer.retryAfterMs);
    return { trouble: answer.message };
  }
  store.wordings.endRest(settings.endpoint);
  if (answer.kind === 'unusable') return { accepted: false, reason: answer.message };
  const { model } = settings;
  const { storyId, input } = task;
  store.transaction(() =>
    store.wordings.remember({
      inputSha256: input.sha256,
      model,
      storyId,
      at: instant(clock),
      answer: answer.text,
    }),
  );
  return judge(context, task, answer.text);
}

/**
 * Has the summaries of stories that a message is owed about put into words by the configured model, before the message
 * goes out: at most `perCycle` requests, one after the other, none while the endpoint rests after a failure. The extract
 * is committed before and stands wherever this gives nothing; what comes later is edited in. No request is made inside
 * a transaction, and none twice for the same input.
 */
export async function wordStories(context: WordingContext): Promise<WordingReport> {
  const { store, clock, settings, signal } = context;
  const report: WordingReport = { asked: 0, accepted: 0, rejected: 0, trouble: null };
  const resting = store.wordings.rest(settings.endpoint);
  if (resting !== null && resting.restUntil > instant(clock))
    report.trouble = `left alone until ${resting.restUntil}: ${resting.reason}`;
  for (const task of tasksOf(context)) {
    if (signal.aborted) break;
    const known = store.wordings.answer(task.input.sha256, settings.model);
    let result: Acceptance | { trouble: string } | 'ended';
    if (known !== null) result = judge(context, task, known);
    else if (report.trouble !== null) result = { trouble: report.trouble };
    else if (report.asked >= settings.perCycle)
      result = { trouble: `waits its turn: ${settings.perCycle} are asked a cycle` };
    else {
      report.asked += 1;
      result = await ask(context, task);
      if (result !== 'ended' && 'trouble' in result) report.trouble = result.trouble;
    }
    if (result === 'ended') break;
    if ('trouble' in result) wait(context, task, result.trouble);
    else if (settle(context, task, result)) report[result.accepted ? 'accepted' : 'rejected'] += 1;
  }
  return report;
}
