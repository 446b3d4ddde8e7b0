import { beforeEach, describe, expect, test } from 'vitest';
import { storyCard } from '../../src/publish/card.ts';
import { discordBody } from '../../src/publish/discord/render.ts';
import { catchUpMessage, storyMessage } from '../../src/publish/render.ts';
import { type Newsroom, names, newsroom } from '../support/newsroom.ts';

let room: Newsroom;

/** A German lead with the agency's credit, its reprint, an English report with agency material, and a release. */
beforeEach(() => {
  room = newsroom();
  room.source('anzeiger', { name: 'Der Anzeiger' });
  room.source('kurier', { name: 'Kurier' });
  room.source('herald', { name: 'The Herald' });
  room.source('verband', { name: 'Verband', kind: 'consumer-organisation', party: 'verband' });
  names(room.db, 'party', {
    verband: { de: 'Verband', en: 'Association' },
    konzern: { de: 'Konzern', en: 'Group' },
  });
  names(room.db, 'topic', { eil: { de: 'Eilverfahren', en: 'interim injunction' } });
  room.db.exec("INSERT INTO stage (id, rank, name_de, name_en) VALUES ('ruling', 60, 'Urteil', 'ruling')");
  const lead = room.article({
    story: 7,
    source: 'anzeiger',
    title: 'Gericht weist Eilantrag ab',
    at: '2025-05-23T10:00:00.000Z',
    stage: 'ruling',
    agencies: ['dpa'],
    sentences: ['Das Gericht hat den Antrag abgewiesen.', 'Der Konzern darf trainieren.'],
    parties: ['konzern', 'verband'],
    topics: ['eil'],
    dockets: ['1 U 2/25'],
    dates: [
      { day: '2025-05-20', type: 'hearing' },
      { day: '2025-05-27', type: 'training-start' },
      { day: '2025-05-25', type: 'other' },
    ],
    statements: [
      { quote: 'Wir bedauern das sehr', speaker: 'Eva Beispiel', party: 'verband' },
      { quote: 'Wir bedauern auch dies', speaker: 'Eva Beispiel', party: 'verband' },
    ],
  });
  const copy = room.article({
    story: 7,
    source: 'kurier',
    title: 'Eilantrag gescheitert',
    at: '2025-05-23T10:20:00.000Z',
    agencies: ['dpa'],
    parties: ['konzern'],
  });
  room.link(copy, lead, 'duplicate');
  room.article({
    story: 7,
    source: 'herald',
    title: 'Court rejects application',
    language: 'en',
    at: '2025-05-23T11:00:00.000Z',
    agencies: ['afp'],
    sentences: ['The court rejected the application.'],
  });
  room.article({
    story: 7,
    source: 'verband',
    title: 'Unsere Erklärung',
    at: '2025-05-23T12:00:00.000Z',
  });
});

