import type { MessageLanguage } from '../publish/channels.ts';
import type { ProblemKind } from './model.ts';

type Say = (value: string) => string;

const ENGLISH = {
  titles: {
    stories: 'Stories',
    search: (query: string) => `Search: ${query}`,
    timeline: 'Timeline',
    statements: 'Statements',
    dates: 'Dates',
    status: 'Status',
  },
  page: (n: number) => `Page ${n}`,
  previous: 'Back',
  next: 'Next',
  empty: {
    stories: 'No story fits.',
    search: 'Nothing found.',
    timeline: 'Nothing in that time.',
    statements: 'Nobody is quoted.',
    dates: 'No day is named.',
  },
  /** The page that a button leads to has become empty. */
  nothingMore: 'Nothing more.',
  didYouMean: (query: string) => `Did you mean: ${query}`,
  translated: 'also in other languages',
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  event: 'known event',
  party: {
    named: 'Named',
    span: 'From – to',
    stories: 'Latest stories',
    statements: 'Latest statements',
    never: 'No article names it yet.',
  },
  explain: {
    decided: 'What was decided',
    found: 'What was found',
    place: 'Why it is in its story',
    repeats: 'What it repeats',
    posted: 'What was posted',
    article: 'Article',
    grade: 'Grade',
    grades: { core: 'core', secondary: 'secondary', context: 'context', off: 'off' } as Readonly<
      Record<string, string>
    >,
    of: 'of',
    times: (n: number) => (n === 1 ? '' : ` (${n} times)`),
  },
  status: {
    stored: 'Stored',
    storedIn: (articles: string, relevant: number, stories: string) =>
      `${articles}, ${relevant} of them relevant, in ${stories}`,
    waiting: (n: number) => `${n} ${n === 1 ? 'page' : 'pages'} waiting to be read`,
    deliveries: 'Messages',
    parked: 'Channels that nothing can be sent to',
    lastPoll: 'Last poll',
    never: 'never',
    sources: 'Sources',
    trouble: 'Sources with trouble',
    health: {
      ok: 'well',
      never: 'never polled',
      failing: 'failing',
      silent: 'silent',
      ended: 'ended',
    } as Readonly<Record<string, string>>,
    states: {
      due: 'owed',
      sending: 'being sent',
      sent: 'sent',
      parked: 'parked',
      silent: 'stored silently',
    } as Readonly<Record<string, string>>,
  },
  follow: {
    takes: (role: string, name: string) => `You follow ${name} from now on: you have the role ${role}.`,
    leaves: (role: string, name: string) => `You follow ${name} no longer: the role ${role} is taken back.`,
    unknown: (value: string) =>
      `“${value}” cannot be followed here. Choose from the list that opens while you type.`,
    has: (name: string) => `${name} ✓`,
    forbidden:
      'I may not give this role. An admin must give me “Manage Roles” and put my own role above it (Server Settings → Roles).',
    gone: 'This role is not on this server any more. Please tell the person who runs the bot.',
    failed: 'Discord did not take the change. Please try again in a minute.',
  },
  problems: {
    'no-story': (value) => `There is no story “${value}”. Choose from the list that opens while you type.`,
    'no-party': (value) => `I know no party “${value}”. Choose from the list that opens while you type.`,
    'no-topic': (value) => `I know no topic “${value}”. Choose from the list that opens while you type.`,
    'no-article': (value) => `I never met ${value}: it stood in no feed that I read.`,
    'no-words': () => 'There is nothing to search for in that. Name at least one word.',
    'bad-day': (value) => `“${value}” is no day. Write it as 2025-05-27 or 27.5.2025.`,
    'bad-order': (value) => `Nothing can be since ${value}: “until” is before “since”.`,
    'bad-address': (value) => `“${value}” is no address. Paste it whole, or choose from the list.`,
  } satisfies Record<ProblemKind, Say> as Readonly<Record<ProblemKind, Say>>,
  expired: 'These pages are too old to be turned. Please ask again.',
  tooSlow: 'That took too long. Narrow it down, say by days or a party, and ask again.',
  busy: 'Too many questions at once. Please ask again in a moment.',
  failed: (reference: string) =>
    `Something went wrong on my side. The person who runs the bot finds it in the log under ${reference}.`,
};

export type Words = typeof ENGLISH;

