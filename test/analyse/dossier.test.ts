import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, compileDossier, DossierError, entryMatters } from '../../src/analyse/index.ts';
import { disputeSchema, partiesSchema, topicsSchema } from '../../src/config/dossier-schema.ts';
import type { Dossier } from '../../src/model/index.ts';
import { compiled, dossier, read } from './dispute.ts';

const both = (name: string) => ({ de: name, en: name });

/** Another dispute: a brewery and a village, about its spring. */
function brewery(): Dossier {
  return {
    parties: partiesSchema.parse({
      words: { beer: ['Bier', 'brewery'] },
      parties: [
        {
          id: 'quell',
          kind: 'company',
          role: 'respondent',
          name: 'Quellbräu',
          display: both('Quellbräu'),
          aliases: ['Quellbräu'],
        },
        {
          id: 'dorf',
          kind: 'NGO',
          role: 'claimant',
          name: 'Dorfverein',
          display: both('Dorfverein'),
          aliases: [{ text: 'Verein', rule: 'village', if: [{ document: 'beer' }] }],
        },
      ],
    }),
    topics: topicsSchema.parse({ topics: [{ id: 'well', display: both('Quelle'), terms: ['Quelle~'] }] }),
    dispute: disputeSchema.parse({
      title: both('Der Streit um die Quelle'),
      words: { water: ['Wasser', 'Quelle~'], others: ['Nachbarbräu'], after: ['wie'] },
      relevance: {
        legs: [
          { id: 'brewer', label: 'the brewery', parties: ['quell'], span: 'passage' },
          { id: 'spring', label: 'the spring', words: ['water'], span: 'passage' },
        ],
        guards: [
          {
            id: 'other',
            label: 'another brewery',
            words: 'others',
            against: ['brewer'],
            count: 'most',
            effect: 'off',
          },
        ],
        context: { words: [], with: [] },
        comparison: 'after',
      },
      entry: [{ id: 'brewery-and-spring', all: ['brewer', 'spring'] }],
      roles: { claimant: [], respondent: [] },
      stages: [],
      dates: [],
    }),
  };
}

describe('another dispute is another folder of YAML', () => {
  it('is followed by the same code', () => {
    const other = compileDossier(brewery());
    const found = analyse(
      {
        url: '',
        title: 'Quellbräu pumpt Wasser',
        text: 'Der Verein klagt um die Quelle. Das Bier fließt.',
        publishedAt: null,
      },
      other,
    );
    expect(found.relevance.grade).toBe('core');
    expect(found.findings.map(({ rule, ref }) => `${ref} ${rule}`)).toEqual([
      'quell alias:quell',
      'dorf alias:dorf:village',
      'well term:Quelle~',
    ]);
    expect(entryMatters({ title: 'Quellbräu und Wasser', teaser: '' }, other).matters).toBe(true);
    expect(entryMatters({ title: 'Meta und KI', teaser: '' }, other).matters).toBe(false);
  });

  it('a word of a group is not found in the words that the group does not mean', () => {
    const told = brewery();
    told.dispute.words.water?.push('!Wasser im Mund');
    const graded = (title: string) =>
      analyse({ url: '', title, text: 'Mehr dazu später.', publishedAt: null }, compileDossier(told))
        .relevance.grade;
    expect(graded('Quellbräu pumpt Wasser')).toBe('core');
    expect(graded('Quellbräu macht Wasser im Mund')).toBe('off');
  });

  it('a guard beside a leg weighs nothing in paragraphs that the leg does not stand in', () => {
    const told = brewery();
    const text = 'Nachbarbräu braut, Nachbarbräu wächst.\nQuellbräu pumpt das Wasser der Quelle ab.';
    const graded = () =>
      analyse({ url: '', title: '', text, publishedAt: null }, compileDossier(told)).relevance.grade;
    expect(graded()).toBe('off');
    for (const guard of told.dispute.relevance.guards) guard.beside = 'brewer';
    expect(graded()).toBe('core');
  });

  it('no source file of the analysis names the one that is shipped', () => {
    const folder = new URL('../../src/analyse/', import.meta.url);
    const names = dossier.parties.parties
      .filter(({ kind }) => kind !== 'court' && kind !== 'product')
      .flatMap(({ name }) => name.split(/[^\p{L}]+/u))
      .filter((word) =>
        /^(?:meta|noyb|schrems|somi|steffen|schuldzinski|fuchs|gallup|persoonsgegevens)$/iu.test(word),
      );
    const word = new RegExp(`(?<!\\p{L})(?:${[...new Set(names)].join('|')})(?!\\p{L})`, 'iu');
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    const guilty = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => word.test(code(readFileSync(new URL(file, folder), 'utf8'))));
    expect(guilty).toEqual([]);
  });
});

