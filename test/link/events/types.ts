/** A report of an event in our own words: language, instant of publication, headline, text. */
export type Report = readonly [language: 'de' | 'en', at: string, title: string, text: string];

/** What happened, told by several outlets. */
export interface Event {
  id: string;
  reports: readonly Report[];
}
