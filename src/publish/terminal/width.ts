const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}])/u;
/** Each of these takes one column, and telling so is much quicker than segmenting. */
const LATIN = /^[ -~\u00a0-\u02ff]*$/;
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;

/** Columns that one grapheme cluster takes in a terminal: 0, 1 or 2 (Unicode's East Asian Width, emoji are wide). */
function clusterWidth(cluster: string): number {
  if (cluster < '\u0300') return cluster < ' ' ? 0 : 1;
  if (NOTHING.test(cluster)) return 0;
  return WIDE.test(cluster) ? 2 : 1;
}

/** Columns that a plain text (no escape codes) takes in a terminal. */
export function displayWidth(text: string): number {
  if (LATIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += clusterWidth(segment);
  return width;
}

/** Cuts a text into pieces of at most `width` columns, between grapheme clusters. */
export function chunks(text: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const columns = clusterWidth(segment);
    if (used + columns > width && piece) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += columns;
  }
  return piece ? [...pieces, piece] : pieces;
}
