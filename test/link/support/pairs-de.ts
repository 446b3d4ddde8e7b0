import type { Pair } from './types.ts';

const RULING =
  'Das Oberlandesgericht Köln hat am Freitag den Eilantrag der Verbraucherzentrale NRW gegen Meta abgewiesen.';
const PLAN =
  'Meta will ab dem 27. Mai 2025 öffentliche Beiträge erwachsener Nutzer für das Training seiner KI verwenden.';
const SUIT = 'Die Datenschutzorganisation Noyb hat Meta vor dem Gericht in Hamburg verklagt.';
const FINE = 'Die irische Behörde verhängte gegen den Konzern eine Strafe von 1,2 Milliarden Euro.';
const CRITIC = 'Max Schrems kritisierte, Meta ignoriere die Rechte von mehr als 200 Millionen Menschen.';
const QUOTE = 'Der Vorsitzende Richter nannte den Plan „ein legitimes Ziel“ des Unternehmens.';
const STOP =
  'Die Hamburger Behörde hat ihr Verfahren gegen Meta nicht fortgeführt, wie sie am Montag mitteilte.';
const SURVEY =
  'In einer Umfrage lehnten 66 Prozent der 1.000 Befragten das KI-Training mit ihren Daten ab, 7 Prozent stimmten zu.';
const DEADLINE = 'Nutzer können bis zum 26. Mai über ein Formular widersprechen.';
const ORDER = 'Das Gericht untersagte dem Konzern, Daten aus Facebook und Instagram zusammenzuführen.';