describe('the version', () => {
  it('is told by each analysis and depends on the content alone', () => {
    expect(compiled.version).toMatch(/^[0-9a-f]{12}$/u);
    expect(read('x').dossierVersion).toBe(compiled.version);
    expect(compileDossier(structuredClone(dossier)).version).toBe(compiled.version);
  });

  it('changes with any change', () => {
    const changed = brewery();
    const before = compileDossier(changed).version;
    changed.topics.topics[0]?.terms.push('Brunnen');
    expect(compileDossier(changed).version).not.toBe(before);
  });
});

describe('mistakes', () => {
  it('all references that lead nowhere are named at once', () => {
    const wrong = brewery();
    wrong.dispute.entry.push({ id: 'x', all: ['nowhere'] });
    wrong.parties.parties[0]?.aliases.push({ text: 'Bräu', if: [{ near: 'hops' }] });
    expect(() => compileDossier(wrong)).toThrow(DossierError);
    expect(() => compileDossier(wrong)).toThrow(
      /party quell: no group of words "hops"[\s\S]*entry x: .*"nowhere"/u,
    );
  });

  it('an id given twice is named', () => {
    const wrong = brewery();
    wrong.parties.parties.push(...wrong.parties.parties.slice(0, 1));
    expect(() => compileDossier(wrong)).toThrow('party "quell" is given twice');
  });

  it('an unknown key is an error', () => {
    const alias = { text: 'Bräu', wenn: [] };
    const party = {
      id: 'b',
      kind: 'company',
      role: 'observer',
      name: 'B',
      display: both('B'),
      aliases: [alias],
    };
    expect(partiesSchema.safeParse({ parties: [party] }).success).toBe(false);
  });

  it('a pattern with a star in its middle is explained', () => {
    const { error } = topicsSchema.safeParse({
      topics: [{ id: 'a', display: both('a'), terms: [{ text: 'a*b' }] }],
    });
    expect(JSON.stringify(error?.issues)).toContain(
      'a * may stand only at the beginning or the end of a word',
    );
  });
});

describe('the shipped dossier', () => {
  it('gives every party and topic a name in both languages', () => {
    for (const { display } of [
      ...dossier.parties.parties,
      ...dossier.topics.topics,
      ...dossier.dispute.stages,
    ]) {
      expect(display.de.length).toBeGreaterThan(1);
      expect(display.en.length).toBeGreaterThan(1);
    }
  });

  it('has no group of words that nothing refers to', () => {
    const files = [dossier.parties, dossier.topics, dossier.dispute];
    const used = JSON.stringify(files.map(({ words: _, ...rest }: Partial<(typeof files)[number]>) => rest));
    const idle = files
      .flatMap(({ words }) => Object.keys(words))
      .filter((name) => !used.includes(`"${name}"`));
    expect(idle).toEqual([]);
  });

  it('finds every party by its own aliases without conditions', () => {
    const missed = dossier.parties.parties.flatMap(({ id, aliases }) =>
      aliases
        .filter((alias) => typeof alias === 'string')
        .map((alias) => alias.replaceAll('~', ''))
        .filter((alias) => !read(`Laut ${alias} ist das so.`).findings.some(({ ref }) => ref === id))
        .map((alias) => `${id}: ${alias}`),
    );
    expect(missed).toEqual([]);
  });
});

describe('the known events of the shipped dossier', () => {
  const { events } = dossier.dispute;

  it('are 37, each with a page it rests on, in their order', () => {
    expect(events).toHaveLength(37);
    expect(events.filter(({ sources }) => sources.length === 0)).toEqual([]);
    const dates = events.map(({ date }) => date.slice(0, 7));
    expect(dates).toEqual([...dates].sort());
  });

  it('speak two languages', () => {
    for (const { de, en } of events) expect(de).not.toBe(en);
  });
});
