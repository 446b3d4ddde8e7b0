import type { Credit } from '../../model/article.ts';
import { AGENCIES, type AgencyName } from './agencies.ts';

/** One line of a page that may hold a credit, with the place it stands in. */
export interface CreditLine {
  text: string;
  /** `opening`: one of the body's first paragraphs; `body`: a later one; `line`: a short line beside the text;
   * `author`: an author as metadata state it. */
  place: 'opening' | 'body' | 'line' | 'author';
}

type Rule = 'credit-line' | 'dateline' | 'byline' | 'copyright' | 'json-ld';

const PHOTO =
  /(?:^|[\s(|])(?:fotos?|photos?|bild(?:er|rechte|quelle|nachweis)?|fotoquelle|rechte|image|picture|grafik|video|symbolbild|archivbild|montage|illustration|imago|getty|picture[- ]alliance|shutterstock|epa)(?:\s?(?:credit|quelle|by|von))?(?:[\s:/.,)©]|$)/i;
const URN = /\bdpa:(\d{6}-\d{2,3}-\d{3,6})(?:\/(\d+))?/;
const SOURCE =
  /^\W*(?:(?:weitere |mehr )?quellen?|sources?|fuentes?|fonti?|mit (?:material|informationen|inhalten) (?:der|des|von)|mit agenturmaterial|additional sources|agenturen?)\s*[:•|(]?\s*/i;
const WITH =
  /(?:^|[.(–-]\s*)(?:mit|with|unter verwendung|dieser (?:text|artikel|beitrag)|diese meldung|this (?:article|story|report)|einige|some|(?:additional |further )?reporting|übernommen|die (?:nachrichtenagentur|redaktion))\b.{0,160}(?:agentur|material|information|reporting|contribut|report|wire|stammt|verwend|übernommen|erstellt|veröffentlicht|created|published|beigetragen)/i;
const WITH_BODY =
  /^\W*(?:mit (?:agentur)?(?:material|informationen|inhalten)|(?:additional |with |further )reporting (?:by|from)|dieser (?:text|artikel|beitrag) (?:wurde|ist|enthält|stammt))/i;
const REUTERS_TAIL = /\((?:(?:additional )?report(?:ing|ed) by|bericht von)\s[^()]{3,300}\)/i;
const AFX_TAIL = /^\/[a-z]{2,4}\/(?:DP|he|jha|stk|men|mis|ngu|nas|fba|zb)(?:\/[a-z]{2,4})?$/;
/** dpa-AFX signs at the very end of its copy, glued to the last word or in a line of its own: `/jha/DP/mis`. */
const AFX_CLOSING = /\s?\/[a-z]{2,4}\/DP\/[a-z]{2,4}$/;
const STAMP = /\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}[:.]\d{2}(?:\s?Uhr)?|\bUhr\b|\b(?:am|um|on|at)\b/g;

/**
 * Agencies credited for the text, in the order found, each once: from credit lines, datelines, bylines,
 * copyright lines and metadata's authors. Photo credits never count. Patterns after the credits that German
 * and English outlets print (`Quelle: ntv.de, ino/dpa`, `Köln (dpa/lnw) -`, `© dpa-infocom, dpa:…/5`).
 */
export function readCredits(
  lines: readonly CreditLine[],
  agencies: readonly AgencyName[] = AGENCIES,
): Credit[] {
  const names = compile(agencies);
  const credits = new Map<string, Credit>();
  for (const line of lines)
    for (const credit of readLine(line, names)) {
      const known = credits.get(credit.agency);
      if (known === undefined) credits.set(credit.agency, credit);
      else if (known.urn === null && credit.urn !== null)
        credits.set(credit.agency, { ...credit, desk: known.desk ?? credit.desk });
      else if (known.desk === null && credit.desk !== null)
        credits.set(credit.agency, { ...known, desk: credit.desk });
    }
  return [...credits.values()];
}

interface Names {
  any: RegExp;
  idOf(printed: string): string | null;
}

const compiled = new WeakMap<readonly AgencyName[], Names>();

function compile(agencies: readonly AgencyName[]): Names {
  const known = compiled.get(agencies);
  if (known !== undefined) return known;
  const each = agencies.map(({ id, names }) => ({ id, exact: new RegExp(`^(?:${names.join('|')})$`) }));
  const all = agencies.flatMap(({ names }) => names).join('|');
  const names: Names = {
    any: new RegExp(`(?<![\\p{L}\\p{N}@.])(?:${all})(?![\\p{L}\\p{N}]|\\.\\p{L})`, 'gu'),
    idOf: (printed) => each.find(({ exact }) => exact.test(printed))?.id ?? null,
  };
  compiled.set(agencies, names);
  return names;
}

function readLine({ text, place }: CreditLine, names: Names): Credit[] {
  if (place === 'author') return readList(text, names, 'json-ld');
  if (place === 'opening') {
    const found = readDateline(text, names);
    if (found.length > 0) return found;
  }
  if (REUTERS_TAIL.test(text))
    return [credit('reuters', 'credit-line', REUTERS_TAIL.exec(text)?.[0] ?? text)];
  if (AFX_CLOSING.test(text)) return [credit('dpa-afx', 'credit-line', text.slice(-14))];
  if (place !== 'line')
    return text.length <= 300 && WITH_BODY.test(text)
      ? readList(text, names, 'credit-line')
      : readTail(text, names);
  if (text.length > 400 || PHOTO.test(text)) return [];
  if (URN.test(text)) return readUrn(text);
  if (AFX_TAIL.test(text)) return [credit('dpa-afx', 'credit-line', text)];
  if (SOURCE.test(text))
    return text.length > 250 ? [] : readList(text.replace(SOURCE, ''), names, 'credit-line', text);
  if (WITH.test(text)) return readList(text, names, 'credit-line', text);
  if (isBareCredit(text, names))
    return readList(text, names, text.startsWith('©') ? 'copyright' : 'credit-line', text);
  return readByline(text, names);
}

const credit = (agency: string, rule: Rule, matched: string, desk: string | null = null): Credit => ({
  agency,
  desk,
  urn: null,
  version: null,
  matched: matched.slice(0, 200),
  rule,
});

function readUrn(text: string): Credit[] {
  const m = URN.exec(text);
  if (m === null) return [];
  const version = m[2] === undefined ? null : Number(m[2]);
  return [{ ...credit('dpa', 'copyright', text), urn: m[1] ?? null, version }];
}

function readList(list: string, names: Names, rule: Rule, matched = list): Credit[] {
  const found: Credit[] = [];
  for (const m of list.matchAll(names.any)) {
    const id = names.idOf(m[0]);
    if (id !== null) found.push(credit(id, rule, matched, deskBeside(list, m.index, m[0].length)));
  }
  return found;
}

/** Initials joined to the agency by a slash or comma: `ino/dpa`, `Reuters/kra`. */
function deskBeside(text: string, start: number, length: number): string | null {
  const before = /(?:^|[\s,(])([a-zäöü]{2,5})\s?\/\s?$/.exec(text.slice(0, start))?.[1];
  const after = /^\s?\/\s?([a-zäöü]{2,5})(?![\p{L}])/u.exec(text.slice(start + length))?.[1];
  const desk = before ?? after;
  return desk === undefined || desk === 'red' || desk === 'dpa' ? null : desk;
}

/** `Köln (dpa/lnw) -`, `BERLIN, May 27 (Reuters) -`, `(AP) —`, `Reuters/kra Frankfurt`. */
function readDateline(text: string, names: Names): Credit[] {
  const head = text.slice(0, 160);
  const open = head.indexOf('(');
  const close = head.indexOf(')', open);
  if (open >= 0 && close > open && close - open <= 42 && isPlace(head.slice(0, open))) {
    const words = head.slice(open + 1, close);
    const after = /^\s*(?:[-–—:.]|\p{Lu}|$)/u.test(head.slice(close + 1));
    if (after && isCreditWords(words, names))
      return readList(words, names, 'dateline', head.slice(0, close + 1));
  }
  const front = /^([A-Za-z-]+)(?:\/[a-z]{2,4})?\s+(?=\p{Lu}\p{L}+(?:\s*$|\s*[-–—]))/u.exec(head);
  if (front === null || names.idOf(front[1] ?? '') === null) return [];
  return readList(front[0], names, 'dateline');
}

/** `Frankfurt am Main`, `Washington/Seoul`, `BERLIN, May 27`, or nothing. */
const isPlace = (text: string): boolean => {
  const words = text.split(/[\s/,]+/).filter((word) => word !== '');
  return (
    words.length <= 8 &&
    words.every((word) => /^(?:[\p{Lu}\d–—-]|(?:am|an|der|den|in|bei|a\.?d\.?)$)/u.test(word))
  );
};

/** An agency in brackets at the very end of a paragraph: `… (dpa/jW)`. */
function readTail(text: string, names: Names): Credit[] {
  const m = /\(([^()]{2,60})\)\s*$/.exec(text.slice(-80));
  if (m === null || PHOTO.test(m[0])) return [];
  const words = (m[1] ?? '').replace(SOURCE, '');
  return isCreditWords(words, names) ? readList(words, names, 'credit-line', m[0]) : [];
}

/** True for a line that does nothing but credit the text. */
export const isCreditLine = (text: string, agencies: readonly AgencyName[] = AGENCIES): boolean =>
  text.length <= 250 &&
  (URN.test(text) ||
    AFX_TAIL.test(text) ||
    /^\W*quellen?:\s/i.test(text) ||
    WITH_BODY.test(text) ||
    isBareCredit(text, compile(agencies)));

/** The text without an agency's closing signature. */
export const withoutSignature = (text: string): string => text.replace(AFX_CLOSING, '');

/** `Von Anna Muster, dpa`, `Von Anna Muster mit AP`. */
function readByline(text: string, names: Names): Credit[] {
  if (text.length > 160 || !/^\W*(?:von|by|par|por|di|text)\b/i.test(text)) return [];
  const m = /(?:,|\/|\s(?:mit|with|und|and|&))\s*([^,]{2,40})$/.exec(text.replace(STAMP, '').trim());
  return m !== null && isCreditWords(m[1] ?? '', names) ? readList(m[1] ?? '', names, 'byline', text) : [];
}

const FILLER =
  /^(?:red|mit|with|und|and|et|von|by|quelle|aus|agenturen|agentur|nachrichtenagenturen?|online|news|sport|material|the|text|autor|copyright|c|\d+)$/i;

/** Nothing but agencies, desk initials, an outlet's short name and separators. */
function isCreditWords(text: string, names: Names): boolean {
  let agencies = 0;
  const rest = text.replace(names.any, () => {
    agencies++;
    return ' ';
  });
  if (agencies === 0) return false;
  const words = rest.split(/[\s/,;|•·&+:()©.–-]+/).filter((word) => word !== '' && !FILLER.test(word));
  return words.length <= 1 && words.every((word) => word.length <= 12);
}

function isBareCredit(text: string, names: Names): boolean {
  return text.length <= 100 && isCreditWords(text.replace(STAMP, ' '), names);
}
