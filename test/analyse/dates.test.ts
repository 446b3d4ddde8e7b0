import { describe, expect, it } from 'vitest';
import { read } from './dispute.ts';

/** Days found in a text published on Friday, 23 May 2025. */
const days = (text: string, given = {}) => read(text, given).dates.map(({ day }) => day);
const typed = (text: string) => read(text).dates.map(({ day, type }) => `${day}#${type}`);

describe('absolute dates', () => {
  it.each([
    ['am 27. Mai 2025', '2025-05-27'],
    ['ab dem 27. Mai', '2025-05-27'],
    ['vom 27.05.2025', '2025-05-27'],
    ['vom 27.5.25', '2025-05-27'],
    ['bis 26.05.', '2025-05-26'],
    ['on 27 May 2025', '2025-05-27'],
    ['from May 27', '2025-05-27'],
    ['May 27th, 2025', '2025-05-27'],
    ['the 27th of May', '2025-05-27'],
    ['2025-05-27', '2025-05-27'],
    ['am 3. Jänner 2026', '2026-01-03'],
    ['im Oktober 2025', '2025-10-01'],
    ['Ende März', '2025-03-01'],
    ['in 2024', '2024-01-01'],
    ['Users have until May 27.', '2025-05-27'],
    ['until May 27th.', '2025-05-27'],
    ['on 27/05/2025', '2025-05-27'],
    ['on 05/27/2025', '2025-05-27'],
    ['am 27.\u00a0Mai', '2025-05-27'],
    ['am 23. 5.', '2025-05-23'],
    ['im Juni vergangenen Jahres', '2024-06-01'],
    ['am 14. Juni letzten Jahres', '2024-06-14'],
    ['in mid-June last year', '2024-06-01'],
  ])('%s', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  it('say how exact they are', () => {
    const precisions = read('am 27. Mai 2025, im Oktober 2025, im Jahr 2024').dates.map((d) => d.precision);
    expect(precisions).toEqual(['day', 'month', 'year']);
  });

  it('without a year mean the nearest such day', () => {
    const published = { publishedAt: '2026-01-05T08:00:00.000Z' };
    expect(days('am 20. Dezember', published)).toEqual(['2025-12-20']);
    expect(days('am 20. Februar', published)).toEqual(['2026-02-20']);
  });

  it('are no dates where the calendar has no such day', () => {
    expect(
      days('am 31. Februar 2025, 45.13.2025, Version 1.2.3.4, Art. 6.1, May I ask, Kapitel 3.4.'),
    ).toEqual([]);
  });
});

describe('relative dates', () => {
  it.each([
    ['heute', '2025-05-23'],
    ['gestern', '2025-05-22'],
    ['übermorgen', '2025-05-25'],
    ['tomorrow', '2025-05-24'],
    ['am Freitag', '2025-05-23'],
    ['am Donnerstag', '2025-05-22'],
    ['am Donnerstagabend', '2025-05-22'],
    ['am kommenden Dienstag', '2025-05-27'],
    ['am nächsten Freitag', '2025-05-30'],
    ['am vergangenen Freitag', '2025-05-16'],
    ['bis Montag', '2025-05-26'],
    ['ab Dienstag', '2025-05-27'],
    ['on Tuesday', '2025-05-20'],
    ['next Tuesday', '2025-05-27'],
    ['by Monday', '2025-05-26'],
    ['in der vergangenen Woche', '2025-05-12'],
    ['last week', '2025-05-12'],
    ['next month', '2025-06-01'],
    ['vor drei Tagen', '2025-05-20'],
    ['two weeks ago', '2025-05-05'],
    ['in zwei Monaten', '2025-07-01'],
    ['letztes Jahr', '2024-01-01'],
    ['diese Woche', '2025-05-19'],
    ['Ende der Woche', '2025-05-19'],
    ['by the end of the month', '2025-05-01'],
    ['earlier this week', '2025-05-19'],
    ['this Thursday', '2025-05-29'],
    ['Morgen entscheidet das Gericht.', '2025-05-24'],
    ['mit Urteil vom heutigen Tag', '2025-05-23'],
    ['Eine Entscheidung soll am Donnerstag fallen.', '2025-05-29'],
    ['Am Donnerstag will das Gericht entscheiden.', '2025-05-29'],
    ['The court is expected to rule on Thursday.', '2025-05-29'],
    ['Das soll er am vergangenen Donnerstag gesagt haben.', '2025-05-22'],
    ['Der Konzern will das nicht. Am Donnerstag hatte er gezögert.', '2025-05-22'],
  ])('%s', (text, day) => {
    expect(days(text)).toEqual([day]);
  });

  it.each([
    ['last week', 'week'],
    ['in der kommenden Woche', 'week'],
    ['vor drei Wochen', 'week'],
    ['last month', 'month'],
    ['im vergangenen Jahr', 'year'],
    ['yesterday', 'day'],
  ])('"%s" claims no more than a %s', (words, precision) => {
    expect(read(`Es geschah ${words}.`).dates[0]?.precision).toBe(precision);
  });

  it('the weekday before a date is part of it', () => {
    expect(days('am Donnerstag, 22. Mai')).toEqual(['2025-05-22']);
  });

  it('the time of day is no date', () => {
    expect(days('am Morgen, guten Morgen, heute morgen')).toEqual(['2025-05-23']);
  });

  it('count from the day of publication in its zone', () => {
    const late = { publishedAt: '2025-05-22T22:30:00.000Z' };
    expect(days('heute', { ...late, timezone: 'Europe/Berlin' })).toEqual(['2025-05-23']);
    expect(days('today', { ...late, timezone: 'America/New_York' })).toEqual(['2025-05-22']);
    expect(days('heute', { ...late, timezone: 'Mars/Base' })).toEqual(['2025-05-22']);
  });

  it('are not guessed where the day of publication is unknown', () => {
    const undated = { publishedAt: null };
    expect(days('heute, am Freitag, am 27. Mai und am 27. Mai 2025', undated)).toEqual(['2025-05-27']);
  });
});

describe('what happens on a date', () => {
  it('is told by a word that belongs to no nearer date', () => {
    expect(typed('Sie wusste es seit dem 1. April und hat erst am 27. Juni den Antrag gestellt.')).toEqual([
      '2025-04-01#other',
      '2025-06-27#application',
    ]);
    expect(typed('Verhandelt wird am 22. und 23. Mai.')).toContain('2025-05-23#hearing');
  });

  it.each([
    ['Die mündliche Verhandlung fand am 22. Mai statt.', '2025-05-22#hearing'],
    ['Das Urteil fiel am 23. Mai.', '2025-05-23#ruling'],
    ['Widersprechen kann man bis zum 26. Mai.', '2025-05-26#objection-deadline'],
    ['Ab dem 27. Mai startet das Training.', '2025-05-27#training-start'],
    ['Users can object until 26 May.', '2025-05-26#objection-deadline'],
    ['Training will begin on 27 May.', '2025-05-27#training-start'],
    ['The court ruled on 12 August 2025.', '2025-08-12#ruling'],
    ['Am 14. April hatte der Konzern den Plan angekündigt.', '2025-04-14#announcement'],
    ['Die Geldstrafe wurde am 2. Juli 2024 verhängt.', '2024-07-02#fine'],
    ['Wir sehen uns am 3. März.', '2025-03-03#other'],
    ['Das Gericht hat am 23. Mai den Eilantrag abgelehnt.', '2025-05-23#ruling'],
    ['Am 22. Mai wurde über den Eilantrag verhandelt.', '2025-05-22#hearing'],
    ['Das Gericht soll am Montag über das KI-Training entscheiden.', '2025-05-26#ruling'],
    ['Die Stiftung hatte ihren Antrag am 27. Juni eingereicht.', '2025-06-27#application'],
  ])('%s', (text, expected) => {
    expect(typed(text)).toEqual([expected]);
  });

  it('is told by the nearest word, within the sentence', () => {
    expect(typed('Das Urteil fiel am 23. Mai, das Training startet am 27. Mai.')).toEqual([
      '2025-05-23#ruling',
      '2025-05-27#training-start',
    ]);
    expect(typed('Es war der 3. März. Das Urteil ist da.')).toEqual(['2025-03-03#other']);
  });

  it('is told by a known event where no word tells it', () => {
    expect(typed('Viele denken an den 27. Mai 2025.')).toEqual(['2025-05-27#training-start']);
  });
});
