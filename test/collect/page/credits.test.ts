import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/collect/page/extract.ts';
import { ld, PARAGRAPHS, page, paragraphs } from './pages.ts';

const url = 'https://www.testbote.de/politik/eilantrag.html';
const creditsOf = (html: string) => extractPage(html, { url }).credits;
const agencies = (html: string): string[] => creditsOf(html).map(({ agency }) => agency);
const below = (line: string): string => page({ body: `${paragraphs()}<p>${line}</p>` });

describe('agencies credited for a text', () => {
  it.each([
    ['Quelle: ntv.de, ino/dpa', ['dpa']],
    ['(Quelle: APA/sda/dpa)', ['apa', 'sda', 'dpa']],
    ['Quelle: sid/dpa', ['sid', 'dpa']],
    ['Sources: ntv.de, DPA', ['dpa']],
    ['(dpa/jW)', ['dpa']],
    ['red/dpa', ['dpa']],
    ['mit dpa', ['dpa']],
    ['dpa 23.05.2025 - 18:10 Uhr', ['dpa']],
    ['AFP', ['afp']],
    ['/abc/DP/xyz', ['dpa-afx']],
    ['Die Aktie stieg zum Handelsschluss um ein Prozent auf ihren Tageshöchststand./abc/DP/xy', ['dpa-afx']],
    [
      'Mit Informationen der Nachrichtenagenturen AFP, AP, dpa, KNA und Reuters.',
      ['afp', 'ap', 'dpa', 'kna', 'reuters'],
    ],
    ['Mit Material von dpa und epd', ['dpa', 'epd']],
    ['(Reporting by Anna Muster, Editing by Otto Beispiel)', ['reuters']],
    ['Weitere Quellen • AP', ['ap']],
  ])('are read from the line “%s”', (line, expected) => {
    expect(agencies(below(line)).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['Köln (dpa) - ', ['dpa']],
    ['KÖLN (dpa-AFX) - ', ['dpa-afx']],
    ['Düsseldorf/Berlin. (dpa-tmn) ', ['dpa']],
    ['Hamburg (dpa/lno) – ', ['dpa']],
    ['Frankfurt am Main (dpa) - ', ['dpa']],
    ['BERLIN, May 27 (Reuters) - ', ['reuters']],
    ['(AP) — ', ['ap']],
  ])('are read from the dateline “%s”', (dateline, expected) => {
    const body = paragraphs([`${dateline}${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1)]);
    expect(agencies(page({ body }))).toEqual(expected);
  });

  it('are read from bylines and from metadata’s authors', () => {
    expect(agencies(page({ before: '<div>Von Anna Muster und Otto Beispiel, dpa</div>' }))).toEqual(['dpa']);
    expect(
      agencies(
        page({ head: ld({ '@type': 'NewsArticle', headline: 'Ein Titel', author: [{ name: 'AFP' }] }) }),
      ),
    ).toEqual(['afp']);
  });

  it('are not read from rows of prices', () => {
    const row = ['DAX', 'Dow Jones', 'AP', 'SDA'].map((name) => `<th>${name}</th>`).join('');
    expect(agencies(page({ before: `<table><tr>${row}</tr></table>` }))).toEqual([]);
  });

  it('come with the wire item’s key, its version and the desk, where printed', () => {
    const html = page({
      body: `${paragraphs()}<p>Quelle: ntv.de, ino/dpa</p><p>© dpa-infocom, dpa:250527-930-123456/3</p>`,
    });
    expect(creditsOf(html)).toMatchObject([
      { agency: 'dpa', urn: '250527-930-123456', version: 3, desk: 'ino' },
    ]);
  });

  it.each([
    ['Foto: Anna Muster/dpa'],
    ['picture alliance/dpa'],
    ['Bildrechte: Reuters'],
    ['© imago/AFP'],
    ['Bild: dpa'],
  ])('are not read from the photo credit “%s”', (line) => {
    expect(agencies(below(line))).toEqual([]);
  });

  it('are not read from captions', () => {
    expect(
      agencies(
        page({ before: '<figure><img src="a.jpg"><figcaption>Das Haus. (dpa)</figcaption></figure>' }),
      ),
    ).toEqual([]);
  });

  it.each([
    ['National Data Protection Authorities (DPAs) had been asked for their view before the programme began.'],
    ['Das sagte die Ministerin der Deutschen Presse-Agentur (dpa) am Dienstag in Berlin vor der Presse.'],
    ['The Irish DPA and the Hamburg DPA opened their own proceedings, as both said on Tuesday afternoon.'],
    ['Wie die Nachrichtenagentur Reuters berichtet, plant das Unternehmen weitere Schritte in Europa.'],
  ])('are not read from the running text “%s”', (sentence) => {
    expect(agencies(page({ body: paragraphs([...PARAGRAPHS, sentence, ...PARAGRAPHS]) }))).toEqual([]);
  });
});
