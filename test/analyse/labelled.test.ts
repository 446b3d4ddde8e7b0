import { describe, expect, it } from 'vitest';
import { analyse, entryMatters } from '../../src/analyse/index.ts';
import { compiled, refs } from './dispute.ts';
import { ABROAD } from './labelled/abroad.ts';
import { AMBIGUITIES } from './labelled/ambiguities.ts';
import { HARDER } from './labelled/harder.ts';
import { OFF_TOPIC } from './labelled/off-topic.ts';
import { OUTLETS_DE } from './labelled/outlets-de.ts';
import { OUTLETS_OTHER } from './labelled/outlets-other.ts';
import { RELEVANT_DE } from './labelled/relevant-de.ts';
import { RELEVANT_OTHER } from './labelled/relevant-other.ts';
import type { Labelled } from './labelled/types.ts';
import { WORDINGS } from './labelled/wordings.ts';

const SETS = {
  'reports in German': RELEVANT_DE,
  'reports in other languages': RELEVANT_OTHER,
  'other disputes, other controllers, copyright': OFF_TOPIC,
  'words with two meanings': AMBIGUITIES,
  'roundabout wordings': HARDER,
  'many countries': ABROAD,
  'wordings of the press': WORDINGS,
  'kinds of outlets, German': OUTLETS_DE,
  'kinds of outlets, other languages and matters': OUTLETS_OTHER,
};

const read = ({ title, text, language }: Labelled) =>
  analyse(
    { url: 'https://outlet.example/1', title, text, language, publishedAt: '2025-05-27T08:00:00.000Z' },
    compiled,
  );
const isProduct = (id: string): boolean => compiled.parties.get(id)?.kind === 'product';

describe.each(Object.entries(SETS))('labelled paragraphs: %s', (_, paragraphs) => {
  it.each(paragraphs.map((one) => [one.note, one.title, one] as const))('%s: %s', (_note, _title, one) => {
    const found = read(one);
    expect(found.relevance.grade, found.relevance.reasons.join('; ')).toBe(one.grade);
    expect(refs(found, 'party').filter((id) => !isProduct(id))).toEqual([...one.parties].sort());
    expect(refs(found, 'topic')).toEqual(expect.arrayContaining(one.topics ?? []));
  });
});

it('at least 200 paragraphs are labelled', () => {
  expect(Object.values(SETS).flat().length).toBeGreaterThanOrEqual(200);
});

it('no relevant paragraph would be lost at the entry: its title and text as teaser matter', () => {
  const lost = Object.values(SETS)
    .flat()
    .filter(({ grade }) => grade !== 'off')
    .filter(({ title, text }) => !entryMatters({ title, teaser: text }, compiled).matters);
  expect(lost.map(({ title }) => title)).toEqual([]);
});
