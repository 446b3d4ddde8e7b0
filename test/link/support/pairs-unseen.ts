import type { Pair } from './types.ts';

const STRIKE =
  'Die Gewerkschaft Verdi hat die Beschäftigten der Stadtwerke Kassel für Donnerstag zu einem Warnstreik aufgerufen.';
const FIRE =
  'Bei einem Brand in einem Lagerhaus in Duisburg sind am Sonntagabend drei Menschen leicht verletzt worden.';
const BUDGET =
  'Der Stadtrat stimmte dem Haushalt mit 31 zu 14 Stimmen zu, obwohl die Grünen ihn zuvor als unsozial bezeichnet hatten.';
const COURT = 'Das Landgericht Hamburg gab der Klage eines Fotografen gegen den Verein Laion nicht statt.';
const CHIEF =
  'Justizministerin Stefanie Hubig sagte, die Bundesregierung werde den Entwurf erst im Herbst vorlegen.';
const PRICE =
  'Die Aktie des Konzerns stieg um 3,5 Prozent auf 612 Dollar, nachdem sie am Vortag um 2 Prozent gefallen war.';
const CARTEL = 'Das Bundeskartellamt prüft, ob Amazon kleinere Händler benachteiligt.';
const APPEAL = 'Gegen das Urteil kann keine Berufung eingelegt werden, sagte eine Sprecherin des Gerichts.';
const DEAL = 'Anthropic hat sich mit Autoren auf einen Vergleich über 1,5 Milliarden Dollar geeinigt.';
const MOVE =
  'Apple verschob den Start seiner Assistenzfunktion in der EU und begründete das mit dem Digital Markets Act.';

const E_SUIT =
  'The New York Times sued OpenAI and Microsoft in December 2023, accusing them of copying millions of articles.';
const E_CLOUD =
  "Britain's competition watchdog said it would not investigate Microsoft's partnership with Mistral AI.";
const E_BAN =
  'Italy temporarily banned the chatbot in March after a data breach exposed payment details of some users.';
const E_STAFF = 'About 300 employees signed a letter urging Google to drop the contract.';
const E_VOTE = 'Lawmakers in Strasbourg approved the rules by 523 votes to 46, with 49 abstentions.';
const E_TALK = 'Sundar Pichai told analysts that Google would spend $75 billion this year.';

