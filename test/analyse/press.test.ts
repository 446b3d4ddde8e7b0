import { describe, expect, it } from 'vitest';
import { analyse, entryMatters } from '../../src/analyse/index.ts';
import type { Analysis } from '../../src/model/index.ts';
import { compiled, refs } from './dispute.ts';
import { PRESS_DE_AFTER } from './labelled/press-de-after.ts';
import { PRESS_DE_BEFORE } from './labelled/press-de-before.ts';
import { PRESS_DIGESTS } from './labelled/press-digests.ts';
import { PRESS_NEAR_MISSES } from './labelled/press-near-misses.ts';
import { PRESS_OFF_DE } from './labelled/press-off-de.ts';
import { PRESS_OFF_OTHER } from './labelled/press-off-other.ts';
import { PRESS_OTHER_AFTER } from './labelled/press-other-after.ts';
import { PRESS_OTHER_BEFORE } from './labelled/press-other-before.ts';
import type { Printed } from './labelled/types.ts';

const ALL = [
  ...PRESS_DE_BEFORE,
  ...PRESS_DE_AFTER,
  ...PRESS_OTHER_BEFORE,
  ...PRESS_OTHER_AFTER,
  ...PRESS_OFF_DE,
  ...PRESS_OFF_OTHER,
  ...PRESS_DIGESTS,
  ...PRESS_NEAR_MISSES,
].map((one) => ({ one, found: read(one) }));

function read({ title, text, language, day }: Printed): Analysis {
  const publishedAt = `${day}T15:00:00.000Z`;
  return analyse({ url: 'https://outlet.example/1', title, text, language, publishedAt }, compiled);
}

const isCounted = (id: string): boolean => compiled.parties.get(id)?.kind !== 'product';
/** Topics of the dossier that the labels leave out: nearly every article has them. */
const UNLABELLED = new Set(['ai_training', 'gdpr']);

/** What was found and should have been, each wrong one with its headline. */
function compare(
  wanted: (one: Printed) => { must: readonly string[]; may?: readonly string[] | undefined } | undefined,
  got: (found: Analysis) => readonly string[],
) {
  let right = 0;
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { one, found } of ALL) {
    const expected = wanted(one);
    if (!expected) continue;
    const { must, may = [] } = expected;
    const refs = new Set(got(found));
    right += must.filter((ref) => refs.has(ref)).length;
    missed.push(...must.filter((ref) => !refs.has(ref)).map((ref) => `${ref}: ${one.title}`));
    wrong.push(
      ...[...refs].filter((ref) => ![...must, ...may].includes(ref)).map((ref) => `${ref}: ${one.title}`),
    );
  }
  const told = [...wrong.map((at) => `+ ${at}`), ...missed.map((at) => `- ${at}`)].join('\n');
  return { precision: right / (right + wrong.length), recall: right / (right + missed.length), told };
}

describe('of 182 articles written before the rules were looked at', () => {
  it('none of another matter is taken for the dispute’s', () => {
    const posted = ALL.filter(({ one, found }) => one.grade === 'off' && found.relevance.grade !== 'off');
    expect(posted.map(({ one, found }) => `${one.title}: ${found.relevance.reasons.join('; ')}`)).toEqual([]);
  });

  it('one of the 99 that belong to it is lost, and all others have their grade', () => {
    const other = ALL.filter(
      ({ one, found }) => ![one.grade, one.more.orGrade].includes(found.relevance.grade),
    );
    expect(other.map(({ one, found }) => `${one.grade} > ${found.relevance.grade}: ${one.title}`)).toEqual([
      'core > off: Volkshochschule zeigt, wie man Facebook die Daten verweigert',
    ]);
  });

  it('no page of the dispute goes unread: headline and beginning make the entry matter', () => {
    const lost = ALL.filter(({ one }) => one.grade === 'core' || one.grade === 'context').filter(
      ({ one: { title, text } }) => !entryMatters({ title, teaser: text.slice(0, 250) }, compiled).matters,
    );
    expect(lost.map(({ one }) => one.title)).toEqual([]);
  });

  it('the parties are found, and no others', () => {
    const { precision, recall, told } = compare(
      ({ parties, more }) => ({ must: parties, may: more.orParties }),
      (found) => refs(found, 'party').filter(isCounted),
    );
    expect(precision, told).toBeGreaterThanOrEqual(0.995);
    expect(recall, told).toBeGreaterThanOrEqual(0.99);
  });

  it('the topics are found, and hardly any others', () => {
    const { precision, recall, told } = compare(
      ({ topics = [], more }) => ({ must: topics, may: more.orTopics }),
      (found) => refs(found, 'topic').filter((id) => !UNLABELLED.has(id)),
    );
    expect(precision, told).toBeGreaterThanOrEqual(0.98);
    expect(recall, told).toBeGreaterThanOrEqual(0.97);
  });

  it('every docket is found, and nothing else is one', () => {
    const { precision, recall, told } = compare(
      ({ more }) => ({ must: more.dockets ?? [] }),
      (found) => refs(found, 'docket'),
    );
    expect([precision, recall], told).toEqual([1, 1]);
  });

  it('dates are told with what happens on them', () => {
    const { precision, recall, told } = compare(
      ({ more }) => more.dates && { must: more.dates },
      ({ dates }) => dates.filter(({ type }) => type !== 'other').map(({ day, type }) => `${day}#${type}`),
    );
    expect(precision, told).toBeGreaterThanOrEqual(0.98);
    expect(recall, told).toBeGreaterThanOrEqual(0.95);
  });

  it('the stage of the proceedings is told', () => {
    const { recall, told } = compare(
      ({ more }) => (more.stage === undefined ? undefined : { must: [more.stage] }),
      ({ stage }) => (stage === null ? [] : [stage]),
    );
    expect(recall, told).toBeGreaterThanOrEqual(0.95);
  });
});
