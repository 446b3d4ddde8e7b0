/** No message shows more of one text; bounds the work on a hostile one. */
const MOST = 20_000;
/** Longer grapheme clusters are stacked marks, not letters; the longest real emoji has about 30 units. */
const LONGEST_CLUSTER = 32;

/** Controls, and what is not seen: zero-width characters, direction overrides and isolates, fillers, tags. Joiners and the
 * emoji variation selector stay: emoji and some scripts need them. */
const INVISIBLE = /(?!\u200c|\u200d|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A text from the web as one clean line: invisible characters, direction overrides and lone surrogates are gone, blanks
 * collapsed. Right-to-left text is put into a first-strong isolate, so that it cannot turn what stands beside it.
 */
export function plain(text: string): string {
  const clean = text
    .slice(0, MOST)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return RIGHT_TO_LEFT.test(clean) ? `\u2068${clean}\u2069` : clean;
}

const unitsOf = (cluster: string): number => cluster.length;

/**
 * The text, or its longest beginning that costs at most `max` with the `…` that then stands at its end. Cuts between
 * words where the last word began in the last third, else between grapheme clusters; clusters of more than 32 units
 * (stacked marks) are left out. An isolate that `plain` opened is closed.
 * @param cost what a cluster takes of `max`; UTF-16 units by default
 */
export function truncate(text: string, max: number, cost: (cluster: string) => number = unitsOf): string {
  if (max <= 0) return '';
  const isolated = text.startsWith('\u2068') && max > 4;
  const inner = isolated ? text.slice(1, -1) : text;
  const room = isolated ? max - 2 : max;
  const cut = truncatePlain(inner, room, cost);
  return isolated && cut ? `\u2068${cut}\u2069` : cut;
}

function truncatePlain(text: string, max: number, cost: (cluster: string) => number): string {
  const kept: string[] = [];
  let spent = 0;
  // Where the text would have to end, were it too long: room for the ellipsis is left.
  let fits = 0;
  let word = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length > LONGEST_CLUSTER) continue;
    if (segment === ' ' && spent + 1 <= max) word = kept.length;
    spent += cost(segment);
    if (spent > max) {
      const end = word > (fits * 2) / 3 ? word : fits;
      return `${kept
        .slice(0, end)
        .join('')
        .replace(/[\s,;:–—-]+$/u, '')}…`;
    }
    kept.push(segment);
    if (spent + 1 <= max) fits = kept.length;
  }
  return kept.join('');
}
