import { z } from 'zod';
import { type Condition, PARTY_KINDS, PARTY_ROLES } from '../model/dossier.ts';

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/u,
    'an id is lower-case letters, digits, "_" and "-", such as vz_nrw',
  );
const groupWord = z
  .string()
  .min(2, 'a pattern needs at least two characters')
  .max(120, 'a pattern has at most 120 characters')
  .refine(
    (p) => !/\S\*\S/u.test(p) && !/\s\*\S/u.test(p),
    'a * may stand only at the beginning or the end of a word',
  )
  .refine((p) => p.trim() === p, 'no blank at the beginning or the end of a pattern');
const pattern = groupWord.refine(
  (p) => !p.startsWith('!'),
  'a "!" may stand only before the words of a group, where it says what they do not mean',
);
const words = z.record(id, z.array(groupWord).min(1, 'a group of words may not be empty')).default({});
const display = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ document: id }),
      z.strictObject({ near: id, within: z.number().int().min(1).max(2000).optional() }),
      z.strictObject({ before: id }),
      z.strictObject({ after: id }),
      z.strictObject({ party: id }),
      z.strictObject({ language: z.array(z.string().length(2)).min(1) }),
      z.strictObject({ any: z.array(condition).min(1) }),
    ],
    'a condition has one of the keys document, near (with within), before, after, party, language, any',
  ),
);
const conditions = z.array(condition).min(1).optional();
const texts = z.union([pattern, z.array(pattern).min(1)]);
const conditioned = { text: texts, if: conditions, unless: conditions };

const alias = z.union(
  [
    pattern,
    z.strictObject({
      ...conditioned,
      case: z.enum(['exact', 'any']).optional(),
      inflect: z.boolean().optional(),
      rule: id.optional(),
      confidence: z.number().min(0).max(1).optional(),
    }),
  ],
  'an alias is a text, or has the keys text, case, inflect, rule, confidence, if, unless',
);
const term = z.union(
  [pattern, z.strictObject({ ...conditioned, weight: z.number().positive().max(10).optional() })],
  'a term is a text, or has the keys text, weight, if, unless',
);

const party = z.strictObject({
  id,
  kind: z.enum(PARTY_KINDS),
  role: z.enum(PARTY_ROLES),
  name: z.string().min(1),
  display,
  country: z.string().length(2, 'a country is its two-letter code, or EU').optional(),
  implies: id.optional(),
  aliases: z.array(alias).min(1, 'a party needs at least one alias'),
  short: z.array(pattern).optional(),
  note: z.string().optional(),
});

/** Form of `parties.yaml`; unknown keys are errors. References between files are checked by `compileDossier`. */
export const partiesSchema = z.strictObject({
  words,
  blockers: z.array(pattern).default([]),
  neverAbbreviations: z.array(z.string()).default([]),
  parties: z.array(party).min(1),
});

/** Form of `topics.yaml`; unknown keys are errors. */
export const topicsSchema = z.strictObject({
  words,
  topics: z.array(
    z.strictObject({
      id,
      display,
      terms: z.array(term).min(1, 'a topic needs at least one term'),
      if: conditions,
      unless: conditions,
      threshold: z.number().positive().optional(),
      note: z.string().optional(),
    }),
  ),
});

const leg = z.strictObject({
  id,
  label: z.string().min(1),
  parties: z.array(id).optional(),
  kinds: z.array(z.enum(PARTY_KINDS)).optional(),
  countries: z.array(z.string().length(2)).optional(),
  words: z.array(id).optional(),
  pairs: z
    .array(z.strictObject({ first: id, second: id, within: z.number().int().min(1).max(2000) }))
    .optional(),
  languages: z.array(z.string().length(2)).optional(),
  withoutText: z
    .strictObject({ words: z.array(id).optional(), kinds: z.array(z.enum(PARTY_KINDS)).optional() })
    .optional(),
  span: z.enum(['passage', 'document']),
});

const relevance = z.strictObject({
  legs: z.array(leg).min(1),
  guards: z.array(
    z.strictObject({
      id,
      label: z.string().min(1),
      words: id,
      against: z.array(id).min(1),
      beside: id.optional(),
      ratio: z.number().positive().optional(),
      count: z.enum(['most', 'all']),
      effect: z.enum(['off', 'secondary']),
    }),
  ),
  context: z.strictObject({ words: z.array(id), with: z.array(id) }),
  comparison: id,
});

const regexSource = z.string().refine((source) => {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}, 'not a regular expression');

/** Form of `dispute.yaml`; unknown keys are errors. */
export const disputeSchema = z.strictObject({
  title: display,
  words,
  relevance,
  entry: z.array(z.strictObject({ id, all: z.array(id).min(1) })).min(1),
  roles: z.strictObject({ claimant: z.array(pattern), respondent: z.array(pattern) }),
  cases: z
    .array(
      z.strictObject({
        docket: z.string().min(3),
        court: id,
        claimant: id.optional(),
        respondent: id.optional(),
        inDispute: z.boolean(),
        note: z.string().optional(),
      }),
    )
    .default([]),
  courts: z
    .array(
      z.strictObject({
        party: id,
        ecli: z.array(z.string().regex(/^[A-Z]{2}:[A-Z0-9]+$/u, 'such as DE:OLGK')).optional(),
        prefixes: z.array(z.string().min(1)).optional(),
      }),
    )
    .default([]),
  docketFormats: z.array(z.strictObject({ id, pattern: regexSource, party: id.optional() })).default([]),
  stages: z.array(z.strictObject({ id, display, rank: z.number().int(), terms: z.array(term).min(1) })),
  dates: z.array(z.strictObject({ type: id, words: z.array(id).min(1) })),
  events: z
    .array(
      z.strictObject({
        date: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/u, 'a date is 2025-05-27 or 2025-05, in quotes'),
        precision: z.enum(['day', 'month', 'approx']),
        type: id,
        de: z.string().min(1),
        en: z.string().min(1),
        parties: z.array(id),
        topics: z.array(id).default([]),
        sources: z.array(z.url()).default([]),
      }),
    )
    .default([]),
  lowQuality: z.array(z.string().min(2)).default([]),
  advertising: z.array(z.string().min(2)).default([]),
});
