/** Words that stand only where nobody but editors may read. */
export const SECRETS = ['Geheimnummer-0221-555', 'redaktion-intern@agentur.example', 'Sperrvermerk-Kuckuck'];

const [PHONE = '', MAIL = '', EMBARGO = ''] = SECRETS;

/** `urn:newsml:dpa.com:20090101:250523-930-100NNN` for a number. */
export const urnOf = (number: number): string => `urn:newsml:dpa.com:20090101:250523-930-${100_000 + number}`;

export const paragraphs = (...texts: string[]): string =>
  `<section class="main">${texts.map((text) => `<p>${text}</p>`).join('\n')}</section>`;

export const RULING = [
  'Köln (dpa) - Der Facebook-Konzern Meta darf öffentliche Beiträge seiner erwachsenen Nutzer vorerst für das Training seiner Künstlichen Intelligenz verwenden. Das Oberlandesgericht Köln wies am Freitag den Eilantrag der Verbraucherzentrale NRW zurück (Az. 15 UKl 2/25).',
  'Der Senat sah nach vorläufiger Prüfung keinen Verstoß gegen die Datenschutz-Grundverordnung. Der Konzern könne sich auf ein berechtigtes Interesse stützen, hieß es zur Begründung.',
  'Die Verbraucherschützer hatten verlangt, dass die Nutzer vorher gefragt werden. Das Urteil ist im Eilverfahren rechtskräftig; über die Hauptsache ist damit nicht entschieden.',
];

let deliveries = 0;

/** An entry as dpa's wireQ delivers it; only what a test names differs from an unremarkable report. What is not publishable is in every one, so that no test passes for want of it. */
export function wireEntry(
  fields: Record<string, unknown> & { urn?: string; version?: number } = {},
): Record<string, unknown> {
  const { urn = urnOf(1), version = 1 } = fields;
  deliveries += 1;
  const key = urn.split(':').at(-1);
  const at = `2025-05-23T09:${String(9 + version).padStart(2, '0')}:00`;
  return {
    format: 'digitalwires@0.9.1',
    type: 'composite',
    entry_id: `delivery-${deliveries}`,
    urn,
    version,
    version_created: `${at}+00:00`,
    updated: `${at}Z`,
    content_created: '2025-05-23T09:05:00+00:00',
    pubstatus: 'usable',
    signal: null,
    embargoed: null,
    language: 'de',
    urgency: 3,
    kicker: 'Datenschutz',
    headline: 'Oberlandesgericht: Meta darf KI mit Nutzerdaten trainieren',
    subhead: null,
    teaser:
      'Der Eilantrag der Verbraucherzentrale NRW gegen das KI-Training mit Nutzerdaten hatte keinen Erfolg.',
    byline: 'Von Erika Musterfrau, dpa',
    dateline: 'Köln (dpa) - ',
    article_html: paragraphs(...RULING),
    creditline: 'dpa',
    copyrightnotice: 'Copyright 2025, dpa (www.dpa.de). Alle Rechte vorbehalten',
    usageterms: 'Nutzung nur nach schriftlicher Vereinbarung mit dpa',
    autopublishnotice: `© dpa-infocom, dpa:${key}/${version}`,
    notepad: {
      header_html: '<p>Notizblock</p>',
      public_html: '<p>Internet: Pressemitteilung des Gerichts</p>',
      nonpublic_html: `<p>Ansprechpartner: ${PHONE}, ${MAIL}</p>`,
    },
    ednotes: [
      { role: 'dpaednoterole:closingline', ednote: 'dpa xyz yynw a3 abc', is_publishable: false },
      { role: 'dpaednoterole:correctionshort', ednote: `Rückfragen an ${PHONE}`, is_publishable: false },
      { role: 'dpaednoterole:embargo', ednote: EMBARGO, is_publishable: false },
    ],
    associations: [{ type: 'image', renditions: [{ url: 'https://bilder.example/1.jpg' }] }],
    categories: [{ type: 'dnltype:desk', name: 'Wirtschaft', qcode: 'dpacat:wi', rank: 1 }],
    rubric_names: ['Wirtschaft'],
    ...fields,
  };
}
