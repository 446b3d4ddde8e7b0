import type { Field, QuestionName } from './model.ts';

/** A name and a description in the languages that members can have. */
export interface Named {
  en: string;
  de: string;
  /** At most 100 characters, as Discord has it. */
  describe: { en: string; de: string };
}

export const COMMAND_WORDS: Readonly<Record<QuestionName | 'follow', Named>> = {
  stories: {
    en: 'stories',
    de: 'storys',
    describe: { en: 'The stories, the latest first', de: 'Die Storys, die neuesten zuerst' },
  },
  story: {
    en: 'story',
    de: 'story',
    describe: {
      en: 'One story: summary, who says what, who reported',
      de: 'Eine Story: Zusammenfassung, wer was sagt, wer berichtet hat',
    },
  },
  search: {
    en: 'search',
    de: 'suche',
    describe: {
      en: 'Find articles: words, "phrases", -without, this OR that, begin*',
      de: 'Artikel finden: Wörter, "Wortfolgen", -ohne, dies ODER das, Anfang*',
    },
  },
  timeline: {
    en: 'timeline',
    de: 'chronik',
    describe: {
      en: 'Known events and stories in one chronology, the latest first',
      de: 'Bekannte Ereignisse und Storys in einer Chronik, das Neueste zuerst',
    },
  },
  party: {
    en: 'party',
    de: 'partei',
    describe: {
      en: 'A party: how often it is named, its latest stories and statements',
      de: 'Eine Partei: wie oft sie vorkommt, ihre neuesten Storys und Aussagen',
    },
  },
  statements: {
    en: 'statements',
    de: 'aussagen',
    describe: { en: 'Who said what, the latest first', de: 'Wer was gesagt hat, das Neueste zuerst' },
  },
  dates: {
    en: 'dates',
    de: 'termine',
    describe: {
      en: 'Hearings, rulings and deadlines that the press names',
      de: 'Verhandlungen, Entscheidungen und Fristen, die die Presse nennt',
    },
  },
  explain: {
    en: 'explain',
    de: 'warum',
    describe: {
      en: 'Why an article was kept, tagged, grouped or dropped',
      de: 'Warum ein Artikel behalten, eingeordnet oder verworfen wurde',
    },
  },
  status: {
    en: 'status',
    de: 'status',
    describe: { en: 'How the bot and its sources are doing', de: 'Wie es dem Bot und seinen Quellen geht' },
  },
  follow: {
    en: 'follow',
    de: 'folgen',
    describe: {
      en: 'Take or give back the role of a party or a topic',
      de: 'Die Rolle einer Partei oder eines Themas nehmen oder zurückgeben',
    },
  },
};

export const FIELD_WORDS: Readonly<Record<Field | 'public' | 'role', Named>> = {
  query: {
    en: 'query',
    de: 'suchtext',
    describe: { en: 'What to look for', de: 'Wonach gesucht wird' },
  },
  story: {
    en: 'story',
    de: 'story',
    describe: {
      en: 'Its number, or words of its title',
      de: 'Ihre Nummer oder Wörter aus ihrem Titel',
    },
  },
  party: {
    en: 'party',
    de: 'partei',
    describe: { en: 'A party of the dispute', de: 'Eine Partei der Auseinandersetzung' },
  },
  topic: {
    en: 'topic',
    de: 'thema',
    describe: { en: 'A topic of the dispute', de: 'Ein Thema der Auseinandersetzung' },
  },
  docket: {
    en: 'docket',
    de: 'aktenzeichen',
    describe: { en: 'A case number', de: 'Ein Aktenzeichen' },
  },
  article: {
    en: 'article',
    de: 'artikel',
    describe: {
      en: 'Its address, or words of its title',
      de: 'Seine Adresse oder Wörter aus seinem Titel',
    },
  },
  since: {
    en: 'since',
    de: 'seit',
    describe: { en: 'From this day on, such as 2025-05-27', de: 'Ab diesem Tag, etwa 27.5.2025' },
  },
  until: {
    en: 'until',
    de: 'bis',
    describe: { en: 'Up to this day, such as 2025-05-27', de: 'Bis zu diesem Tag, etwa 27.5.2025' },
  },
  past: {
    en: 'past',
    de: 'vergangene',
    describe: { en: 'Also days that are over', de: 'Auch Tage, die vorbei sind' },
  },
  translate: {
    en: 'translate',
    de: 'übersetzen',
    describe: {
      en: 'Also under the names that other languages have for it',
      de: 'Auch unter den Namen, die es in anderen Sprachen hat',
    },
  },
  public: {
    en: 'public',
    de: 'öffentlich',
    describe: {
      en: 'Show the answer to everyone in the channel',
      de: 'Die Antwort allen im Kanal zeigen',
    },
  },
  role: {
    en: 'role',
    de: 'rolle',
    describe: { en: 'What to follow, or to follow no longer', de: 'Wem zu folgen ist oder nicht mehr' },
  },
};
