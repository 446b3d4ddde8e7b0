import type { Agency, Day, Grade, Instant } from '../../src/model/index.ts';
import { ARTICLES } from './articles/index.ts';
import { WORLD_BEGINS, type World } from './index.ts';
import { OUTLETS } from './outlets.ts';
import type { OutletId, WorldArticle, WorldRevision } from './types.ts';

/** What a right run over the whole month must find; addresses are those of the last day. */
export interface Expectations {
  /** Each article written by hand; everything else in the feeds is `off`. */
  articles: ExpectedArticle[];
  /** Articles of one event, oldest first; only `core` ones. A story may hold articles of several days. */
  stories: { story: string; day: Day; urls: string[] }[];
  /** Texts of an agency and the pages that print one, whole or cut. */
  reprints: { wire: string; urls: string[] }[];
  /** Pages that do not give their text. */
  walls: { url: string; wall: 'paywall' | 'consent-wall' }[];
  /** Announced by a feed, answered by 404. */
  gone: string[];
  /** Forbidden by robots.txt: a polite reader never asks for them. */
  forbidden: string[];
  edits: ExpectedEdit[];
  /** Agencies that a page's text is credited to; never those of photos. */
  credits: { url: string; agencies: Agency[] }[];
  seed: ExpectedSeed;
}

export interface ExpectedArticle {
  id: string;
  url: string;
  outlet: OutletId;
  /** UTC day of publication. */
  day: Day;
  grade: Grade;
  story: string | null;
  /** Published before the first poll: to be stored, never posted singly. */
  backlog: boolean;
  machineTranslated: boolean;
  /** Not to be seen by title and teaser: who fetches candidates only may miss it. */
  buried: boolean;
}

export interface ExpectedEdit {
  url: string;
  /** Its address before, where the page moved. */
  formerUrl: string | null;
  at: Instant;
  kind: WorldRevision['kind'];
  /** Readers should hear of it. */
  meaningful: boolean;
  /** A feed's item changes with it (a date, the title, the text), so that a re-read is prompted. */
  announced: boolean;
}

/** Ids are those of the dossier. */
export interface ExpectedSeed {
  url: string;
  parties: string[];
  topics: string[];
  dates: { day: Day; type: string }[];
  statement: { quote: string; person: string; party: string };
  agencies: Agency[];
  /** Outlets it names as sources beside the agencies. */
  namedSources: string[];
}

const MEANINGFUL: WorldRevision['kind'][] = ['correction', 'addition'];

/** Agencies as the articles print them; what stands in a photo's credit is left out on purpose. */
const PRINTED: [RegExp, Agency][] = [
  [/\bdpa-AFX\b/, 'dpa-afx'],
  [/\b(?:dpa(?!-AFX)|DPA)\b/, 'dpa'],
  [/\bAFP\b/, 'afp'],
  [/\brts\b/, 'rts'],
];

function agenciesOf(article: WorldArticle): Agency[] {
  const printed = `${article.credit ?? ''} ${article.dateline ?? ''}`;
  return PRINTED.filter(([pattern]) => pattern.test(printed)).map(([, agency]) => agency);
}

function grouped<Key extends string>(key: (article: WorldArticle) => Key | null | undefined) {
  const groups = new Map<Key, WorldArticle[]>();
  for (const article of [...ARTICLES].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const name = key(article);
    if (name) groups.set(name, [...(groups.get(name) ?? []), article]);
  }
  return [...groups];
}

function lastUrl(world: World, article: WorldArticle): string {
  const moved = (article.revisions ?? []).flatMap(({ path = [] }) => path).at(-1);
  return `${baseOf(world, article.outlet)}${moved ?? article.path}`;
}

function baseOf(world: World, id: OutletId): string {
  return world.outlets.find((outlet) => outlet.id === id)?.baseUrl ?? '';
}

function edits(world: World): ExpectedEdit[] {
  return ARTICLES.flatMap((article) => {
    const feeds = OUTLETS.find(({ id }) => id === article.outlet)?.feeds ?? [];
    const seen = feeds.some(
      ({ dialect, fullText }) => fullText || ['atom', 'json', 'sitemap'].includes(dialect),
    );
    return (article.revisions ?? []).map(({ at, kind, path, replace = [] }) => ({
      url: lastUrl(world, article),
      formerUrl: path ? `${baseOf(world, article.outlet)}${article.path}` : null,
      at,
      kind,
      meaningful: MEANINGFUL.includes(kind),
      announced: seen || replace.some(([from]) => `${article.title} ${article.teaser}`.includes(from)),
    }));
  });
}

function isForbidden({ outlet, path }: WorldArticle): boolean {
  const rules = OUTLETS.find(({ id }) => id === outlet)?.disallow ?? [];
  return rules.some((rule) => path.startsWith(rule));
}

function seed(world: World): ExpectedSeed {
  return {
    url: world.urlOf('seed'),
    parties: ['vz_nrw', 'meta', 'olg_koeln', 'edpb', 'dpc', 'noyb', 'ec', 'de_government'],
    topics: ['injunction', 'ai_training', 'opt_out', 'legitimate_interest', 'gdpr', 'innovation'],
    dates: [{ day: '2025-05-27', type: 'training-start' }],
    statement: {
      quote: 'Whatever has once gone into such a model can hardly be fetched back out of it,',
      person: 'p_steffen',
      party: 'vz_nrw',
    },
    agencies: ['dpa'],
    namedSources: ['ntv.de'],
  };
}

/** The expectations for a running world (its ports are part of every address). */
export function expectations(world: World): Expectations {
  const urlOf = (article: WorldArticle) => lastUrl(world, article);
  return {
    articles: ARTICLES.map((article) => ({
      id: article.id,
      url: urlOf(article),
      outlet: article.outlet,
      day: article.at.slice(0, 10),
      grade: article.label.grade,
      story: article.label.story,
      backlog: article.at <= WORLD_BEGINS,
      machineTranslated: article.label.machineTranslated ?? false,
      buried: article.label.buried ?? false,
    })),
    stories: grouped(({ label }) => (label.grade === 'core' ? label.story : null)).map(
      ([story, members]) => ({
        story,
        day: members[0]?.at.slice(0, 10) ?? '',
        urls: members.map(urlOf),
      }),
    ),
    reprints: grouped(({ label }) => label.wire).map(([wire, members]) => ({
      wire,
      urls: members.map(urlOf),
    })),
    walls: ARTICLES.flatMap((article) =>
      article.wall && article.wall !== 'gone' ? [{ url: urlOf(article), wall: article.wall }] : [],
    ),
    gone: ARTICLES.filter(({ wall }) => wall === 'gone').map(urlOf),
    forbidden: ARTICLES.filter(isForbidden).map(urlOf),
    edits: edits(world),
    credits: ARTICLES.filter(({ wall }) => !wall).map((article) => ({
      url: urlOf(article),
      agencies: agenciesOf(article),
    })),
    seed: seed(world),
  };
}
