import type { Pair } from './types.ts';

const RULING =
  'A court in Cologne on Friday rejected a bid by a German consumer group to stop Meta from training AI on public posts.';
const PLAN = 'Meta plans to use public posts of adult users in the European Union from May 27.';
const SUIT = 'Privacy group noyb sued Meta in a Dublin court on Tuesday.';
const FINE = "Ireland's regulator fined the company 1.2 billion euros ($1.4 billion) in 2023.";
const CLAIM = 'Max Schrems said Meta ignores the rights of at least 400 million people.';
const QUOTE = 'The judge called the plan “a legitimate end” that could not be reached otherwise.';
const NOT = 'The Irish watchdog did not block the training, but asked Meta for a report in October.';
const MAY = 'Users may object through a form until May 26.';

/** English claims beside the sentences they are to be drawn from. */
export const ENGLISH: readonly Pair[] = [
  [
    'en',
    RULING,
    'On Friday a court in Cologne rejected a bid by a German consumer group to stop Meta from training AI.',
    'shortened, other order',
  ],
  [
    'en',
    RULING,
    'A bid by a German consumer group to stop Meta from training AI on public posts was rejected by a court in Cologne.',
    'turned into the passive',
  ],
  [
    'en',
    RULING,
    'A court in Cologne dismissed a bid to stop Meta from training AI on public posts.',
    'other verb',
  ],
  ['en', PLAN, 'Meta plans to use public posts of adult users from 27 May.', 'day before month'],
  [
    'en',
    PLAN,
    'From May 27, Meta plans to use public posts of adult users in the European Union.',
    'other order',
  ],
  ['en', SUIT, 'The group noyb sued Meta in Dublin.', 'shortened'],
  ['en', SUIT, 'Meta was sued by noyb in a Dublin court on Tuesday.', 'turned into the passive'],
  ['en', FINE, 'The Irish regulator fined the company 1.2 billion euros in 2023.', 'adjective of a place'],
  [
    'en',
    CLAIM,
    'Schrems said that Meta ignores the rights of at least 400 million people.',
    'last name only',
  ],
  ['en', QUOTE, 'The judge called the plan "a legitimate end".', 'a quotation shortened at its end'],
  ['en', NOT, 'The Irish watchdog did not block the training.', 'one of two clauses'],
  ['en', NOT, 'The Irish watchdog asked Meta for a report in October.', 'the clause without the negation'],
  ['en', MAY, 'Users may object through a form.', 'shortened'],
  [
    'en',
    ['Meta presented its plan on Monday.', 'The company wants to use public posts.'],
    'Meta wants to use public posts.',
    'a name from the sentence before',
  ],
  [
    'en',
    RULING,
    'A court in Cologne on Monday rejected a bid by a German consumer group to stop Meta from training AI.',
    null,
    'weekday',
  ],
  [
    'en',
    RULING,
    'A court in Hamburg rejected a bid by a German consumer group to stop Meta from training AI.',
    null,
    'place',
  ],
  [
    'en',
    RULING,
    'A court in Cologne granted a bid by a German consumer group to stop Meta from training AI.',
    null,
    'opposite verb',
  ],
  [
    'en',
    RULING,
    'A German consumer group rejected a bid to stop Meta from training AI on public posts.',
    null,
    'another one acts',
  ],
  [
    'en',
    RULING,
    'A court in Cologne rejected a bid by a German consumer group to stop Google from training AI.',
    null,
    'another company',
  ],
  [
    'en',
    RULING,
    'A court in Cologne did not reject a bid by a German consumer group to stop Meta from training AI.',
    null,
    'negation added',
  ],
  [
    'en',
    PLAN,
    'Meta plans to use private posts of adult users in the European Union from May 27.',
    null,
    'opposite adjective',
  ],
  ['en', PLAN, 'Meta uses public posts of adult users in the European Union.', null, 'a plan told as a fact'],
  [
    'en',
    PLAN,
    'Meta plans to use public posts of adult users in the European Union from May 17.',
    null,
    'day',
  ],
  [
    'en',
    PLAN,
    'Meta plans to sell public posts of adult users in the European Union from May 27.',
    null,
    'another verb',
  ],
  ['en', SUIT, 'Meta sued privacy group noyb in a Dublin court on Tuesday.', null, 'who sues whom'],
  [
    'en',
    SUIT,
    'Privacy group noyb was sued by Meta in a Dublin court on Tuesday.',
    null,
    'who sues whom, passive',
  ],
  ['en', FINE, "Ireland's regulator fined the company 1.4 billion euros in 2023.", null, 'figures swapped'],
  ['en', FINE, "Ireland's regulator fined the company 1.2 million euros in 2023.", null, 'scale'],
  ['en', FINE, "Ireland's regulator fined the company 1.2 billion euros in 2024.", null, 'year'],
  [
    'en',
    CLAIM,
    'Meta ignores the rights of at least 400 million people.',
    null,
    'an accusation told as a fact',
  ],
  [
    'en',
    CLAIM,
    'Meta said Max Schrems ignores the rights of at least 400 million people.',
    null,
    'speakers swapped',
  ],
  [
    'en',
    CLAIM,
    'Max Schrems said Meta ignores the rights of at most 400 million people.',
    null,
    'bound turned',
  ],
  [
    'en',
    QUOTE,
    'The judge called the plan “a legal end” that could not be reached otherwise.',
    null,
    'quotation changed',
  ],
  ['en', NOT, 'The Irish watchdog blocked the training.', null, 'negation dropped'],
  ['en', MAY, 'Users must object through a form until May 26.', null, 'may becomes must'],
  ['en', MAY, 'Users may not object through a form.', null, 'negation added'],
  [
    'en',
    [SUIT, PLAN],
    'Noyb plans to use public posts of adult users in the European Union.',
    null,
    'two sentences mixed',
  ],
  ['en', RULING, 'Legal experts expect the ruling to be appealed.', null, 'invented'],
];
