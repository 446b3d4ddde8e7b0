import type { MessageLanguage } from './channels.ts';

/** How many, in words: `1 Artikel`, `3 articles`. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const GERMAN = {
  parties: 'Parteien',
  topics: 'Themen',
  dockets: 'Aktenzeichen',
  statements: 'Wer sagt was',
  outlets: 'Berichte',
  ownReport: 'eigener Bericht',
  reprint: 'Übernahme',
  copyOf: (agencies: string) => `${agencies}-Meldung`,
  withAgency: (agencies: string) => `mit ${agencies}-Material`,
  primary: 'Primärquelle',
  more: (n: number) => `und ${n} weitere`,
  story: (id: number) => `Story ${id}`,
  articles: (n: number) => `${n} Artikel`,
  outletCount: (n: number) => count(n, 'Medium', 'Medien'),
  storyCount: (n: number) => count(n, 'Story', 'Storys'),
  continued: 'Diese Story geht weiter in:',
  withdrawnTitle: 'Zurückgezogen',
  withdrawn: (agencies: string) => `${agencies} hat die Meldung zurückgezogen.`,
  catchUpTitle: 'Rückstand aufgeholt',
  catchUp: (stories: string, articles: string, outlets: string) =>
    `Still gespeichert: ${stories}, ${articles}, ${outlets}. Sie werden nicht einzeln gemeldet; jede neue Story kommt als eigene Nachricht.`,
  between: 'Zeitraum',
  newest: 'Neueste Storys',
  sources: (n: number) => count(n, 'Quelle', 'Quellen'),
  alertDownTitle: (who: string) => `Es kommt nichts mehr: ${who}`,
  alertBackTitle: (who: string) => `Wieder da: ${who}`,
  alertDown: {
    failing: 'nicht mehr lesbar seit',
    ended: 'für immer eingestellt (410) am',
    silent: 'nichts Neues seit',
  },
  alertBack: {
    failing: 'wieder lesbar; war es nicht seit',
    ended: 'wieder da; war eingestellt seit',
    silent: 'bringt wieder Neues; still war es seit',
  },
  usually: (span: string) => `üblicher Abstand: ${span}`,
  quote: (text: string) => `„${text}“`,
  reported: 'indirekt',
  dates: {
    hearing: 'Verhandlung',
    ruling: 'Entscheidung',
    'objection-deadline': 'Widerspruchsfrist',
    'training-start': 'Trainingsbeginn',
    fine: 'Bußgeld',
    announcement: 'Ankündigung',
    other: 'Nächster Termin',
  } as Readonly<Record<string, string>>,
};

const ENGLISH: typeof GERMAN = {
  parties: 'Parties',
  topics: 'Topics',
  dockets: 'Case number',
  statements: 'Who says what',
  outlets: 'Coverage',
  ownReport: 'own report',
  reprint: 'reprint',
  copyOf: (agencies) => `${agencies} copy`,
  withAgency: (agencies) => `with ${agencies} material`,
  primary: 'primary source',
  more: (n) => `and ${n} more`,
  story: (id) => `Story ${id}`,
  articles: (n) => count(n, 'article', 'articles'),
  outletCount: (n) => count(n, 'outlet', 'outlets'),
  storyCount: (n) => count(n, 'story', 'stories'),
  continued: 'This story goes on in:',
  withdrawnTitle: 'Withdrawn',
  withdrawn: (agencies) => `${agencies} withdrew its report.`,
  catchUpTitle: 'Caught up',
  catchUp: (stories, articles, outlets) =>
    `Stored silently: ${stories}, ${articles}, ${outlets}. They are not posted one by one; each new story gets a message of its own.`,
  between: 'Period',
  newest: 'Newest stories',
  sources: (n) => count(n, 'source', 'sources'),
  alertDownTitle: (who) => `Nothing comes any more: ${who}`,
  alertBackTitle: (who) => `Back again: ${who}`,
  alertDown: {
    failing: 'cannot be read since',
    ended: 'ended for good (410) on',
    silent: 'nothing new since',
  },
  alertBack: {
    failing: 'can be read again; could not since',
    ended: 'back again; had ended on',
    silent: 'brings news again; was silent since',
  },
  usually: (span) => `usual gap: ${span}`,
  quote: (text) => `“${text}”`,
  reported: 'reported',
  dates: {
    hearing: 'Hearing',
    ruling: 'Ruling',
    'objection-deadline': 'Objection deadline',
    'training-start': 'Start of training',
    fine: 'Fine',
    announcement: 'Announcement',
    other: 'Next date',
  },
};

export type Words = typeof GERMAN;

/** The labels of messages in one language. */
export const wordsOf = (language: MessageLanguage): Words => (language === 'de' ? GERMAN : ENGLISH);