/** Claims and sources of other news, written after the first rules; docs/benchmarks.md has what was right at first sight. */
export const UNSEEN: readonly Pair[] = [
  [
    'de',
    STRIKE,
    'Verdi ruft die Beschäftigten der Stadtwerke Kassel zu einem Warnstreik auf.',
    'other tense',
  ],
  [
    'de',
    STRIKE,
    'Für Donnerstag hat Verdi die Beschäftigten der Stadtwerke Kassel zum Warnstreik aufgerufen.',
    'other order',
  ],
  [
    'de',
    STRIKE,
    'Die Beschäftigten der Stadtwerke Kassel sind für Donnerstag zu einem Warnstreik aufgerufen.',
    'the one who called left out',
  ],
  ['de', FIRE, 'In Duisburg sind bei einem Brand drei Menschen leicht verletzt worden.', 'shortened'],
  [
    'de',
    FIRE,
    'Bei einem Brand in einem Lagerhaus wurden am Sonntagabend 3 Menschen leicht verletzt.',
    'figure for a word',
  ],
  ['de', BUDGET, 'Der Stadtrat stimmte dem Haushalt mit 31 zu 14 Stimmen zu.', 'one of two clauses'],
  ['de', COURT, 'Das Landgericht Hamburg gab der Klage gegen den Verein Laion nicht statt.', 'shortened'],
  [
    'de',
    CHIEF,
    'Hubig sagte, die Bundesregierung werde den Entwurf erst im Herbst vorlegen.',
    'last name only',
  ],
  [
    'de',
    CHIEF,
    'Die Bundesregierung wird den Entwurf laut Hubig erst im Herbst vorlegen.',
    'laut for a verb of saying',
  ],
  ['de', PRICE, 'Die Aktie stieg um 3,5 Prozent auf 612 Dollar.', 'one of two moves'],
  ['de', CARTEL, 'Das Kartellamt prüft, ob Amazon kleinere Händler benachteiligt.', 'head of a compound'],
  [
    'de',
    APPEAL,
    'Gegen das Urteil kann laut einer Sprecherin keine Berufung eingelegt werden.',
    'laut for a verb of saying',
  ],
  [
    'de',
    DEAL,
    'Anthropic und Autoren haben sich auf einen Vergleich über 1,5 Milliarden Dollar geeinigt.',
    'und for mit',
  ],
  ['de', MOVE, 'Apple verschob den Start seiner Assistenzfunktion in der EU.', 'one of two clauses'],
  ['en', E_SUIT, 'The New York Times sued OpenAI and Microsoft in December 2023.', 'one of two clauses'],
  [
    'en',
    E_SUIT,
    'OpenAI and Microsoft were sued by The New York Times in December 2023.',
    'turned into the passive',
  ],
  ['en', E_BAN, 'Italy banned the chatbot in March after a data breach.', 'shortened'],
  ['en', E_STAFF, 'About 300 employees urged Google to drop the contract.', 'shortened'],
  ['en', E_VOTE, 'Lawmakers approved the rules by 523 votes to 46.', 'shortened'],
  ['en', E_TALK, 'Google would spend $75 billion this year, Sundar Pichai told analysts.', 'other order'],
  [
    'de',
    STRIKE,
    'Verdi hat die Beschäftigten der Stadtwerke Kassel für Freitag zu einem Warnstreik aufgerufen.',
    null,
    'weekday',
  ],
  [
    'de',
    STRIKE,
    'Die Stadtwerke Kassel haben Verdi für Donnerstag zu einem Warnstreik aufgerufen.',
    null,
    'who calls whom',
  ],
  [
    'de',
    STRIKE,
    'Verdi hat die Beschäftigten der Stadtwerke Göttingen für Donnerstag zu einem Warnstreik aufgerufen.',
    null,
    'place',
  ],
  [
    'de',
    FIRE,
    'Bei einem Brand in einem Lagerhaus in Duisburg sind drei Menschen schwer verletzt worden.',
    null,
    'opposite adverb',
  ],
  [
    'de',
    FIRE,
    'Bei einem Brand in einem Lagerhaus in Duisburg sind 13 Menschen leicht verletzt worden.',
    null,
    'figure',
  ],
  ['de', BUDGET, 'Der Stadtrat lehnte den Haushalt mit 31 zu 14 Stimmen ab.', null, 'opposite verb'],
  ['de', BUDGET, 'Die Grünen stimmten dem Haushalt mit 31 zu 14 Stimmen zu.', null, 'another one acts'],
  ['de', BUDGET, 'Der Haushalt ist unsozial.', null, 'an opinion told as a fact'],
  [
    'de',
    COURT,
    'Das Landgericht Hamburg gab der Klage eines Fotografen gegen den Verein Laion statt.',
    null,
    'negation dropped',
  ],
  [
    'de',
    COURT,
    'Das Landgericht Hamburg gab der Klage des Vereins Laion gegen einen Fotografen nicht statt.',
    null,
    'claimant and defendant swapped',
  ],
  [
    'de',
    CHIEF,
    'Stefanie Hubig sagte, die Bundesregierung werde den Entwurf schon im Herbst vorlegen.',
    null,
    'erst becomes schon',
  ],
  [
    'de',
    CHIEF,
    'Die Bundesregierung legt den Entwurf im Herbst vor.',
    null,
    'what somebody said told as a fact',
  ],
  ['de', PRICE, 'Die Aktie des Konzerns fiel um 3,5 Prozent auf 612 Dollar.', null, 'moves swapped'],
  ['de', PRICE, 'Die Aktie des Konzerns stieg um 2 Prozent auf 612 Dollar.', null, 'figures swapped'],
  ['de', CARTEL, 'Amazon benachteiligt kleinere Händler.', null, 'a question told as a fact'],
  [
    'de',
    CARTEL,
    'Amazon prüft, ob das Bundeskartellamt kleinere Händler benachteiligt.',
    null,
    'who examines whom',
  ],
  [
    'de',
    APPEAL,
    'Gegen das Urteil kann Berufung eingelegt werden, sagte eine Sprecherin des Gerichts.',
    null,
    'negation dropped',
  ],
  [
    'de',
    DEAL,
    'Anthropic hat sich mit Autoren auf einen Vergleich über 1,5 Milliarden Euro geeinigt.',
    null,
    'currency',
  ],
  [
    'de',
    DEAL,
    'OpenAI hat sich mit Autoren auf einen Vergleich über 1,5 Milliarden Dollar geeinigt.',
    null,
    'another company',
  ],
  ['de', MOVE, 'Apple verschob den Start seiner Assistenzfunktion in den USA.', null, 'place'],
  ['en', E_SUIT, 'OpenAI and Microsoft sued The New York Times in December 2023.', null, 'who sues whom'],
  ['en', E_SUIT, 'OpenAI and Microsoft copied millions of articles.', null, 'an accusation told as a fact'],
  [
    'en',
    E_CLOUD,
    "Britain's competition watchdog said it would investigate Microsoft's partnership with Mistral AI.",
    null,
    'negation dropped',
  ],
  [
    'en',
    E_BAN,
    'Italy permanently banned the chatbot in March after a data breach.',
    null,
    'opposite adverb',
  ],
  ['en', E_BAN, 'Spain temporarily banned the chatbot in March after a data breach.', null, 'country'],
  [
    'en',
    E_STAFF,
    'About 300 employees signed a letter praising Google for the contract.',
    null,
    'opposite verb',
  ],
  ['en', E_VOTE, 'Lawmakers in Strasbourg approved the rules by 523 votes to 49.', null, 'figures swapped'],
  ['en', E_VOTE, 'Lawmakers in Strasbourg rejected the rules by 523 votes to 46.', null, 'opposite verb'],
  [
    'en',
    E_TALK,
    'Sundar Pichai told analysts that Google would save $75 billion this year.',
    null,
    'opposite verb',
  ],
  ['en', E_TALK, 'Google will spend $75 billion this year.', null, 'what somebody said told as a fact'],
];
