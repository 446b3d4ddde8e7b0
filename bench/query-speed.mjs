// node bench/query-speed.mjs [--articles 100000] [--rounds 3]
// How long a search takes beside the same words in plain FTS5 (title, outlet, snippet, BM25, 20 rows), in one run on
// one database. Synthetic German and English text, stored through the product; words follow Zipf's law.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { product } from './adapters/_product.mjs';

const { search } = await product('query/search');
const { didYouMean } = await product('query/did-you-mean');
const { openStore } = await product('store/index');
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
  },
});
const WORDS = 300;

let state = 20250527;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const STEMS =
  'gericht daten training urteil klage nutzer verfahren schutz recht antrag netz werk verband land modell konzern court data user model privacy claim judge order firm rule network law'.split(
    ' ',
  );
const ENDINGS = ['', 'e', 'en', 's', 'ung', 'ungen', 'er', 'lich'];
/** Compounds of up to three parts with endings: as many-formed as German. */
const vocabulary = Array.from({ length: 60_000 }, (_, i) => {
  const n = STEMS.length;
  const parts =
    i < n
      ? [i]
      : i < n * n
        ? [i % n, Math.floor(i / n)]
        : [i % n, Math.floor(i / n) % n, Math.floor(i / n / n) % n];
  return parts.map((part) => STEMS[part]).join('') + (i < n ? '' : ENDINGS[i % ENDINGS.length]);
});
const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'gericht';
const sentence = (words) => `${Array.from({ length: words }, word).join(' ')}.`;

const QUERIES = {
  'rare word': vocabulary.slice(40_000, 40_020),
  'common word': vocabulary.slice(100, 120),
  'two words': Array.from({ length: 20 }, (_, i) => `${vocabulary[i + 40]} ${vocabulary[i * 50 + 300]}`),
  'most frequent words': vocabulary.slice(0, 5),
  phrase: Array.from({ length: 20 }, (_, i) => `"${vocabulary[i]} ${vocabulary[i + 30]}"`),
};

const folder = mkdtempSync(join(tmpdir(), 'standoff-query-'));
try {
  const path = join(folder, 'query.db');
  const store = openStore(path);
  const { db } = store;
  db.pragma('synchronous = OFF');
  store.catalogue.syncSources(
    Array.from({ length: 60 }, (_, i) => ({
      id: `outlet-${i}`,
      name: `Outlet ${i}`,
      kind: 'newspaper',
      languages: ['de'],
      country: 'DE',
      fetch: 'all',
      timezone: 'Europe/Berlin',
      feeds: [],
    })),
  );
  const total = Number(values.articles);
  const began = performance.now();
  const batch = db.transaction((from, to) => {
    for (let i = from; i < to; i++) {
      const at = new Date(Date.UTC(2020, 0, 1) + i * 60_000).toISOString();
      const title = sentence(8);
      const text = Array.from({ length: WORDS / 15 }, () => sentence(15)).join(' ');
      const url = `https://outlet.example/${i}`;
      store.articles.insert({
        sourceId: `outlet-${i % 60}`,
        url,
        urlKey: url,
        title,
        teaser: '',
        text,
        authors: [],
        section: null,
        image: null,
        publishedAt: at,
        modifiedAt: null,
        firstSeenAt: at,
        textFrom: 'page',
        wall: null,
        credits: [],
        evidence: null,
        nextReadAt: null,
        analysis: {
          language: i % 3 === 0 ? 'en' : 'de',
          languageConfidence: 1,
          lowQuality: null,
          relevance: { grade: i % 25 === 0 ? 'core' : 'off', score: 0, reasons: [] },
          stage: null,
          dossierVersion: 'bench',
        },
      });
    }
  });
  for (let from = 0; from < total; from += 1000) batch(from, Math.min(from + 1000, total));
  console.log(
    `${total} articles of ${WORDS} words stored in ${((performance.now() - began) / 1000).toFixed(0)} s, ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  );
  const plain = db.prepare(
    `SELECT a.id, a.url, a.title, a.outlet, a.at, snippet(article_search, -1, '[', ']', '…', 24) AS snippet
     FROM article_search JOIN articles a ON a.id = article_search.rowid
     WHERE article_search MATCH ? ORDER BY bm25(article_search, 8, 3, 1) LIMIT 20`,
  );
  const time = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  console.log('query                  standoff p50   p95 ms   plain p50   p95 ms   ratio of sums');
  for (const [name, queries] of Object.entries(QUERIES)) {
    const ours = [];
    const theirs = [];
    for (let round = 0; round < Number(values.rounds); round++)
      for (const query of queries) {
        ours.push(time(() => search(db, query)));
        theirs.push(time(() => plain.all(query)));
      }
    const ratio = sum(ours) / sum(theirs);
    for (const list of [ours, theirs]) list.sort((a, b) => a - b);
    const cells = [at(ours, 0.5), at(ours, 0.95), at(theirs, 0.5), at(theirs, 0.95)].map((ms) =>
      ms.toFixed(1).padStart(9),
    );
    console.log(`${name.padEnd(22)} ${cells.join('   ')}   ${ratio.toFixed(2)}`);
  }
  console.log(`did you mean: ${time(() => didYouMean(db, 'gerihct')).toFixed(0)} ms`);
  store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
