import type { Source } from '../../src/model/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** What a test says of an article; the rest is made up. */
export interface Printed {
  title: string;
  text?: string;
  outlet?: string;
  language?: string;
  at?: string;
  grade?: 'core' | 'secondary' | 'context' | 'off';
  stage?: string;
  agency?: string;
  findings?: { kind: 'party' | 'topic' | 'stage'; ref: string; matched: string }[];
}

export interface Archive {
  store: Store;
  /** Stores an article as the worker would, without a story; gives its id. */
  print(article: Printed): number;
}

const outlet = (id: string, country: string): Source => ({
  id,
  name: `Outlet ${id}`,
  kind: 'newspaper',
  languages: ['de'],
  country,
  fetch: 'all',
  timezone: 'Europe/Berlin',
  feeds: [{ url: `https://${id}.example/rss`, format: 'feed' }],
});

/** A database with three outlets, `one` and `two` in Germany, `three` in Ireland. */
export function createArchive(path = ':memory:'): Archive {
  const store = openStore(path);
  store.catalogue.syncSources([outlet('one', 'DE'), outlet('two', 'DE'), outlet('three', 'IE')]);
  let count = 0;
  return {
    store,
    print(article) {
      count++;
      const url = `https://${article.outlet ?? 'one'}.example/${count}`;
      const at = article.at ?? '2025-05-20T08:00:00.000Z';
      const analysis = {
        language: article.language ?? 'de',
        languageConfidence: 1,
        lowQuality: null,
        relevance: { grade: article.grade ?? ('core' as const), score: 1, reasons: [] },
        findings: (article.findings ?? []).map((finding) => ({
          ...finding,
          rule: 'test',
          field: 'title' as const,
          start: 0,
          end: 1,
          confidence: 1,
        })),
        dates: [],
        statements: [],
        stage: article.stage ?? null,
        dossierVersion: '1',
      };
      const credits = article.agency
        ? [{ agency: article.agency, desk: null, urn: null, version: null, matched: '', rule: 'credit-line' }]
        : [];
      const id = store.articles.insert({
        sourceId: article.outlet ?? 'one',
        url,
        urlKey: url,
        title: article.title,
        teaser: '',
        text: article.text ?? '',
        authors: ['Ada Autorin'],
        section: null,
        image: null,
        publishedAt: at,
        modifiedAt: null,
        firstSeenAt: at,
        textFrom: 'page',
        wall: null,
        credits,
        analysis,
        evidence: null,
        nextReadAt: null,
      });
      store.findings.replace(id, analysis, credits);
      return id;
    },
  };
}
