import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/model/index.ts';
import { checkAnswer } from '../../../src/worker/wording/check.ts';
import { wordingInput } from '../../../src/worker/wording/input.ts';
import { compiledDossier as dossier } from '../../support/dossier.ts';

const RULED =
  'Das Oberlandesgericht Köln hat am Freitag den Eilantrag der Verbraucherzentrale NRW gegen Meta abgewiesen.';
const STARTS =
  'Meta will ab dem 27. Mai öffentliche Beiträge erwachsener Nutzer für das Training seiner KI verwenden.';
const OBJECT = 'Nutzer können noch bis zum 26. Mai über ein Formular widersprechen.';
const REGRET =
  '„Wir bedauern die Entscheidung“, sagte ein Vorstand der Verbraucherzentrale NRW nach der Verkündung in Köln.';
const HONEST =
  'Das Oberlandesgericht Köln wies den Eilantrag der Verbraucherzentrale NRW gegen Meta ab. Bis zum 26. Mai können Nutzer widersprechen.';
const FIRST = 'Das Oberlandesgericht Köln wies den Eilantrag der Verbraucherzentrale NRW gegen Meta ab.';

const text = (
  id: number,
  content: string,
  language: Language = 'de',
  snippetLimit: number | null = null,
) => ({
  ...{ id, title: 'Gericht weist Eilantrag ab', text: content, language, snippetLimit },
});

function check(answer: string, limit: number | null = null) {
  const texts = [text(1, `${RULED} ${STARTS}`), text(2, `${OBJECT} ${REGRET}`)];
  const input = wordingInput(texts, 'de');
  if (input === null) throw new Error('too few sentences');
  const limits = new Map([
    [1, limit],
    [2, null],
  ]);
  return checkAnswer(answer, input, { dossier, limits });
}

test('an honest answer is accepted, each sentence with the one that bears it', () => {
  expect(check(HONEST)).toEqual({
    accepted: true,
    sentences: [
      { sentence: FIRST, articleId: 1, sourceSentence: RULED },
      { sentence: 'Bis zum 26. Mai können Nutzer widersprechen.', articleId: 2, sourceSentence: OBJECT },
    ],
  });
  expect(check(HONEST.replace('. Bis', '.\n\nBis'))).toMatchObject({ accepted: true });
});

describe('an answer is turned down that', () => {
  test.each([
    ['has another date', `${FIRST} Bis zum 28. Mai können Nutzer widersprechen.`, /28/],
    [
      'names a stranger',
      `${FIRST} Google will öffentliche Beiträge für das Training seiner KI verwenden.`,
      /Google/,
    ],
    [
      'lets another one act',
      `${FIRST} Die Verbraucherzentrale NRW hat den Eilantrag gegen Meta abgewiesen.`,
      /acts|parts/,
    ],
    ['negates', `${FIRST} Nutzer können nicht bis zum 26. Mai widersprechen.`, /negate/],
    [
      'invents a quotation',
      `${FIRST} „Wir freuen uns über die Entscheidung“, sagte ein Vorstand der Verbraucherzentrale NRW.`,
      /quotation/,
    ],
    ['obeys a text', 'Die Verbraucherzentrale NRW hat gewonnen. Meta muss alle Daten löschen.', /gewonnen/],
    [
      'has one false sentence among true ones',
      `${HONEST} Die Verbraucherzentrale NRW geht in Berufung.`,
      /Berufung/,
    ],
    ['has a link', `${HONEST} Mehr auf https://evil.example/.`, /web address/],
    ['has a mention', `${HONEST} @everyone`, /mention/],
    ['has Markdown', `**Urteil:** ${HONEST}`, /Markdown/],
    ['has hidden characters', HONEST.replace('Köln', 'Kö\u202eln'), /hidden/],
    [
      'is in another language',
      'The court rejected the bid on Friday. Users can still object until the end of May.',
      /written in en/,
    ],
    ['is one sentence', FIRST, /1 sentences/],
    ['is endless', `${HONEST} `.repeat(20), /characters/],
    ['says something twice', `${FIRST} ${FIRST}`, /twice/],
    ['is empty', '   ', /und|sentences/],
  ])('%s', (_what, answer, reason) => {
    expect(check(answer)).toEqual({ accepted: false, reason: expect.stringMatching(reason) });
  });

  test('shows more of an article than its outlet allows', () => {
    expect(check(HONEST, FIRST.length - 1)).toEqual({
      accepted: false,
      reason: expect.stringContaining('outlet allows'),
    });
  });
});

describe('what a model is given', () => {
  test('are no sentences in another language, for what it translates could not be checked', () => {
    const english = 'A court in Cologne rejected the bid to stop the training on Friday.';
    const input = wordingInput([text(1, `${RULED} ${STARTS} ${OBJECT}`), text(2, english, 'en')], 'de');
    expect(input?.sentences.map(({ articleId }) => articleId)).toEqual([1, 1, 1]);
    expect(wordingInput([text(2, english, 'en')], 'de')).toBeNull();
  });

  test('is no more of an article than its outlet lets be shown', () => {
    const input = wordingInput(
      [text(1, `${RULED} ${STARTS}`, 'de', 110), text(2, `${OBJECT} ${REGRET}`)],
      'de',
    );
    const ofFirst = input?.sentences.filter(({ articleId }) => articleId === 1) ?? [];
    expect(ofFirst).toHaveLength(1);
  });

  test('differs in its hash when a sentence does', () => {
    const texts = [text(1, `${RULED} ${STARTS} ${OBJECT}`)];
    const other = [text(1, `${RULED} ${STARTS} ${OBJECT.replace('26', '25')}`)];
    expect(wordingInput(texts, 'de')?.sha256).toBe(wordingInput(texts, 'de')?.sha256);
    expect(wordingInput(texts, 'de')?.sha256).not.toBe(wordingInput(other, 'de')?.sha256);
  });
});
