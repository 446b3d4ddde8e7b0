import type { Agency, Instant, Language, StoryCard } from '../model/index.ts';
import type { MessageLanguage } from './channels.ts';
import { headline } from './headline.ts';
import type { Line, Message, MessageField, Run } from './message.ts';
import { type Words, wordsOf } from './words.ts';

const OUTLETS = 20;

const text = (value: string, strong = false): Run =>
  strong ? { kind: 'text', text: value, strong } : { kind: 'text', text: value };
const dim = (value: string): Run => ({ kind: 'dim', text: value });
const link = (value: string, url: string): Run => ({ kind: 'link', text: value, url });

/** Agencies that write themselves otherwise than the rule below has it. */
const AGENCY_NAMES: Readonly<Record<Agency, string>> = {
  epd: 'epd',
  ots: 'ots',
  'dpa-afx': 'dpa-AFX',
  rttnews: 'RTTNews',
};

/** dpa and its branches in small letters, short names in capitals, others as names. */
function agencyName(agency: Agency): string {
  const known = AGENCY_NAMES[agency];
  if (known) return known;
  if (agency.startsWith('dpa')) return agency;
  if (agency.length <= 4) return agency.toUpperCase();
  return agency.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

type Outlet = StoryCard['outlets'][number];

/** How an article came about, in words. */
function provenance(article: Outlet, words: Words): string {
  const agencies = article.agencies.map(agencyName).join('/');
  if (article.primary) return words.primary;
  if (article.reprint) return agencies ? words.copyOf(agencies) : words.reprint;
  return agencies ? words.withAgency(agencies) : words.ownReport;
}

/** What a model worded: as one paragraph, then that it did and who bears it. */
function worded(card: StoryCard, model: string, words: Words): Line[] {
  const outlets = new Map(card.summary.map(({ outlet, url }) => [outlet, url]));
  const bearers = [...outlets].flatMap(([outlet, url], i) => [
    ...(i > 0 ? [dim(', ')] : []),
    link(outlet, url),
  ]);
  return [
    [text(card.summary.map(({ sentence }) => sentence).join(' '))],
    [dim(`${words.wordedBy} (`), text(model), dim(`), ${words.borneBy} `), ...bearers],
  ];
}

/** Sentences, each outlet named once after its last one in a row; verbatim ones need no word of how they came about. */
function summary(card: StoryCard, words: Words): Line[] {
  if (card.wordedBy !== null) return worded(card, card.wordedBy, words);
  const lines: Line[] = [];
  card.summary.forEach(({ sentence, outlet, url }, index) => {
    const previous = card.summary[index - 1];
    const line = previous?.url === url ? lines.at(-1) : undefined;
    if (line) line.splice(-2, 2, text(` ${sentence}`), dim(' — '), link(outlet, url));
    else lines.push([text(sentence), dim(' — '), link(outlet, url)]);
  });
  return lines;
}

/** Direct speech in quotation marks; indirect speech without, and called so. */
function statements(card: StoryCard, words: Words): Line[] {
  return card.statements.map(({ quote, form, speaker, party, outlet, url }) => {
    const who = speaker && party && speaker !== party ? `${speaker} (${party})` : (speaker ?? party);
    return [
      text(form === 'direct' ? words.quote(quote) : quote),
      dim(form === 'direct' ? ' — ' : ` (${words.reported}) — `),
      ...(who ? [text(who, true), dim(', ')] : []),
      link(outlet, url),
    ];
  });
}

/** What an outlet is known for first: its own words before another's. */
const weight = ({ primary, reprint, agencies }: Outlet): number =>
  primary ? 0 : reprint ? 3 : agencies.length > 0 ? 2 : 1;

/** A line for each outlet, in the order they came; of several articles the one with most of its own is linked. */
function outlets(card: StoryCard, words: Words): Line[] {
  const byOutlet = new Map<string, Outlet[]>();
  for (const article of card.outlets)
    byOutlet.set(article.outlet, [...(byOutlet.get(article.outlet) ?? []), article]);
  const lines = [...byOutlet.values()].flatMap((articles): Line[] => {
    const [best] = articles.toSorted((a, b) => weight(a) - weight(b));
    if (!best) return [];
    const number = articles.length > 1 ? `, ${words.articles(articles.length)}` : '';
    return [[link(best.outlet, best.url), dim(` — ${provenance(best, words)}${number}`)]];
  });
  const rest = lines.length - OUTLETS;
  return rest > 0 ? [...lines.slice(0, OUTLETS), [dim(words.more(rest))]] : lines;
}

function nextDate(card: StoryCard, words: Words): MessageField[] {
  if (!card.nextDate) return [];
  const { day, type } = card.nextDate;
  const name = words.dates[type] ?? words.dates.other ?? type;
  return [{ name, lines: [[{ kind: 'day', day }]], inline: true }];
}

/** A field, or none when there is nothing to say in it. */
function field(name: string, lines: Line[], inline: boolean): MessageField[] {
  return lines.length > 0 && lines.some((line) => line.length > 0) ? [{ name, lines, inline }] : [];
}

/** A third of Discord's width has room for this much in two or three lines; more would stand there as a tower. */
const LONGEST_INLINE = 48;

/** A field of names, side by side with others where they are few. */
function namesField(label: string, tags: { name: string }[]): MessageField[] {
  const joined = tags.map(({ name }) => name).join(', ');
  return joined ? field(label, [[text(joined)]], joined.length <= LONGEST_INLINE) : [];
}

function languagesOf(card: StoryCard): Language[] {
  const counts = new Map<Language, number>();
  for (const { language } of card.outlets) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

/** One story as a message in German or English. */
export function storyMessage(card: StoryCard, language: MessageLanguage): Message {
  const words = wordsOf(language);
  const outletCount = new Set(card.outlets.map(({ outlet }) => outlet)).size;
  return {
    language,
    kicker: card.stage && card.stage.charAt(0).toUpperCase() + card.stage.slice(1),
    languages: languagesOf(card),
    title: card.title,
    url: card.lead.url,
    body: summary(card, words),
    fields: [
      ...field(words.statements, statements(card, words), false),
      ...namesField(words.parties, card.parties),
      ...namesField(words.topics, card.topics),
      ...field(words.dockets, card.dockets.length > 0 ? [[text(card.dockets.join(', '))]] : [], true),
      ...nextDate(card, words),
      ...field(words.outlets, outlets(card, words), false),
    ],
    footer: [
      words.story(card.id),
      words.outletCount(outletCount),
      ...(card.outlets.length > outletCount ? [words.articles(card.outlets.length)] : []),
    ].join(' · '),
    at: card.lastSeenAt,
    tone: 'story',
  };
}

/** What a story's message says when the story became part of another that has a message too: where it goes on. */
export function mergedMessage(
  merged: { id: number; title: string },
  into: StoryCard,
  language: MessageLanguage,
): Message {
  const words = wordsOf(language);
  return {
    ...storyMessage(into, language),
    title: headline(merged.title),
    body: [[text(`${words.continued} `), link(into.title, into.lead.url), dim(` (${words.story(into.id)})`)]],
    fields: [],
    footer: words.story(merged.id),
  };
}

/** A story's message, with a line on the agencies that withdrew a report of it. */
export function withWithdrawals(
  message: Message,
  agencies: readonly string[],
  language: MessageLanguage,
): Message {
  if (agencies.length === 0) return message;
  const line: Line = [dim(wordsOf(language).withdrawn(agencies.join(', ')))];
  return { ...message, body: [...message.body, line] };
}

/** What the message of a story says when nothing is left of it: that it was withdrawn, and nothing of what it was. */
export function withdrawnMessage(
  story: { id: number; lastSeenAt: Instant },
  agencies: readonly string[],
  language: MessageLanguage,
): Message {
  const words = wordsOf(language);
  return {
    language,
    kicker: null,
    languages: [],
    title: words.withdrawnTitle,
    url: null,
    body: [[text(words.withdrawn(agencies.join(', ')))]],
    fields: [],
    footer: words.story(story.id),
    at: story.lastSeenAt,
    tone: 'story',
  };
}

/** What a backlog held, for the one message that announces it. */
export interface Backlog {
  stories: number;
  articles: number;
  outlets: number;
  from: Instant | null;
  to: Instant | null;
  at: Instant;
  newest: { title: string; url: string; outlet: string }[];
}

/** The one message that stands for many stories stored silently. */
export function catchUpMessage(backlog: Backlog, language: MessageLanguage): Message {
  const words = wordsOf(language);
  const { stories, articles, outlets: outletCount } = backlog;
  const days: Line =
    backlog.from && backlog.to
      ? [
          { kind: 'day', day: backlog.from.slice(0, 10) },
          dim(' – '),
          { kind: 'day', day: backlog.to.slice(0, 10) },
        ]
      : [];
  return {
    language,
    kicker: null,
    languages: [],
    title: words.catchUpTitle,
    url: null,
    body: [
      [
        text(
          words.catchUp(words.storyCount(stories), words.articles(articles), words.outletCount(outletCount)),
        ),
      ],
    ],
    fields: [
      ...field(
        words.newest,
        backlog.newest.map(({ title, url, outlet }) => [link(title, url), dim(` — ${outlet}`)]),
        false,
      ),
      ...field(words.between, [days], true),
    ],
    footer: words.storyCount(stories),
    at: backlog.at,
    tone: 'overview',
  };
}
