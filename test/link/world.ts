import { type Candidate, createLinker, type LinkResult } from '../../src/link/index.ts';
import { createStoryEdits } from '../../src/link/story-edits.ts';
import { openDatabase } from '../../src/store/db.ts';
import { createLinks } from '../../src/store/links.ts';
import { createStories } from '../../src/store/stories.ts';

export interface Printed extends Partial<Candidate> {
  text: string;
  stage?: string;
}

/** A database in memory (or a file) with the linker on it; articles come one by one, a minute apart. */
export function newsroom(path = ':memory:') {
  const db = openDatabase(path);
  const linker = createLinker(db);
  const source = db.prepare(
    `INSERT OR IGNORE INTO source (id, name, kind, languages, country) VALUES (?, ?, 'newspaper', '["en"]', 'IE')`,
  );
  const article = db.prepare(
    `INSERT INTO article (source_id, url, url_key, title, teaser, text, language, language_confidence, authors,
       published_at, first_seen_at, text_from, wall, grade, stage, relevance, relevance_reasons, dossier_version)
     VALUES (@sourceId, @url, @url, @title, '', @text, @language, 1, '[]', @publishedAt, @seenAt, @textFrom, @wall,
       @grade, @stage, 1, '[]', 'test')`,
  );
  const credit = db.prepare(
    `INSERT INTO credit (article_id, agency, urn, version, rule, matched) VALUES (?, ?, ?, ?, 'credit-line', '')`,
  );
  let minutes = 0;

  function store(printed: Printed): Candidate {
    minutes++;
    const seenAt = printed.seenAt ?? new Date(Date.UTC(2025, 4, 12, 8, minutes)).toISOString();
    const number = Number(db.prepare('SELECT count(*) FROM article').pluck().get()) + 1;
    const candidate: Candidate = {
      articleId: 0,
      sourceId: `outlet-${number}`,
      url: `https://outlet.example/${number}`,
      title: printed.text.slice(0, 60),
      language: 'en',
      publishedAt: seenAt,
      seenAt,
      credits: [],
      findings: [],
      dates: [],
      grade: 'core',
      wall: null,
      textFrom: 'page',
      primary: false,
      ...printed,
    };
    source.run(candidate.sourceId, candidate.sourceId);
    const { sourceId, url, title, text, language, publishedAt, textFrom, wall, grade } = candidate;
    const row = {
      sourceId,
      url,
      title,
      text,
      language,
      publishedAt,
      seenAt,
      textFrom,
      wall,
      grade,
      stage: printed.stage ?? null,
    };
    candidate.articleId = Number(article.run(row).lastInsertRowid);
    for (const { agency, urn, version } of candidate.credits)
      credit.run(candidate.articleId, agency, urn, version);
    return candidate;
  }

  return {
    db,
    stories: createStories(db),
    links: createLinks(db),
    edits: createStoryEdits(db),
    /** Links a known article again, whose text may have changed. */
    again: (candidate: Candidate): LinkResult =>
      db.transaction(() => {
        db.prepare('UPDATE article SET text = ? WHERE id = ?').run(candidate.text, candidate.articleId);
        return linker.add(candidate);
      })(),
    /** Prints an article: stores and links it. */
    print: (printed: Printed): LinkResult & { candidate: Candidate } =>
      db.transaction(() => {
        const candidate = store(printed);
        return { ...linker.add(candidate), candidate };
      })(),
  };
}

const SUBJECTS = [
  'harbour',
  'orchard',
  'railway',
  'library',
  'glacier',
  'theatre',
  'brewery',
  'lantern',
  'meadow',
  'bridge',
  'turbine',
  'archive',
];
const ACTIONS = [
  'opened',
  'closed',
  'painted',
  'measured',
  'visited',
  'described',
  'repaired',
  'counted',
  'guarded',
  'praised',
  'flooded',
  'moved',
];
const OTHERS = [
  'engineers',
  'teachers',
  'sailors',
  'gardeners',
  'painters',
  'drivers',
  'bakers',
  'pilots',
  'singers',
  'farmers',
  'tailors',
  'nurses',
];

/** Sentences that no two seeds have in common. */
export function prose(seed: number, sentences: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  const pick = (list: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] ?? '';
  };
  const words = () => [
    pick(OTHERS),
    pick(ACTIONS),
    'the',
    pick(SUBJECTS),
    'near the',
    pick(SUBJECTS),
    'while',
    pick(OTHERS),
    pick(ACTIONS),
    'an old',
    pick(SUBJECTS),
  ];
  return Array.from({ length: sentences }, () => `The ${words().join(' ')}.`).join(' ');
}
