import type { Day } from '../../model/index.ts';
import type { MessageLanguage } from '../channels.ts';

const GERMAN = {
  title: { daily: 'Tagesüberblick', weekly: 'Wochenüberblick' },
  countries: (n: number) => (n === 1 ? '1 Land' : `${n} Ländern`),
  figures: (articles: string, outlets: string, countries: string, stories: string) =>
    `${articles} von ${outlets} aus ${countries} in ${stories}`,
  outlets: (n: number) => `${n} ${n === 1 ? 'Medium' : 'Medien'}`,
  stories: (n: number) => `${n} ${n === 1 ? 'Story' : 'Storys'}`,
  agency: (percent: string) => `${percent} mit Agenturmaterial`,
  more: (n: number) => (n === 1 ? '… und 1 weitere' : `… und ${n} weitere`),
  developments: 'Entwicklungen',
  dates: 'Nächste Termine',
};

const ENGLISH: typeof GERMAN = {
  title: { daily: 'Daily digest', weekly: 'Weekly digest' },
  countries: (n) => (n === 1 ? '1 country' : `${n} countries`),
  figures: (articles, outlets, countries, stories) =>
    `${articles} by ${outlets} from ${countries} in ${stories}`,
  outlets: (n) => `${n} ${n === 1 ? 'outlet' : 'outlets'}`,
  stories: (n) => `${n} ${n === 1 ? 'story' : 'stories'}`,
  agency: (percent) => `${percent} with agency material`,
  more: (n) => `… and ${n} more`,
  developments: 'Developments',
  dates: 'Coming up',
};

export type DigestWords = typeof GERMAN;

export const digestWords = (language: MessageLanguage): DigestWords => (language === 'de' ? GERMAN : ENGLISH);

const locale = (language: MessageLanguage): string => (language === 'de' ? 'de-DE' : 'en-GB');

/** `38 %`, `38%`. */
export const percent = (share: number, language: MessageLanguage): string =>
  new Intl.NumberFormat(locale(language), { style: 'percent' }).format(share);

/** `19.–25. Mai 2025`; a single day with its weekday. */
export function period({ from, until }: { from: Day; until: Day }, language: MessageLanguage): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  if (from === until)
    return new Intl.DateTimeFormat(locale(language), { weekday: 'long', ...options }).format(new Date(until));
  return new Intl.DateTimeFormat(locale(language), options).formatRange(new Date(from), new Date(until));
}