describe('a story as readers are shown it', () => {
  test('in German: lead, stage, its own sentences, parties, topics, docket, next date', () => {
    expect(storyCard(room.db, 7, 'de')).toMatchObject({
      title: 'Gericht weist Eilantrag ab',
      lead: { outlet: 'Der Anzeiger' },
      stage: 'Urteil',
      summary: [
        { sentence: 'Das Gericht hat den Antrag abgewiesen.', outlet: 'Der Anzeiger' },
        { sentence: 'Der Konzern darf trainieren.', outlet: 'Der Anzeiger' },
      ],
      parties: [{ name: 'Konzern' }, { name: 'Verband' }],
      topics: [{ name: 'Eilverfahren' }],
      dockets: ['1 U 2/25'],
      nextDate: { day: '2025-05-27', type: 'training-start' },
    });
  });

  test('in English: the English report leads, names are English', () => {
    expect(storyCard(room.db, 7, 'en')).toMatchObject({
      title: 'Court rejects application',
      lead: { outlet: 'The Herald' },
      stage: 'ruling',
      summary: [{ sentence: 'The court rejected the application.' }],
      parties: [{ name: 'Group' }, { name: 'Association' }],
    });
  });

  test('products and people are no parties of their own', () => {
    names(room.db, 'party', { app: { de: 'App', en: 'App' } });
    room.db.exec("UPDATE party SET kind = 'product' WHERE id = 'app'");
    room.article({
      story: 7,
      source: 'kurier',
      title: 'Noch einer',
      at: '2025-05-23T13:00:00.000Z',
      parties: ['app'],
    });
    expect(storyCard(room.db, 7, 'de')?.parties.map(({ id }) => id)).not.toContain('app');
  });

  test('topics: first what headlines tell, then leads, then the rest, however often it is said', () => {
    names(room.db, 'topic', { main: { de: 'KI-Training', en: '' }, aside: { de: 'Umfrage', en: '' } });
    const id = room.article({ story: 8, source: 'kurier', title: 'Neues', at: '2025-05-23T13:00:00.000Z' });
    const tag = room.db.prepare(
      `INSERT INTO finding (article_id, kind, ref, rule, field, matched, start, "end", confidence, dossier_version)
       VALUES (?, 'topic', ?, ?, ?, 'x', ?, ?, 1, 'test')`,
    );
    for (const place of [900, 950, 1000]) tag.run(id, 'aside', `term:${place}`, 'text', place, place + 1);
    tag.run(id, 'eil', 'term:lead', 'text', 20, 21);
    tag.run(id, 'main', 'term:headline', 'title', 0, 1);
    expect(storyCard(room.db, 8, 'de')?.topics.map(({ id }) => id)).toEqual(['main', 'eil', 'aside']);
  });

  test('indirect speech is never put into quotation marks, and direct speech comes first', () => {
    const [first] = room.db.prepare<[], { id: number }>('SELECT min(id) AS id FROM article').all();
    room.db
      .prepare(
        `INSERT INTO statement (article_id, form, quote, speaker, party, start, "end")
         VALUES (?, 'reported', 'Grund zur Sorge gebe es keinen,', 'der Konzern', 'konzern', 0, 1)`,
      )
      .run(first?.id);
    const card = storyCard(room.db, 7, 'de');
    expect(card?.statements.map(({ form }) => form)).toEqual(['direct', 'reported']);
    const lines = card && storyMessage(card, 'de').fields.find(({ name }) => name === 'Wer sagt was')?.lines;
    expect(lines?.[1]?.map((run) => (run.kind === 'day' ? run.day : run.text)).join('')).toBe(
      'Grund zur Sorge gebe es keinen (indirekt) — Konzern, Der Anzeiger',
    );
  });

  test('what an outlet reports that a party said is shown in the message’s language only', () => {
    const say = room.db.prepare(
      `INSERT INTO statement (article_id, form, quote, party, start, "end")
       VALUES ((SELECT id FROM article WHERE language = ?), 'reported', ?, 'konzern', ?, 1)`,
    );
    room.db.exec("UPDATE article SET language = 'fr' WHERE source_id IN ('kurier', 'verband')");
    say.run('en', 'There was no reason to worry, it said', 0);
    say.run('de', 'Grund zur Sorge gebe es keinen', 1);
    const said = (language: 'de' | 'en') => storyCard(room.db, 7, language)?.statements.at(-1)?.quote;
    expect(said('de')).toBe('Grund zur Sorge gebe es keinen');
    expect(said('en')).toBe('There was no reason to worry, it said');
    room.db.exec("DELETE FROM statement WHERE quote LIKE 'Grund%'");
    expect(said('de')).toBe('Wir bedauern das sehr');
  });

  test.each([
    ['EILMELDUNG: Gericht weist Antrag ab', 'Gericht weist Antrag ab'],
    ['+++ Eil +++ Gericht weist Antrag ab', 'Gericht weist Antrag ab'],
    ['BREAKING – Court rejects application', 'Court rejects application'],
    ['Eilantrag: Gericht weist ihn ab', 'Eilantrag: Gericht weist ihn ab'],
    ['Eil-Antrag scheitert', 'Eil-Antrag scheitert'],
    ['Breaking encryption: what the court says', 'Breaking encryption: what the court says'],
    ['Eilmeldung:', 'Eilmeldung:'],
  ])('“%s” is headed “%s”: haste passes', (title, expected) => {
    room.db.prepare('UPDATE story SET title = ? WHERE id = 7').run(title);
    expect(storyCard(room.db, 7, 'de')?.title).toBe(expected);
  });

  test('what somebody says by name comes before what “the company” says', () => {
    const say = room.db.prepare(
      `INSERT INTO statement (article_id, form, quote, speaker, party, start, "end")
       VALUES ((SELECT min(id) FROM article), 'reported', ?, ?, 'konzern', ?, 1)`,
    );
    say.run('Grund zur Sorge gebe es keinen', 'die Firma', 0);
    say.run('Das Urteil sei ein Erfolg', 'Konzern', 1);
    expect(storyCard(room.db, 7, 'de')?.statements.at(-1)?.quote).toBe('Das Urteil sei ein Erfolg');
  });

  test('a clause whose sentence begins with “dass” does not stand alone', () => {
    const text = 'Der Konzern verlangt, dass Behörden ihm mehr Zeit geben. Behörden seien oft zu schnell.';
    room.db.prepare("UPDATE article SET text = ? WHERE source_id = 'kurier'").run(text);
    const say = room.db.prepare(
      `INSERT INTO statement (article_id, form, quote, party, start, "end")
       VALUES ((SELECT id FROM article WHERE source_id = 'kurier'), 'reported', ?, 'konzern', ?, 1)`,
    );
    for (const quote of ['Behörden ihm mehr Zeit geben.', 'Behörden seien oft zu schnell.'])
      say.run(quote, text.indexOf(quote));
    expect(storyCard(room.db, 7, 'de')?.statements.at(-1)?.quote).toBe('Behörden seien oft zu schnell.');
  });

  test('each party speaks once', () => {
    expect(storyCard(room.db, 7, 'de')?.statements).toMatchObject([{ quote: 'Wir bedauern das sehr' }]);
  });

  test('outlets in the order they came, agency copy and primary sources marked', () => {
    const card = storyCard(room.db, 7, 'de');
    expect(card?.outlets.map(({ outlet, reprint, primary }) => ({ outlet, reprint, primary }))).toEqual([
      { outlet: 'Der Anzeiger', reprint: true, primary: false },
      { outlet: 'Kurier', reprint: true, primary: false },
      { outlet: 'The Herald', reprint: false, primary: false },
      { outlet: 'Verband', reprint: false, primary: true },
    ]);
  });

  test('no story, no card', () => {
    expect(storyCard(room.db, 8, 'de')).toBeNull();
  });
});