/** German claims beside the sentences they are to be drawn from. */
export const GERMAN: readonly Pair[] = [
  // Supported: word for word, shortened, turned, in other words of the same meaning.
  ['de', RULING, RULING, 'word for word'],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln wies den Eilantrag der Verbraucherzentrale NRW ab.',
    'shortened, other tense',
  ],
  [
    'de',
    RULING,
    'Am Freitag wurde der Eilantrag der Verbraucherzentrale NRW vom Oberlandesgericht Köln abgewiesen.',
    'turned into the passive',
  ],
  ['de', RULING, 'Das OLG Köln hat den Eilantrag gegen Meta abgelehnt.', 'alias of the court, other verb'],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln wies den Antrag gegen Meta am Freitag zurück.',
    'head of a compound',
  ],
  [
    'de',
    PLAN,
    'Meta will ab dem 27. Mai öffentliche Beiträge für das Training seiner KI nutzen.',
    'other verb, fewer words',
  ],
  [
    'de',
    PLAN,
    'Ab dem 27.05.2025 will Meta öffentliche Beiträge erwachsener Nutzer für das KI-Training verwenden.',
    'date in figures',
  ],
  ['de', SUIT, 'Noyb hat Meta in Hamburg verklagt.', 'shortened'],
  ['de', SUIT, 'Meta wurde von Noyb vor dem Gericht in Hamburg verklagt.', 'turned into the passive'],
  [
    'de',
    FINE,
    'Gegen den Konzern verhängte die irische Behörde eine Strafe von 1,2 Milliarden Euro.',
    'other order',
  ],
  [
    'de',
    FINE,
    'Die Behörde verhängte eine Strafe von 1.200 Millionen Euro.',
    'same amount written otherwise',
  ],
  [
    'de',
    CRITIC,
    'Schrems kritisierte, Meta ignoriere die Rechte von mehr als 200 Millionen Menschen.',
    'last name only',
  ],
  ['de', QUOTE, 'Der Richter nannte den Plan „ein legitimes Ziel“.', 'quotation kept'],
  [
    'de',
    STOP,
    'Die Hamburger Behörde führte ihr Verfahren gegen Meta nicht fort, teilte sie am Montag mit.',
    'separable verb',
  ],
  [
    'de',
    SURVEY,
    'In einer Umfrage lehnten 66 Prozent der 1000 Befragten das KI-Training mit ihren Daten ab.',
    'one of two results',
  ],
  ['de', DEADLINE, 'Nutzer können bis zum 26. Mai widersprechen.', 'shortened'],
  ['de', DEADLINE, 'Bis zum 26. Mai können Nutzer über ein Formular widersprechen.', 'other order'],
  [
    'de',
    ORDER,
    'Das Gericht verbot dem Konzern, Daten aus Facebook und Instagram zusammenzuführen.',
    'other verb',
  ],
  [
    'de',
    ORDER,
    'Dem Konzern wurde vom Gericht untersagt, Daten aus Facebook und Instagram zusammenzuführen.',
    'passive with agent',
  ],
  [
    'de',
    ['Meta stellte seine Pläne am Montag vor.', 'Der Konzern will öffentliche Beiträge verwenden.'],
    'Meta will öffentliche Beiträge verwenden.',
    'a name from the sentence before',
  ],
  // Not supported: each by one thing.
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln wies den Eilantrag der Verbraucherzentrale NRW nicht ab.',
    null,
    'negation added',
  ],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln gab dem Eilantrag der Verbraucherzentrale NRW gegen Meta statt.',
    null,
    'opposite verb',
  ],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln hat am Donnerstag den Eilantrag der Verbraucherzentrale NRW gegen Meta abgewiesen.',
    null,
    'weekday',
  ],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Hamm hat am Freitag den Eilantrag der Verbraucherzentrale NRW gegen Meta abgewiesen.',
    null,
    'another court',
  ],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln hat den Eilantrag von Noyb gegen Meta abgewiesen.',
    null,
    'another claimant',
  ],
  [
    'de',
    RULING,
    'Die Verbraucherzentrale NRW hat am Freitag den Eilantrag gegen Meta abgewiesen.',
    null,
    'another one acts',
  ],
  [
    'de',
    RULING,
    'Meta hat den Eilantrag der Verbraucherzentrale NRW abgewiesen.',
    null,
    'the other party acts',
  ],
  [
    'de',
    RULING,
    'Das Oberlandesgericht Köln hat den Eilantrag gegen Google abgewiesen.',
    null,
    'a company that is not there',
  ],
  [
    'de',
    PLAN,
    'Meta will ab dem 26. Mai öffentliche Beiträge für das Training seiner KI verwenden.',
    null,
    'day',
  ],
  [
    'de',
    PLAN,
    'Meta will ab dem 27. Juni öffentliche Beiträge für das Training seiner KI verwenden.',
    null,
    'month',
  ],
  [
    'de',
    PLAN,
    'Meta will ab dem 27. Mai 2026 öffentliche Beiträge für das Training seiner KI verwenden.',
    null,
    'year',
  ],
  [
    'de',
    PLAN,
    'Meta verwendet öffentliche Beiträge erwachsener Nutzer für das Training seiner KI.',
    null,
    'a plan told as a fact',
  ],
  [
    'de',
    PLAN,
    'Meta muss öffentliche Beiträge erwachsener Nutzer für das Training seiner KI verwenden.',
    null,
    'a plan told as a duty',
  ],
  [
    'de',
    PLAN,
    'Meta will private Beiträge erwachsener Nutzer für das Training seiner KI verwenden.',
    null,
    'opposite adjective',
  ],
  [
    'de',
    PLAN,
    'Meta will öffentliche Beiträge minderjähriger Nutzer für das Training seiner KI verwenden.',
    null,
    'opposite adjective',
  ],
  [
    'de',
    SUIT,
    'Meta hat die Datenschutzorganisation Noyb vor dem Gericht in Hamburg verklagt.',
    null,
    'who sues whom',
  ],
  ['de', SUIT, 'Noyb wurde von Meta vor dem Gericht in Hamburg verklagt.', null, 'who sues whom, passive'],
  ['de', SUIT, 'Noyb wurde vor dem Gericht in Hamburg verklagt.', null, 'the claimant as the one sued'],
  ['de', SUIT, 'Noyb hat Meta vor dem Gericht in Berlin verklagt.', null, 'place'],
  ['de', SUIT, 'Noyb hat Meta und Google vor dem Gericht in Hamburg verklagt.', null, 'somebody added'],
  [
    'de',
    FINE,
    'Die irische Behörde verhängte gegen den Konzern eine Strafe von 1,2 Millionen Euro.',
    null,
    'scale',
  ],
  [
    'de',
    FINE,
    'Die irische Behörde verhängte gegen den Konzern eine Strafe von 1,2 Milliarden Dollar.',
    null,
    'currency',
  ],
  [
    'de',
    FINE,
    'Die irische Behörde verhängte gegen den Konzern eine Strafe von mehr als 1,2 Milliarden Euro.',
    null,
    'bound added',
  ],
  [
    'de',
    FINE,
    'Die italienische Behörde verhängte gegen den Konzern eine Strafe von 1,2 Milliarden Euro.',
    null,
    'country',
  ],
  [
    'de',
    CRITIC,
    'Meta ignoriert die Rechte von mehr als 200 Millionen Menschen.',
    null,
    'an accusation told as a fact',
  ],
  [
    'de',
    CRITIC,
    'Max Schrems kritisierte, Meta ignoriere die Rechte von 200 Millionen Menschen.',
    null,
    'bound dropped',
  ],
  [
    'de',
    CRITIC,
    'Meta kritisierte, Max Schrems ignoriere die Rechte von mehr als 200 Millionen Menschen.',
    null,
    'speakers swapped',
  ],
  [
    'de',
    QUOTE,
    'Der Vorsitzende Richter nannte den Plan „ein legitimes Vorhaben“ des Unternehmens.',
    null,
    'quotation changed',
  ],
  [
    'de',
    STOP,
    'Die Hamburger Behörde hat ihr Verfahren gegen Meta fortgeführt, wie sie am Montag mitteilte.',
    null,
    'negation dropped',
  ],
  [
    'de',
    SURVEY,
    'In einer Umfrage lehnten 7 Prozent der 1.000 Befragten das KI-Training mit ihren Daten ab.',
    null,
    'figures swapped',
  ],
  [
    'de',
    SURVEY,
    'In einer Umfrage lehnten 66 der 1.000 Befragten das KI-Training mit ihren Daten ab.',
    null,
    'per cent dropped',
  ],
  [
    'de',
    DEADLINE,
    'Nutzer müssen bis zum 26. Mai über ein Formular widersprechen.',
    null,
    'may becomes must',
  ],
  ['de', DEADLINE, 'Nutzer können bis zum 26. Mai über ein Formular zustimmen.', null, 'opposite verb'],
  [
    'de',
    ORDER,
    'Das Gericht erlaubte dem Konzern, Daten aus Facebook und Instagram zusammenzuführen.',
    null,
    'opposite verb',
  ],
  [
    'de',
    ORDER,
    'Das Gericht untersagte dem Konzern, Daten aus Facebook und WhatsApp zusammenzuführen.',
    null,
    'another service',
  ],
  [
    'de',
    [SUIT, PLAN],
    'Noyb will öffentliche Beiträge erwachsener Nutzer für das Training seiner KI verwenden.',
    null,
    'two sentences mixed',
  ],
  [
    'de',
    ['Noyb kritisierte Meta am Montag scharf.', 'Der Konzern will öffentliche Beiträge verwenden.'],
    'Noyb will öffentliche Beiträge verwenden.',
    null,
    'points back to another',
  ],
  [
    'de',
    RULING,
    'Das Urteil ist ein schwerer Rückschlag für den Datenschutz in Europa.',
    null,
    'an opinion of nobody',
  ],
  ['de', RULING, 'Die Verbraucherzentrale NRW kündigte Berufung an.', null, 'something that may be true'],
];
