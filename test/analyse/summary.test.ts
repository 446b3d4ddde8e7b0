import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SummaryArticle, summarise } from '../../src/analyse/summary.ts';

const COURT: SummaryArticle = {
  id: 'court',
  title: 'Gericht erlaubt Training mit öffentlichen Beiträgen',
  language: 'de',
  text: `Köln (dpa) - Das Oberlandesgericht Köln erlaubt dem Konzern das Training seiner Software mit öffentlichen Beiträgen. Die Richter wiesen am Freitag einen Eilantrag der Verbraucherschützer ab. „Das ist bitter“, sagte eine Anwältin.

Was bedeutet das für die Nutzer? Das Training mit öffentlichen Beiträgen soll am Dienstag beginnen. Lesen Sie auch: So widersprechen Sie.

Redakteurin für Recht in Köln.

Die Verbraucherschützer wollen nun die Begründung des Oberlandesgerichts prüfen. Im Garten des Gerichts blühten an diesem Tag die Rosen.`,
};

const REACTION: SummaryArticle = {
  id: 7,
  title: 'Irische Aufsicht verlangt Bericht',
  language: 'de',
  text: 'Die irische Aufsicht verlangt vom Konzern bis Oktober einen Bericht über das Training. Sie hatte zuvor Änderungen am Formular durchgesetzt.',
};

const ENGLISH: SummaryArticle = {
  id: 'english',
  title: 'Court clears training on public posts',
  language: 'en',
  text: 'BRUSSELS — The court in Cologne cleared the company to train its software on public posts. The judges rejected a request by the consumer group on Friday. The flowers were in bloom.',
};

const texts = (articles: SummaryArticle[], options: Parameters<typeof summarise>[1]): string[] =>
  summarise(articles, options).map(({ sentence }) => sentence);

describe('a summary', () => {
  it('begins with what happened, without the dateline', () => {
    expect(texts([COURT], { sentences: 2 })[0]).toBe(
      'Das Oberlandesgericht Köln erlaubt dem Konzern das Training seiner Software mit öffentlichen Beiträgen.',
    );
  });

  it('of several articles tells first what most of them tell, and in full sentences', () => {
    const aside = {
      ...REACTION,
      text: 'Im Saal drängten sich Schulklassen aus drei Städten auf den Bänken. Das Gericht hat am Freitag entschieden.',
    };
    const [first, ...others] = texts([aside, COURT], { sentences: 3 });
    expect(first).toMatch(/^Das Oberlandesgericht Köln erlaubt/);
    expect(others).not.toContain('Das Gericht hat am Freitag entschieden.');
  });

  it('cuts off an English dateline in capitals', () => {
    expect(texts([ENGLISH], { sentences: 1 })[0]).toMatch(/^The court in Cologne cleared/);
  });

  it('stands word for word where it says', () => {
    const byId = new Map([COURT, REACTION].map((article) => [article.id, article]));
    const summary = summarise([COURT, REACTION], { sentences: 4 });
    expect(summary).toHaveLength(4);
    for (const { sentence, articleId, start, end } of summary) {
      expect(byId.get(articleId)?.text.slice(start, end)).toBe(sentence);
    }
  });

  it('has no question, no call to read on, no author line and no headline in it, even when all is asked for', () => {
    const all = texts([{ ...COURT, text: `Eine Zeile ohne Punkt und Verb\n\n${COURT.text}` }], {
      sentences: 20,
    }).join('\n');
    for (const unfit of ['?', 'Lesen Sie auch', 'Redakteurin', 'Eine Zeile'])
      expect(all).not.toContain(unfit);
  });

  it('does not say the same twice when two outlets print the same copy', () => {
    const reprint = { ...COURT, id: 'reprint' };
    const summary = texts([COURT, reprint], { sentences: 4 });
    expect(new Set(summary).size).toBe(summary.length);
  });

  it('draws on several outlets of a story', () => {
    const ids = summarise([COURT, REACTION], { sentences: 4 }).map(({ articleId }) => articleId);
    expect(new Set(ids)).toEqual(new Set(['court', 7]));
  });

  it('does not tell the news twice because two outlets open with it in other words', () => {
    const second = {
      ...COURT,
      id: 'second',
      text: 'Das Oberlandesgericht Köln lässt das Training der Software mit öffentlichen Beiträgen zu, ein Eilantrag blieb ohne Erfolg. Eine Beschwerde beim Bundesgericht ist in solchen Verfahren nicht vorgesehen.',
    };
    expect(texts([COURT, second], { sentences: 3 }).join(' ')).not.toContain(
      'lässt das Training der Software',
    );
    expect(texts([second], { sentences: 1 })[0]).toContain('lässt das Training der Software');
  });

  it('prefers the outlet that weighs more', () => {
    const heavy = summarise([COURT, { ...REACTION, weight: 20 }], { sentences: 1 });
    expect(heavy[0]?.articleId).toBe(7);
  });

  it('is in the language asked for where an outlet writes in it, else in what there is', () => {
    expect(summarise([COURT, ENGLISH], { sentences: 2, language: 'en' }).map((one) => one.articleId)).toEqual(
      ['english', 'english'],
    );
    expect(summarise([COURT], { sentences: 1, language: 'en' })[0]?.articleId).toBe('court');
  });

  it('begins no sentence with a word for somebody whom it does not name', () => {
    const text =
      'The court in Cologne heard both sides on Thursday. It sat for four hours with Meta and Verbraucherzentrale NRW.';
    const hearing = { id: 1, title: 'Meta and Verbraucherzentrale NRW in court', text, language: 'en' };
    expect(texts([hearing], { sentences: 1 })).toEqual([
      'The court in Cologne heard both sides on Thursday.',
    ]);
    expect(texts([hearing], { sentences: 2 })).toHaveLength(2);
  });

  it('keeps to a length in characters by leaving sentences out, never by cutting them', () => {
    const summary = texts([COURT], { sentences: 4, maxChars: 200 });
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.join(' ').length).toBeLessThanOrEqual(200);
    for (const sentence of summary) expect(COURT.text).toContain(sentence);
  });

  it('is empty where there is nothing to say', () => {
    expect(summarise([], { sentences: 2 })).toEqual([]);
    expect(summarise([{ ...COURT, text: 'Warum nur?' }], { sentences: 2 })).toEqual([]);
    expect(summarise([COURT], { sentences: 0 })).toEqual([]);
  });

  it('never invents, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(5), (text, count) => {
        const summary = summarise([{ id: 1, title: text, text, language: 'de' }], { sentences: count });
        expect(summary.length).toBeLessThanOrEqual(count);
        for (const { sentence, start, end } of summary) expect(text.slice(start, end)).toBe(sentence);
      }),
      { numRuns: 100 },
    );
  });
});