describe('as a message', () => {
  const field = (language: 'de' | 'en', name: string) => {
    const card = storyCard(room.db, 7, language);
    if (!card) throw new Error('no card');
    return discordBody(storyMessage(card, language), 'ref').embeds[0]?.fields?.find((f) => f.name === name)
      ?.value;
  };

  test('the outlets say where their text comes from', () => {
    expect(field('de', 'Berichte')?.split('\n')).toEqual([
      '[Der Anzeiger](https://anzeiger.example/7/2025-05-23T10:00:00.000Z) — dpa-Meldung',
      '[Kurier](https://kurier.example/7/2025-05-23T10:20:00.000Z) — dpa-Meldung',
      '[The Herald](https://herald.example/7/2025-05-23T11:00:00.000Z) — mit AFP-Material',
      '[Verband](https://verband.example/7/2025-05-23T12:00:00.000Z) — Primärquelle',
    ]);
  });

  test('an outlet with several articles has one line, linked to the one that is most its own', () => {
    room.article({ story: 7, source: 'kurier', title: 'Hintergrund', at: '2025-05-23T13:00:00.000Z' });
    expect(field('de', 'Berichte')?.split('\n')[1]).toBe(
      '[Kurier](https://kurier.example/7/2025-05-23T13:00:00.000Z) — eigener Bericht, 2 Artikel',
    );
  });

  test('no more of an article is shown than its outlet lets be shown, in summary and statements together', () => {
    const shown = (limit: number | null) => {
      room.db.prepare("UPDATE source SET snippet_limit = ? WHERE id = 'anzeiger'").run(limit);
      const card = storyCard(room.db, 7, 'de');
      return [...(card?.summary ?? []).map(({ sentence }) => sentence), ...(card?.statements ?? [])].length;
    };
    expect([null, 80, 60, 10].map(shown)).toEqual([3, 2, 2, 0]);
  });

  test('a channel’s own limit holds beside the outlets’, whichever is less', () => {
    room.db.exec("UPDATE source SET snippet_limit = 80 WHERE id = 'anzeiger'");
    const shown = (limit: number) => {
      const card = storyCard(room.db, 7, 'de', limit);
      return [...(card?.summary ?? []), ...(card?.statements ?? [])].length;
    };
    expect([1000, 60, 10].map(shown)).toEqual([2, 2, 0]);
  });

  test('sentences of one outlet are attributed once', () => {
    const card = storyCard(room.db, 7, 'de');
    if (!card) throw new Error('no card');
    expect(discordBody(storyMessage(card, 'de'), 'ref').embeds[0]?.description).toBe(
      'Das Gericht hat den Antrag abgewiesen. Der Konzern darf trainieren. — [Der Anzeiger](https://anzeiger.example/7/2025-05-23T10:00:00.000Z)',
    );
  });

  test('who says what, in the marks of the language', () => {
    expect(field('de', 'Wer sagt was')).toMatch(
      /^„Wir bedauern das sehr“ — \*\*Eva Beispiel \(Verband\)\*\*, \[/,
    );
    expect(field('en', 'Who says what')).toMatch(
      /^“Wir bedauern das sehr” — \*\*Eva Beispiel \(Association\)/,
    );
  });

  test('few names stand beside other fields, many take the whole width', () => {
    const inline = () => {
      const card = storyCard(room.db, 7, 'de');
      return card && storyMessage(card, 'de').fields.find(({ name }) => name === 'Parteien')?.inline;
    };
    expect(inline()).toBe(true);
    names(room.db, 'party', { amt: { de: 'Europäische Aufsichtsbehörde für den Datenschutz', en: '' } });
    const at = '2025-05-23T13:00:00.000Z';
    room.article({ story: 7, source: 'kurier', title: 'Noch einer', at, parties: ['amt'] });
    expect(inline()).toBe(false);
  });

  test('the next date is named for what happens', () => {
    expect(field('de', 'Trainingsbeginn')).toBe('<t:1748347200:D>');
    expect(field('en', 'Start of training')).toBe('<t:1748347200:D>');
  });

  test('a backlog is told in numbers and newest titles', () => {
    const newest = [{ title: 'Neu', url: 'https://x.example/', outlet: 'Kurier' }];
    const numbers = { stories: 3, articles: 1, outlets: 1, at: '2025-05-23T10:00:00.000Z' };
    const message = catchUpMessage({ ...numbers, from: '2025-05-01T08:00:00.000Z', to: null, newest }, 'en');
    const [embed] = discordBody(message, 'ref').embeds;
    expect(embed?.description).toContain('3 stories, 1 article, 1 outlet: stored');
    expect(embed?.fields?.[0]?.value).toBe('[Neu](https://x.example/) — Kurier');
  });
});
