import type { Instant, Language } from '../model/index.ts';
import type { Db } from './db.ts';

/** What became of asking a model for a story's summary. */
export interface WordingRow {
  storyId: number;
  language: Language;
  model: string;
  inputSha256: string;
  state: 'waiting' | 'accepted' | 'rejected';
  reason: string;
  at: Instant;
}

/** A sentence of a model with the one that bears it. */
export interface WordedSentence {
  sentence: string;
  articleId: number;
  sourceSentence: string;
}

export interface EndpointRest {
  failures: number;
  restUntil: Instant;
  reason: string;
}

/** A story that a channel is told of, in the channel's language. */
export interface WordingCandidate {
  storyId: number;
  channelId: string;
}

/** Answers are kept for so long after they came: a story's articles do not come back later. */
const KEEP_ANSWERS_DAYS = 30;
const MOST_CANDIDATES = 50;

export type Wordings = ReturnType<typeof createWordings>;

/** Summaries put into words by a model, and what it was asked. */
export function createWordings(db: Db) {
  const of = db.prepare<[number, string], WordingRow>(`
    SELECT story_id AS storyId, language, model, input_sha256 AS inputSha256, state, reason, at
    FROM wording WHERE story_id = ? AND language = ?`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO wording (story_id, language, model, input_sha256, state, reason, at)
    VALUES (@storyId, @language, @model, @inputSha256, @state, @reason, @at)`);
  const removeSentences = db.prepare('DELETE FROM wording_sentence WHERE story_id = ? AND language = ?');
  const remove = db.prepare('DELETE FROM wording WHERE story_id = ? AND language = ?');
  const addSentence = db.prepare(`
    INSERT INTO wording_sentence (story_id, language, position, sentence, article_id, source_sentence)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const answer = db
    .prepare<[string, string], string>(
      'SELECT answer FROM wording_answer WHERE input_sha256 = ? AND model = ?',
    )
    .pluck();
  const remember = db.prepare(`
    INSERT OR REPLACE INTO wording_answer (input_sha256, model, story_id, at, answer)
    VALUES (@inputSha256, @model, @storyId, @at, @answer)`);
  const forget = db.prepare(
    `DELETE FROM wording_answer WHERE julianday(at) < julianday(?) - ${KEEP_ANSWERS_DAYS}`,
  );
  const candidates = db.prepare<[Instant], WordingCandidate>(`
    SELECT d.story_id AS storyId, d.channel_id AS channelId FROM delivery d
    JOIN story s ON s.id = d.story_id AND s.merged_into IS NULL
    WHERE d.kind = 'story' AND (d.state IN ('due', 'sending') OR (d.state = 'sent'
      AND (d.sent_version < d.version OR EXISTS
        (SELECT 1 FROM wording w WHERE w.story_id = d.story_id AND w.state = 'waiting' AND w.at > ?))))
    ORDER BY d.sequence DESC LIMIT ${MOST_CANDIDATES}`);
  const rest = db.prepare<[string], EndpointRest>(
    'SELECT failures, rest_until AS restUntil, reason FROM wording_endpoint WHERE endpoint = ?',
  );
  const setRest = db.prepare(
    'INSERT OR REPLACE INTO wording_endpoint (endpoint, failures, rest_until, reason) VALUES (?, ?, ?, ?)',
  );
  const endRest = db.prepare('DELETE FROM wording_endpoint WHERE endpoint = ?');

  function store(row: WordingRow, sentences: readonly WordedSentence[]): void {
    removeSentences.run(row.storyId, row.language);
    put.run(row);
    sentences.forEach(({ sentence, articleId, sourceSentence }, position) => {
      addSentence.run(row.storyId, row.language, position, sentence, articleId, sourceSentence);
    });
  }

  return {
    of: (storyId: number, language: Language): WordingRow | null => of.get(storyId, language) ?? null,
    /** Notes what became of a request, with the sentences where they were accepted. */
    put: store,
    /** Forgets what was said of a story in a language; its extract stands. */
    remove(storyId: number, language: Language): void {
      removeSentences.run(storyId, language);
      remove.run(storyId, language);
    },
    /** Forgets every summary of models; what they answered is kept, so that nothing is asked again. */
    clear: (): void => void db.exec('DELETE FROM wording_sentence; DELETE FROM wording'),
    /** What the model answered to this input before; null where it was not asked. */
    answer: (inputSha256: string, model: string): string | null => answer.get(inputSha256, model) ?? null,
    remember(row: {
      inputSha256: string;
      model: string;
      storyId: number;
      at: Instant;
      answer: string;
    }): void {
      forget.run(row.at);
      remember.run(row);
    },
    /** Stories that a message is owed about, or whose summary waits since `since`; the newest first, at most 50. */
    candidates: (since: Instant): WordingCandidate[] => candidates.all(since),
    /** Until when an endpoint is left alone; null where it is well. */
    rest: (endpoint: string): EndpointRest | null => rest.get(endpoint) ?? null,
    setRest: (endpoint: string, { failures, restUntil, reason }: EndpointRest): void =>
      void setRest.run(endpoint, failures, restUntil, reason),
    endRest: (endpoint: string): void => void endRest.run(endpoint),
  };
}
