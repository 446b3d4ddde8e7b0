/**
 * Language, source (one sentence, or neighbours), claim, and what makes it hard; for a claim that no source supports,
 * `null` stands before what is wrong with it.
 */
export type Pair =
  | readonly [language: 'de' | 'en', source: string | readonly string[], claim: string, trouble: string]
  | readonly [
      language: 'de' | 'en',
      source: string | readonly string[],
      claim: string,
      unsupported: null,
      trouble: string,
    ];
