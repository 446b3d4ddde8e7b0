import { createHash } from 'node:crypto';
import { berlin } from '../time.ts';
import type { OutletId, WorldArticle } from '../types.ts';

/** The everyday of the press: series with a template's wording, which fill the feeds between the events. */
interface Series {
  slug: string;
  section: string;
  time: string;
  /** Title, teaser and paragraphs from numbers drawn from the day. */
  write: (day: string, draw: (below: number) => number) => [title: string, teaser: string, ...body: string[]];
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2025, 3, 6);
const DAYS = 57;

function drawer(seed: string): (below: number) => number {
  const bytes = createHash('sha256').update(seed).digest();
  let next = 0;
  return (below) => {
    next = (next + 1) % 30;
    return bytes.readUInt16BE(next) % below;
  };
}

function german(day: string): string {
  return `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`;
}

const PETROL: Series = {
  slug: 'spritpreise',
  section: 'wirtschaft',
  time: '11:30',
  write: (day, draw) => {
    const cents = 164 + draw(12);
    return [
      `Spritpreise am ${german(day)}: Super E10 kostet ${cents / 100} Euro`.replace('.', ','),
      `Ein Liter Diesel kostet im Schnitt ${cents - 9} Cent, wie ein Vergleichsdienst mitteilt.`,
      `Autofahrer zahlten am Vormittag im Bundesschnitt ${cents} Cent für einen Liter Super E10. Diesel kostete ${cents - 9} Cent.`,
      `Am teuersten war Benzin in ${['Bremen', 'Sachsen', 'Thüringen', 'Hamburg'][draw(4)]}, am billigsten im Saarland. Am Abend zwischen 20 und 22 Uhr tankt man erfahrungsgemäß günstiger als am Morgen.`,
      'Die Werte stammen aus Meldungen der Tankstellen an die Markttransparenzstelle.',
    ];
  },
};

const STOCKS: Series = {
  slug: 'dax-am-abend',
  section: 'maerkte',
  time: '18:05',
  write: (day, draw) => {
    const points = 22_400 + draw(1_600);
    return [
      `Dax am ${german(day)}: Leitindex schließt bei ${points} Punkten`,
      `Der Handel verlief ruhig. In New York lagen Technologiewerte wie Meta und Nvidia ${draw(2) ? 'vorn' : 'hinten'}.`,
      `Der Dax hat den Tag mit ${points} Punkten beendet. Das waren ${draw(9) + 1},${draw(10)} Promille mehr als am Vortag.`,
      `Gefragt waren Versorger und Versicherer, abgegeben wurden Autowerte. Die Feinunze Gold kostete ${3_180 + draw(150)} Dollar.`,
      'Anleger warten auf neue Zahlen zur Teuerung und auf Nachrichten im Zollstreit.',
    ];
  },
};

const WEATHER: Series = {
  slug: 'wetter',
  section: 'panorama',
  time: '06:40',
  write: (day, draw) => {
    const degrees = 11 + draw(14);
    return [
      `Das Wetter am ${german(day)}: Bis zu ${degrees} Grad im Süden`,
      `Im Norden ${draw(2) ? 'zieht Regen durch' : 'bleibt es trocken'}, an der See weht frischer Wind.`,
      `Heute steigen die Temperaturen auf ${degrees - 6} Grad an der Küste und ${degrees} Grad am Oberrhein.`,
      `In der Nacht kühlt es auf ${draw(6) + 2} Grad ab. Im höheren Bergland ist örtlich Bodenfrost möglich.`,
      'Morgen setzt sich von Westen her ein Hoch durch.',
    ];
  },
};

const ROADS: Series = {
  slug: 'verkehr',
  section: 'region',
  time: '07:15',
  write: (day, draw) => {
    const motorway = `A${[1, 3, 4, 7, 57, 59][draw(6)]}`;
    return [
      `Verkehr am ${german(day)}: Sperrung auf der ${motorway}`,
      `Pendler müssen bis in den Nachmittag mit Stau rechnen. Eine Umleitung ist ausgeschildert.`,
      `Auf der ${motorway} ist nach einem Unfall mit ${draw(3) + 2} Fahrzeugen ein Fahrstreifen gesperrt. Verletzt wurde niemand.`,
      `Der Stau war am Morgen ${draw(9) + 3} Kilometer lang. Die Polizei rät, über die Landstraße auszuweichen.`,
    ];
  },
};

const DIARY: Series = {
  slug: 'brussels-diary',
  section: 'diary',
  time: '08:00',
  write: (day, draw) => {
    const votes = 300 + draw(90);
    return [
      `Brussels diary, ${day}: ${['Fisheries', 'Steel', 'Rail', 'Pesticides', 'Budget'][draw(5)]} on the table`,
      `Ministers and members of Parliament meet on ${draw(4) + 2} files today.`,
      `A report adopted in committee with ${votes} amendments comes back to the plenary. Diplomats expect a long evening.`,
      `The Commission receives visitors from ${draw(5) + 2} capitals. Press points are announced for noon and for four in the afternoon.`,
    ];
  },
};

const WORLD_NEWS: Series = {
  slug: 'in-brief',
  section: 'world',
  time: '20:00',
  write: (day, draw) => [
    `World in brief for ${day}: storms, strikes and a rescued whale`,
    `A round-up of ${draw(5) + 4} reports from around the globe.`,
    `Heavy rain left ${draw(40) + 10} villages without power. Repair crews are on their way, officials said.`,
    `Dock workers in ${draw(6) + 2} ports walked out over pay. Talks are to resume next week.`,
  ],
};

const GADGETS: Series = {
  slug: 'patchday',
  section: 'security',
  time: '12:20',
  write: (day, draw) => [
    `Updates vom ${german(day)}: ${draw(20) + 3} Lücken in Routern und Browsern gestopft`,
    `Wer automatische Updates abgeschaltet hat, sollte von Hand nachhelfen.`,
    `Mehrere Hersteller haben Flicken für zusammen ${draw(60) + 20} Sicherheitslücken bereitgestellt. ${draw(5) + 1} davon gelten als kritisch.`,
    `Betroffen sind Geräte mit Firmware vor Version ${draw(9) + 1}.${draw(10)}. Angriffe wurden bisher nicht beobachtet.`,
  ],
};

const RUNS: [OutletId, Series[]][] = [
  ['nrv', [WEATHER, PETROL]],
  ['rheinwarte', [ROADS]],
  ['hafenkurier', [WEATHER]],
  ['morgenzeile', [PETROL]],
  ['bitkante', [GADGETS]],
  ['kurstafel', [STOCKS]],
  ['euroledger', [DIARY]],
  ['transworld', [WORLD_NEWS]],
];

function filler(outlet: OutletId, series: Series, day: string): WorldArticle {
  const [title, teaser, ...body] = series.write(day, drawer(`${outlet} ${series.slug} ${day}`));
  return {
    id: `${series.slug}-${outlet}-${day}`,
    outlet,
    path: `/${series.section}/${series.slug}-${day}`,
    at: berlin(`${day} ${series.time}`),
    section: series.section,
    title,
    teaser,
    body,
    label: { grade: 'off', story: null },
  };
}

function days(): string[] {
  return Array.from({ length: DAYS }, (_, index) =>
    new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10),
  );
}

/** One article a day and series, 6 April to 1 June, the same at every start. */
export const FILLERS: WorldArticle[] = RUNS.flatMap(([outlet, all]) =>
  all.flatMap((series) => days().map((day) => filler(outlet, series, day))),
);
