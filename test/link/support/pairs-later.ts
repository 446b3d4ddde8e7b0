import type { Pair } from './types.ts';

const HOSPITAL =
  'Das Universitätsklinikum Jena hat am Montag die ersten drei Patienten mit der neuen Gentherapie behandelt.';
const STRIKE =
  'Die Pilotenvereinigung Cockpit drohte Lufthansa mit Streiks, falls bis zum 15. September kein Angebot vorliegt.';
const MERGER = 'Die EU-Kommission genehmigte die Übernahme von Covestro durch Adnoc unter Auflagen.';
const RECALL =
  'Volkswagen ruft wegen defekter Bremsen weltweit 128.000 Fahrzeuge zurück, davon 31.000 in Deutschland.';
const MAYOR =
  'Nach Angaben der Polizei wurden bei der Demonstration in Halle zwei Beamte verletzt und elf Menschen festgenommen.';
const LAW = 'Der Bundesrat will das Gesetz nicht aufhalten, obwohl Bayern Bedenken äußerte.';
const E_DATA =
  "Denmark's data agency ordered schools to stop using Chromebooks by August 1 unless Google changes its contracts.";
const E_PROBE =
  'The Dutch authority is investigating whether Clearview illegally collected more than 30 billion photos.';
const E_DEAL =
  'Reddit agreed to license its posts to OpenAI, the companies said on Thursday, without disclosing the price.';
const E_APPEAL = 'TikTok lost its appeal against a fine of 345 million euros imposed by the Irish regulator.';

/** Claims and sources written last; docs/benchmarks.md has what was right at first sight. */
export const LATER: readonly Pair[] = [
  [
    'de',
    HOSPITAL,
    'Das Universitätsklinikum Jena hat die ersten drei Patienten mit der Gentherapie behandelt.',
    'shortened',
  ],
  [
    'de',
    HOSPITAL,
    'Drei Patienten wurden am Montag im Universitätsklinikum Jena mit der neuen Gentherapie behandelt.',
    'turned into the passive',
  ],
  [
    'de',
    STRIKE,
    'Cockpit drohte Lufthansa mit Streiks, falls bis zum 15. September kein Angebot vorliegt.',
    'shortened',
  ],
  [
    'de',
    MERGER,
    'Die Übernahme von Covestro durch Adnoc wurde von der EU-Kommission unter Auflagen genehmigt.',
    'turned into the passive',
  ],
  ['de', RECALL, 'Volkswagen ruft weltweit 128.000 Fahrzeuge wegen defekter Bremsen zurück.', 'other order'],
  [
    'de',
    MAYOR,
    'Bei der Demonstration in Halle wurden laut Polizei zwei Beamte verletzt.',
    'laut for nach Angaben',
  ],
  ['de', LAW, 'Der Bundesrat will das Gesetz nicht aufhalten.', 'one of two clauses'],
  [
    'en',
    E_DATA,
    "Denmark's data agency ordered schools to stop using Chromebooks unless Google changes its contracts.",
    'shortened',
  ],
  [
    'en',
    E_PROBE,
    'The Dutch authority is investigating whether Clearview illegally collected photos.',
    'shortened',
  ],
  ['en', E_DEAL, 'Reddit agreed to license its posts to OpenAI, the companies said.', 'shortened'],
  ['en', E_APPEAL, 'TikTok lost its appeal against a fine of 345 million euros.', 'shortened'],
  [
    'de',
    HOSPITAL,
    'Das Universitätsklinikum Jena hat am Montag die ersten dreizehn Patienten mit der neuen Gentherapie behandelt.',
    null,
    'figure in words',
  ],
  [
    'de',
    HOSPITAL,
    'Das Universitätsklinikum Jena hat am Montag die ersten drei Patienten mit der neuen Gentherapie geheilt.',
    null,
    'another verb',
  ],
  [
    'de',
    STRIKE,
    'Lufthansa drohte Cockpit mit Streiks, falls bis zum 15. September kein Angebot vorliegt.',
    null,
    'who threatens whom',
  ],
  ['de', STRIKE, 'Cockpit streikt ab dem 15. September bei Lufthansa.', null, 'a threat told as a fact'],
  [
    'de',
    MERGER,
    'Die EU-Kommission genehmigte die Übernahme von Adnoc durch Covestro unter Auflagen.',
    null,
    'who buys whom',
  ],
  [
    'de',
    MERGER,
    'Die EU-Kommission genehmigte die Übernahme von Covestro durch Adnoc ohne Auflagen.',
    null,
    'unter becomes ohne',
  ],
  [
    'de',
    RECALL,
    'Volkswagen ruft wegen defekter Bremsen in Deutschland 128.000 Fahrzeuge zurück.',
    null,
    'figure of another place',
  ],
  [
    'de',
    MAYOR,
    'Nach Angaben der Polizei wurden bei der Demonstration in Halle elf Beamte verletzt und zwei Menschen festgenommen.',
    null,
    'figures swapped',
  ],
  ['de', LAW, 'Der Bundesrat will das Gesetz aufhalten.', null, 'negation dropped'],
  ['de', LAW, 'Bayern will das Gesetz nicht aufhalten.', null, 'another one acts'],
  ['en', E_DATA, 'Google ordered schools to stop using Chromebooks by August 1.', null, 'another one acts'],
  [
    'en',
    E_DATA,
    "Denmark's data agency ordered schools to stop using Chromebooks by August 11.",
    null,
    'day',
  ],
  [
    'en',
    E_PROBE,
    'Clearview illegally collected more than 30 billion photos.',
    null,
    'a question told as a fact',
  ],
  [
    'en',
    E_PROBE,
    'The Dutch authority found that Clearview illegally collected more than 30 billion photos.',
    null,
    'another verb',
  ],
  [
    'en',
    E_DEAL,
    'OpenAI agreed to license its posts to Reddit, the companies said on Thursday.',
    null,
    'who gives to whom',
  ],
  [
    'en',
    E_DEAL,
    'Reddit refused to license its posts to OpenAI, the companies said on Thursday.',
    null,
    'opposite verb',
  ],
  [
    'en',
    E_APPEAL,
    'TikTok won its appeal against a fine of 345 million euros imposed by the Irish regulator.',
    null,
    'opposite verb',
  ],
  [
    'en',
    E_APPEAL,
    'The Irish regulator lost its appeal against a fine of 345 million euros.',
    null,
    'another one acts',
  ],
  [
    'en',
    E_APPEAL,
    'TikTok lost its appeal against a fine of 435 million euros imposed by the Irish regulator.',
    null,
    'figure',
  ],
];
