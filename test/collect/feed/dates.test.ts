import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/collect/feed/dates.ts';

const iso = (text: string, timezone?: string) => parseDate(text, timezone)?.toISOString();

describe('a date of a feed is understood', () => {
  it.each([
    ['Wed, 12 Jun 2024 09:30:00 +0200', '2024-06-12T07:30:00.000Z'],
    ['12 Jun 24 09:30 EST', '2024-06-12T14:30:00.000Z'],
    ['2024-06-12T09:30:00.123456+02:00', '2024-06-12T07:30:00.123Z'],
    ['20240612T093000Z', '2024-06-12T09:30:00.000Z'],
    ['2024-06-12', '2024-06-12T00:00:00.000Z'],
    ['2024-06', '2024-06-01T00:00:00.000Z'],
    ['1718184600', '2024-06-12T09:30:00.000Z'],
    ['1718184600000', '2024-06-12T09:30:00.000Z'],
    ['Wed Jun 12 09:30:00 2024', '2024-06-12T09:30:00.000Z'],
    ['June 12th, 2024 at 9:30 p.m. PDT', '2024-06-13T04:30:00.000Z'],
    ['Wed, 12 Jun 2024 24:00:00 GMT', '2024-06-13T00:00:00.000Z'],
    ['Wed, 12 Jun 2024 09:30:00 Europe/Vienna', '2024-06-12T07:30:00.000Z'],
    ['Wed, 12 Jun 2024 09:30:00 GMT+0200 (Central European Summer Time)', '2024-06-12T07:30:00.000Z'],
  ])('in English and in ISO 8601: %s', (text, instant) => expect(iso(text)).toBe(instant));

  it.each([
    ['Mi., 12. Juni 2024, 09:30 Uhr MESZ', '2024-06-12T07:30:00.000Z'],
    ['Do, 12 Dez 2024 09:30:00 MEZ', '2024-12-12T08:30:00.000Z'],
    ['12.6.2024, 9.30 Uhr', '2024-06-12T09:30:00.000Z'],
    ['5. Mrz 2024', '2024-03-05T00:00:00.000Z'],
    ['5. Jänner 2024', '2024-01-05T00:00:00.000Z'],
    ['05.03.24 18:00 CET', '2024-03-05T17:00:00.000Z'],
  ])('in German: %s', (text, instant) => expect(iso(text)).toBe(instant));

  it.each([
    ['mer. 14 août 2024 18h05', '2024-08-14T18:05:00.000Z'],
    ['14 de agosto de 2024', '2024-08-14T00:00:00.000Z'],
    ['14 sierpnia 2024 18:05', '2024-08-14T18:05:00.000Z'],
    ['14 Αυγούστου 2024', '2024-08-14T00:00:00.000Z'],
    ['14 серпня 2024', '2024-08-14T00:00:00.000Z'],
    ['2024年8月14日 18:05', '2024-08-14T18:05:00.000Z'],
  ])('in other languages: %s', (text, instant) => expect(iso(text)).toBe(instant));
});

describe('what a date leaves open', () => {
  it('the zone is the one of the feed, in summer and in winter', () => {
    expect(iso('2024-06-12 09:30', 'Europe/Berlin')).toBe('2024-06-12T07:30:00.000Z');
    expect(iso('12.12.2024 09:30', 'Europe/Berlin')).toBe('2024-12-12T08:30:00.000Z');
    expect(iso('2024-06-12 09:30')).toBe('2024-06-12T09:30:00.000Z');
  });

  it('a zone that the date names is stronger', () => {
    expect(iso('2024-06-12 09:30 GMT', 'Europe/Berlin')).toBe('2024-06-12T09:30:00.000Z');
  });

  it('on the days when clocks change it is a time that clocks show', () => {
    expect(iso('2024-03-31 03:30', 'Europe/Berlin')).toBe('2024-03-31T01:30:00.000Z');
    expect(iso('2024-10-27 02:30', 'Europe/Berlin')).toBe('2024-10-27T00:30:00.000Z');
    expect(iso('2024-10-27 03:30', 'Europe/Berlin')).toBe('2024-10-27T02:30:00.000Z');
  });

  it('day and month are told by the weekday, the size, the point or the place', () => {
    expect(iso('Thu, 04/07/2024')).toBe('2024-07-04T00:00:00.000Z');
    expect(iso('25/07/2024')).toBe('2024-07-25T00:00:00.000Z');
    expect(iso('04.07.2024')).toBe('2024-07-04T00:00:00.000Z');
    expect(iso('04/07/2024')).toBe('2024-04-07T00:00:00.000Z');
    expect(iso('04/07/2024', 'Europe/Dublin')).toBe('2024-07-03T23:00:00.000Z');
  });
});

describe('what makes no date gives none', () => {
  it.each([
    '',
    'yesterday',
    '31 Feb 2024',
    '2024-13-01',
    '12 Jun 2024 25:00',
    '2024-06-12 09:61',
    'Juni',
    '12.6.',
  ])('%s', (text) => expect(parseDate(text)).toBeUndefined());

  it('and nothing makes it throw', () => {
    const piece = fc.constantFrom(
      '12',
      '2024',
      ':',
      '-',
      '/',
      ' ',
      'jun',
      'pm',
      '+01',
      'Z',
      '.',
      ',',
      'März',
      '٣',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const date = parseDate(text, 'Europe/Berlin');
          expect(date === undefined || !Number.isNaN(date.getTime())).toBe(true);
        },
      ),
    );
  });

  it('while every instant survives being written as ISO 8601 and as RFC 822', () => {
    const instant = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2049-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        const second = new Date(Math.trunc(date.getTime() / 1000) * 1000);
        expect(parseDate(second.toISOString())).toEqual(second);
        expect(parseDate(second.toUTCString())).toEqual(second);
      }),
    );
  });
});
