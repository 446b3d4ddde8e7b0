// Speed of analysis on one core: full analysis of a 500-word article (target: at most 2 ms) and the entry filter
// (target: at least 200,000 entries a second). Build first, then: node bench/analyse-speed.mjs
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { product } from './adapters/_product.mjs';

const { loadDossier } = await product('config/load');
const { analyse, compileDossier, entryMatters } = await product('analyse/index');

const compileStart = performance.now();
const dossier = compileDossier(loadDossier(fileURLToPath(new URL('../config', import.meta.url))));
const compileMs = performance.now() - compileStart;

const PARAGRAPHS = [
  'Das Oberlandesgericht Köln hat am Freitag den Eilantrag der Verbraucherzentrale NRW gegen Meta zurückgewiesen. Der Konzern darf damit ab dem 27. Mai öffentliche Beiträge erwachsener Nutzer von Facebook und Instagram für das Training seiner künstlichen Intelligenz verwenden (Az. 15 UKl 2/25).',
  '„Wir halten das Vorgehen weiter für rechtlich bedenklich“, sagte Christine Steffen von der Verbraucherzentrale. Einmal verwendete Daten ließen sich kaum zurückholen. Wer nicht einverstanden sei, könne noch bis Montag widersprechen; das Formular finde sich in den Einstellungen der beiden Dienste.',
  'Die irische Datenschutzkommission (DPC) hatte in der vergangenen Woche erklärt, Meta habe seine Schutzmaßnahmen verbessert. Die DPC erwartet im Oktober einen Bericht. Der Hamburgische Beauftragte für Datenschutz und Informationsfreiheit prüft dagegen ein Dringlichkeitsverfahren nach Art. 66 DSGVO.',
  'Die Bürgerrechtler von noyb um Max Schrems hatten dem Unternehmen bereits am 14. Mai eine Frist gesetzt. Sie verlangen, dass vor einer Nutzung persönlicher Daten um Einwilligung gebeten wird, und drohen mit einer Sammelklage. Meta beruft sich auf ein berechtigtes Interesse.',
];
let article = '';
for (let i = 0; article.split(/\s+/).length < 500; i++) article += `${PARAGRAPHS[i % PARAGRAPHS.length]}\n\n`;
article = article
  .split(/(?<=\s)/)
  .slice(0, 500)
  .join('');
const input = {
  url: 'https://outlet.example/meta',
  title: 'Gericht erlaubt Meta KI-Training mit Nutzerdaten',
  teaser: 'Verbraucherschützer scheitern in Köln, die Frist für den Widerspruch läuft am Montag ab.',
  text: article,
  language: 'de',
  publishedAt: '2025-05-23T16:00:00.000Z',
};

const entries = [
  [
    'Stadtrat berät über neue Radwege',
    'Die Verwaltung legt am Donnerstag einen Plan für die Innenstadt vor, Anwohner fürchten um Parkplätze.',
  ],
  [
    'Storm closes schools along the coast',
    'Officials urged residents to stay at home as heavy rain and wind were expected to last until Friday.',
  ],
  [
    'Aktien Frankfurt: Dax kaum verändert',
    'Anleger warten auf neue Daten aus den USA; gefragt waren vor allem Autowerte und Versicherer.',
  ],
  [
    'Meta startet KI-Training in Deutschland',
    'Die Widerspruchsfrist ist abgelaufen, öffentliche Beiträge dürfen verwendet werden.',
  ],
  [
    'Trainer lobt sein Team nach dem Sieg',
    'Nach einem harten Training zahlt sich die Arbeit der vergangenen Wochen aus, sagte der Coach.',
  ],
].map(([title, teaser]) => ({ title, teaser }));

/** Processor time of the fastest of several rounds: what else runs on the machine disturbs the others. */
function fastest(rounds, work) {
  work();
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

// Short rounds and many: one of them finds the machine quiet.
const ARTICLES = 20;
const articleMs =
  fastest(150, () => {
    for (let i = 0; i < ARTICLES; i++) analyse({ ...input, text: `${article}${i}` }, dossier);
  }) / ARTICLES;
const ENTRIES = 20_000;
const entriesMs = fastest(50, () => {
  for (let i = 0; i < ENTRIES; i++) entryMatters(entries[i % entries.length], dossier);
});

const cpu = os.cpus()[0]?.model.trim() ?? 'unknown CPU';
console.log(`machine            ${cpu}, Node ${process.version}`);
console.log(`compile the dossier ${compileMs.toFixed(0)} ms (once per configuration)`);
console.log(
  `full analysis       ${articleMs.toFixed(2)} ms for 500 words (target 2.00, ratio ${(articleMs / 2).toFixed(2)})`,
);
const rate = (ENTRIES / entriesMs) * 1000;
console.log(
  `entry filter        ${Math.round(rate).toLocaleString('en')} entries/s (target 200,000, ratio ${(rate / 200_000).toFixed(2)})`,
);