const GERMAN: Words = {
  titles: {
    stories: 'Storys',
    search: (query) => `Suche: ${query}`,
    timeline: 'Chronik',
    statements: 'Aussagen',
    dates: 'Termine',
    status: 'Status',
  },
  page: (n) => `Seite ${n}`,
  previous: 'Zurück',
  next: 'Weiter',
  empty: {
    stories: 'Keine Story passt.',
    search: 'Nichts gefunden.',
    timeline: 'Nichts in dieser Zeit.',
    statements: 'Niemand wird zitiert.',
    dates: 'Kein Tag wird genannt.',
  },
  nothingMore: 'Mehr ist nicht da.',
  didYouMean: (query) => `Meinst du: ${query}`,
  translated: 'auch in anderen Sprachen',
  since: (day) => `seit ${day}`,
  until: (day) => `bis ${day}`,
  event: 'bekanntes Ereignis',
  party: {
    named: 'Genannt',
    span: 'Von – bis',
    stories: 'Neueste Storys',
    statements: 'Neueste Aussagen',
    never: 'Noch nennt sie kein Artikel.',
  },
  explain: {
    decided: 'Was entschieden wurde',
    found: 'Was gefunden wurde',
    place: 'Warum er in seiner Story ist',
    repeats: 'Was er wiederholt',
    posted: 'Was gemeldet wurde',
    article: 'Artikel',
    grade: 'Einstufung',
    grades: { core: 'Kern', secondary: 'am Rande', context: 'Hintergrund', off: 'gehört nicht dazu' },
    of: 'von',
    times: (n) => (n === 1 ? '' : ` (${n}-mal)`),
  },
  status: {
    stored: 'Gespeichert',
    storedIn: (articles, relevant, stories) => `${articles}, davon ${relevant} relevant, in ${stories}`,
    waiting: (n) =>
      n === 1 ? '1 Seite wartet darauf, gelesen zu werden' : `${n} Seiten warten darauf, gelesen zu werden`,
    deliveries: 'Meldungen',
    parked: 'Kanäle, in die nichts gesendet werden kann',
    lastPoll: 'Letzte Abfrage',
    never: 'nie',
    sources: 'Quellen',
    trouble: 'Quellen mit Schwierigkeiten',
    health: {
      ok: 'in Ordnung',
      never: 'nie abgefragt',
      failing: 'gestört',
      silent: 'still',
      ended: 'eingestellt',
    },
    states: {
      due: 'ausstehend',
      sending: 'unterwegs',
      sent: 'gesendet',
      parked: 'zurückgestellt',
      silent: 'still gespeichert',
    },
  },
  follow: {
    takes: (role, name) => `Du folgst jetzt ${name}: Du hast die Rolle ${role}.`,
    leaves: (role, name) => `Du folgst ${name} nicht mehr: Die Rolle ${role} ist zurückgegeben.`,
    unknown: (value) =>
      `„${value}“ lässt sich hier nicht folgen. Wähle aus der Liste, die sich beim Tippen öffnet.`,
    has: (name) => `${name} ✓`,
    forbidden:
      'Ich darf diese Rolle nicht vergeben. Ein Admin muss mir „Rollen verwalten“ geben und meine eigene Rolle über sie ziehen (Servereinstellungen → Rollen).',
    gone: 'Diese Rolle gibt es auf diesem Server nicht mehr. Bitte sag es der Person, die den Bot betreibt.',
    failed: 'Discord hat die Änderung nicht angenommen. Bitte versuch es in einer Minute noch einmal.',
  },
  problems: {
    'no-story': (value) =>
      `Eine Story „${value}“ gibt es nicht. Wähle aus der Liste, die sich beim Tippen öffnet.`,
    'no-party': (value) =>
      `Eine Partei „${value}“ kenne ich nicht. Wähle aus der Liste, die sich beim Tippen öffnet.`,
    'no-topic': (value) =>
      `Ein Thema „${value}“ kenne ich nicht. Wähle aus der Liste, die sich beim Tippen öffnet.`,
    'no-article': (value) => `${value} ist mir nie begegnet: In keinem Feed, den ich lese, stand es.`,
    'no-words': () => 'Darin ist nichts, wonach sich suchen ließe. Nenne mindestens ein Wort.',
    'bad-day': (value) => `„${value}“ ist kein Tag. Schreib ihn als 27.5.2025 oder 2025-05-27.`,
    'bad-order': (value) => `Seit ${value} kann nichts sein: „bis“ liegt vor „seit“.`,
    'bad-address': (value) => `„${value}“ ist keine Adresse. Füge sie ganz ein oder wähle aus der Liste.`,
  },
  expired: 'Diese Seiten sind zu alt zum Blättern. Bitte frag noch einmal.',
  tooSlow: 'Das hat zu lange gedauert. Grenze es ein, etwa auf Tage oder eine Partei, und frag noch einmal.',
  busy: 'Zu viele Fragen auf einmal. Bitte frag gleich noch einmal.',
  failed: (reference) =>
    `Bei mir ist etwas schiefgegangen. Wer den Bot betreibt, findet es im Protokoll unter ${reference}.`,
};

/** The words of answers in one language. */
export const wordsFor = (language: MessageLanguage): Words => (language === 'de' ? GERMAN : ENGLISH);

/** The language in which a member is answered. @param locale as Discord names it, `de`, `en-GB` */
export const languageOf = (locale: string): MessageLanguage => (locale.startsWith('de') ? 'de' : 'en');
