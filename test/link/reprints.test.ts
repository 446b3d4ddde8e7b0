import { describe, expect, it } from 'vitest';
import { newsroom, prose } from './world.ts';

const WIRE = prose(1, 30);
const kinds = (result: { links: { kind: string }[] }) => result.links.map((link) => link.kind);

describe('a text that was printed before', () => {
  it('is found again under another headline', () => {
    const { print } = newsroom();
    const first = print({ text: WIRE, title: 'Wire headline' });
    const second = print({ text: WIRE, title: 'Own headline' });
    expect(second.links).toMatchObject([{ articleId: first.candidate.articleId, kind: 'duplicate' }]);
    expect(second.links[0]?.reason).toContain('100 %');
  });

  it('is found again in other typography', () => {
    const { print } = newsroom();
    print({ text: WIRE });
    const second = print({ text: WIRE.replaceAll(' near ', ' \u2013 ne\u00adar\u00a0').normalize('NFD') });
    expect(kinds(second)).toEqual(['duplicate']);
  });

  it.each([0.7, 0.5, 0.3])('is found again cut to its first part (%f)', (share) => {
    const { print } = newsroom();
    print({ text: WIRE });
    const second = print({ text: WIRE.slice(0, WIRE.length * share) });
    expect(kinds(second)).toEqual(['duplicate']);
  });

  it('is found when the longer version comes second', () => {
    const { print } = newsroom();
    print({ text: WIRE.slice(0, WIRE.length * 0.4) });
    expect(kinds(print({ text: WIRE }))).toEqual(['duplicate']);
  });

  it('is found between an outlet’s own lead and tail', () => {
    const { print } = newsroom();
    print({ text: WIRE });
    const second = print({ text: `${prose(2, 3)} ${WIRE.slice(0, WIRE.length * 0.6)} ${prose(3, 5)}` });
    expect(kinds(second)).toEqual(['duplicate']);
  });

  it('is told how much of it is an outlet’s own', () => {
    const { print, links } = newsroom();
    print({ text: WIRE });
    const { candidate } = print({ text: `${WIRE} ${prose(50, 10)}` });
    expect(links.of(candidate.articleId)[0]?.ownShare).toBeCloseTo(0.25);
    expect(links.of(print({ text: WIRE }).candidate.articleId)[0]?.ownShare).toBe(0);
  });

  it('is shared wire copy where a third of it is the same', () => {
    const { print } = newsroom();
    print({ text: `${WIRE.slice(0, WIRE.length * 0.33)} ${prose(4, 20)}` });
    expect(kinds(print({ text: `${WIRE.slice(0, WIRE.length * 0.33)} ${prose(5, 20)}` }))).toEqual([
      'shared-wire',
    ]);
  });

  it('is known by the wire item’s own key whatever was cut', () => {
    const { print } = newsroom();
    const credits = (version: number) => [
      { agency: 'dpa', desk: null, urn: '250512-99-1', version, matched: '', rule: 'credit-line' },
    ];
    print({ text: prose(6, 20), credits: credits(3) });
    const same = print({ text: prose(7, 20), credits: credits(3) });
    expect(same.links).toMatchObject([
      { kind: 'duplicate', score: 1, reason: 'same dpa item 250512-99-1/3' },
    ]);
    const later = print({ text: prose(8, 20), credits: credits(5) });
    expect(later.links[0]).toMatchObject({
      kind: 'shared-wire',
      reason: 'another version of dpa item 250512-99-1',
    });
  });

  it('is found after a restart', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const { join } = await import('node:path');
    const { tmpdir } = await import('node:os');
    const folder = mkdtempSync(join(tmpdir(), 'standoff-link-'));
    try {
      const before = newsroom(join(folder, 'news.db'));
      before.print({ text: WIRE });
      before.db.close();
      const after = newsroom(join(folder, 'news.db'));
      expect(kinds(after.print({ text: WIRE }))).toEqual(['duplicate']);
      after.db.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is found by its new text once it was read again', () => {
    const { print, again } = newsroom();
    const { candidate } = print({ text: prose(9, 20) });
    again({ ...candidate, text: WIRE });
    expect(print({ text: WIRE }).links).toMatchObject([
      { articleId: candidate.articleId, kind: 'duplicate' },
    ]);
    expect(kinds(print({ text: prose(9, 20) }))).toEqual([]);
  });
});

describe('a text that only looks like another', () => {
  const daily = (day: number) =>
    `${prose(20, 8)} On day ${day} the office counted ${1000 + day * 37} cases, ${200 + day * 3} deaths, ` +
    `a rate of ${50 + day * 2},${day % 10} and ${9000 + day * 211} tests. ${prose(21, 8)}`;

  it('is an edition of a series: the day’s numbers differ', () => {
    const { print } = newsroom();
    const results = [1, 2, 3, 4].map((day) =>
      print({ text: daily(day), title: `Office counts ${1000 + day * 37} cases`, sourceId: 'daily' }),
    );
    expect(results.flatMap(kinds)).not.toContain('duplicate');
  });

  it('is one report of the same day where the numbers are the same', () => {
    const { print } = newsroom();
    print({ text: daily(1), title: 'Office counts cases' });
    expect(kinds(print({ text: `${daily(1)} ${prose(22, 3)}`, title: 'Cases on the rise' }))).toEqual([
      'duplicate',
    ]);
  });

  it('is an outlet’s subscription notice under other headlines', () => {
    const { print } = newsroom();
    const notice = prose(23, 15);
    const stub = (title: string) => print({ text: `${title} ${notice}`, title, sourceId: 'paywalled' });
    const titles = [
      'Mayor of Seaford resigns',
      'Chess champion retires',
      'Volcano wakes again',
      'Bakers on strike',
    ];
    expect(titles.map(stub).flatMap(kinds)).toEqual([]);
  });

  it('has no links where a wall stands for the text', () => {
    const { print } = newsroom();
    print({ text: WIRE, wall: 'consent-wall' });
    expect(kinds(print({ text: WIRE, wall: 'consent-wall' }))).toEqual([]);
  });

  it('stands in a live blog and is not the same article', () => {
    const { print } = newsroom();
    const blog = `${prose(30, 30)} ${WIRE} ${prose(31, 30)}`;
    print({ text: blog, title: 'Live blog: all that happens today' });
    expect(kinds(print({ text: WIRE }))).toEqual(['contained-in']);
  });

  it('stands in the middle of a much longer page', () => {
    const { print } = newsroom();
    const part = prose(32, 10);
    print({ text: `${prose(33, 25)} ${part} ${prose(34, 15)}` });
    expect(kinds(print({ text: part }))).toEqual(['contained-in']);
  });

  it('does not reach a group through a chain of half alike texts', () => {
    const { print } = newsroom();
    const [a, b, c] = [prose(40, 15), prose(41, 15), prose(42, 15)];
    const first = print({ text: `${a} ${b}` });
    const second = print({ text: `${b} ${c}` });
    const third = print({ text: `${c} ${prose(43, 15)}` });
    expect(kinds(second)).toEqual(['duplicate']);
    expect(kinds(third)).toEqual(['shared-wire']);
    expect(third.links[0]?.articleId).toBe(second.candidate.articleId);
    expect(first.links).toEqual([]);
  });
});
