/** Register signs of German courts, in their official spelling (Aktenordnung); those of one letter stand for
 * too much else and need a cue beside them. */
const REGISTERS = [
  ...[
    'UKl',
    'VKl',
    'MK',
    'ZR',
    'ZB',
    'AR',
    'ARZ',
    'BvR',
    'BvL',
    'BvF',
    'BvE',
    'BvQ',
    'KZR',
    'KVR',
    'KVB',
    'RVs',
  ],
  ...[
    'Ca',
    'Ga',
    'Sa',
    'AZR',
    'ABR',
    'StR',
    'StB',
    'BJs',
    'OLG',
    'OVG',
    'Ss',
    'Ws',
    'Qs',
    'KLs',
    'Js',
    'Ds',
    'Ls',
  ],
  ...['OH', 'EK', 'Kap', 'SchH', 'Verg', 'Kart', 'UF', 'WF', 'OWi', 'BV', 'KR', 'AS', 'SO', 'VG', 'Ns'],
  ...['C', 'O', 'U', 'W', 'S', 'T', 'K', 'L', 'A', 'B', 'E', 'F', 'M', 'D'],
];
// A printed I or 1 for the l of a register sign, and capitals throughout, are read as the official sign.
const SIGNS = new Map(REGISTERS.map((sign) => [confusable(sign), sign]));
const SIGN = '[A-Z][A-Za-z1]{0,3}';

/** Candidates: optional `I-` (North Rhine-Westphalia), chamber or senate, register sign, number/year. */
export const GERMAN: RegExp = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])(?:I\s?[-\u2010-\u2013]\s?)?(\d{1,3}|[IVX]{1,5})\s?(${SIGN})\s?(?:\(?Kart\)?\s?)?(\d{1,5})\s?/\s?(\d{2}|\d{4})(?![\p{L}\p{N}/])`,
  'gu',
);
const CUE =
  /(?:\bAz\b|Aktenzeichen|Geschäftszeichen|\bGz\b|gericht|\bOLG\b|\bLG\b|\bBGH\b|\bAG\b|\bVG\b|senat|Urteil|Beschluss|court|judgment|case no|docket|file number|ref\b)/iu;
const CUE_DISTANCE = 70;

/** Checks a candidate's register sign and year and gives the docket in its usual spelling, or null. */
export function checkGerman(
  match: RegExpExecArray,
  text: string,
): { ref: string; confidence: number } | null {
  const [whole, chamber = '', printed = '', number = '', year = ''] = match;
  const sign = SIGNS.get(confusable(printed));
  if (!sign || number.startsWith('0')) return null;
  const before = text.slice(Math.max(0, match.index - CUE_DISTANCE), match.index);
  const after = text.slice(match.index + whole.length, match.index + whole.length + 20);
  const cued = CUE.test(before) || CUE.test(after);
  if (sign.length === 1 && !cued) return null;
  // Saxony writes `05 O 2351/23` for the fifth chamber.
  return {
    ref: `${chamber.replace(/^0+(?=\d)/u, '')} ${sign} ${number}/${year.slice(-2)}`,
    confidence: cued ? 1 : 0.9,
  };
}

function confusable(sign: string): string {
  return sign.replace(/[Il1]/g, 'l').toLowerCase();
}
