import { berlin } from '../time.ts';
import type { TickerItem, WorldArticle } from '../types.ts';

const RAW: [time: string, title: string, text: string][] = [
  ['06:02', 'Guten Morgen', 'Willkommen zum Ticker. Hier lesen Sie, was heute wichtig wird.'],
  [
    '06:20',
    'Pendler brauchen Geduld',
    'Auf der Strecke zwischen Hannover und Minden fallen bis zum Mittag Züge aus.',
  ],
  [
    '06:41',
    'Beben in der Ägäis',
    'Ein Erdstoß der Stärke 4,4 hat Kreta erschüttert. Schäden wurden nicht gemeldet.',
  ],
  [
    '07:05',
    'Spargel wird teurer',
    'Die Ernte fällt kleiner aus als im Vorjahr, sagen die Anbauer in Niedersachsen.',
  ],
  [
    '07:22',
    'Zölle: Brüssel wartet ab',
    'Die Kommission will sich erst nach einem Telefonat mit Washington äußern.',
  ],
  ['07:48', 'Haushalt im Bundestag', 'Die Fraktionen streiten über die Reihenfolge der Beratungen.'],
  ['08:10', 'Ifo-Index steigt leicht', 'Die Stimmung in den Chefetagen hat sich ein wenig aufgehellt.'],
  [
    '08:33',
    'Bahnhof geräumt',
    'Wegen eines herrenlosen Koffers war der Bahnhof in Fulda eine Stunde lang gesperrt.',
  ],
  [
    '08:57',
    'Köln: Entscheidung zu Meta erwartet',
    'Das Oberlandesgericht will heute verkünden, ob Meta seine KI mit Beiträgen deutscher Nutzer trainieren darf.',
  ],
  ['09:14', 'Neue Fähre für Amrum', 'Das Schiff soll im nächsten Jahr in Dienst gehen und mit Strom fahren.'],
  ['09:40', 'Streik bei Müllabfuhr', 'In vier Städten an der Ruhr bleiben heute die Tonnen stehen.'],
  [
    '10:03',
    'Urteil nach Raserunfall',
    'Das Landgericht Ulm hat einen Fahrer zu drei Jahren Haft verurteilt.',
  ],
  ['10:25', 'Mehr Geburten in Leipzig', 'Zum ersten Mal seit fünf Jahren ist die Zahl wieder gestiegen.'],
  ['10:52', 'Waldbrand unter Kontrolle', 'In der Lieberoser Heide sind die letzten Glutnester gelöscht.'],
  ['11:15', 'Pokalfinale ausverkauft', 'Für das Spiel im Berliner Olympiastadion gibt es keine Karten mehr.'],
  [
    '11:38',
    'Telefonbetrug: Polizei warnt',
    'Anrufer geben sich als Bankmitarbeiter aus und fragen nach Geheimzahlen.',
  ],
  ['12:00', 'Mittagsstand', 'Der Dax liegt kaum verändert bei 23.900 Punkten.'],
  ['12:27', 'Klimageld verschoben', 'Die Auszahlung kommt frühestens im übernächsten Jahr.'],
  ['12:49', 'Konzert abgesagt', 'Wegen Heiserkeit der Sängerin fällt der Auftritt in Mannheim aus.'],
  ['13:11', 'Kita-Plätze fehlen', 'Nach einer Erhebung fehlen in Westdeutschland noch immer viele Plätze.'],
  [
    '13:36',
    'Rückruf von Mehl',
    'Ein Hersteller ruft Weizenmehl zurück, weil Plastikteile darin sein können.',
  ],
  [
    '14:02',
    'Wahlrecht: Karlsruhe verhandelt im Herbst',
    'Das Bundesverfassungsgericht hat Termine für den September bestimmt.',
  ],
  ['14:29', 'Unwetter im Anmarsch', 'Am Alpenrand sind am Abend Gewitter mit Hagel möglich.'],
  [
    '14:55',
    'Gleich Urteil in Köln',
    'In wenigen Minuten verkündet der 15. Zivilsenat seine Entscheidung zum KI-Training.',
  ],
  [
    '15:03',
    'Eilantrag gegen Meta abgelehnt',
    'Das Oberlandesgericht Köln weist den Antrag der Verbraucherzentrale NRW zurück. Das Training darf am 27. Mai starten.',
  ],
  [
    '15:22',
    'Meta begrüßt Urteil',
    'Der Konzern spricht von einer Bestätigung. Die Verbraucherzentrale NRW prüft das Hauptsacheverfahren.',
  ],
  ['15:47', 'Tarifrunde vertagt', 'Im Einzelhandel wird am 4. Juni weiterverhandelt.'],
  ['16:10', 'Elch in Brandenburg', 'Das Tier wurde auf einer Wiese bei Beeskow gefilmt.'],
  ['16:38', 'Benzin etwas billiger', 'Vor dem Wochenende sind die Preise an den Tankstellen gesunken.'],
  ['17:05', 'Neue Brücke freigegeben', 'Nach drei Jahren Bauzeit rollt bei Wittenberg der Verkehr wieder.'],
  ['17:31', 'Minister reist nach Warschau', 'Am Montag geht es um Grenzkontrollen.'],
  ['18:00', 'Das war der Tag', 'Wir schließen den Ticker und wünschen einen guten Abend.'],
];

const ITEMS: TickerItem[] = RAW.map(([time, title, text]) => ({
  at: berlin(`2025-05-23 ${time}`),
  title,
  text,
}));

/** A whole day in one page: mentions the ruling among thirty other things, and is no report of it. */
export const TICKER: WorldArticle[] = [
  {
    id: 'ticker-morgenzeile',
    outlet: 'morgenzeile',
    path: '/politik/2025-05/nachrichten-am-freitag-liveblog',
    at: berlin('2025-05-23 06:00'),
    section: 'politik',
    kicker: 'Liveblog',
    title: 'Der Freitag im Ticker: Meta-Urteil, Unwetter, Tarifrunde',
    teaser: 'Alle Nachrichten des Tages in Kürze.',
    authors: ['Redaktion'],
    body: ['In diesem Liveblog fassen wir zusammen, was am 23. Mai geschieht.'],
    ticker: ITEMS,
    label: { grade: 'secondary', story: null },
  },
];
