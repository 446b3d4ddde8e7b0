import { escapeXml } from './escape.ts';

const ROW = 20;
const SWATCH = 11;
const GAP = 18;
const SIZE = 12;
/** Width of a letter in em, roughly: no font is at hand where SVG is made, and readers' differ. */
const letter = (sign: string): number => {
  if (/[ijlftr.,:;'!|()[\] 1I-]/.test(sign)) return 0.34;
  return /[mwMWÄÖÜA-Z@%…]/.test(sign) ? 0.74 : 0.56;
};

/** Width of a text in px. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + letter(sign) * SIZE, 0);

export interface LegendEntry {
  name: string;
  colour: string;
}

/** Entries side by side, in as many rows as the width asks for. */
export function legend(
  entries: readonly LegendEntry[],
  { left, top, width }: { left: number; top: number; width: number },
): { svg: string; height: number } {
  let [x, row] = [0, 0];
  const parts = entries.map(({ name, colour }) => {
    const wide = SWATCH + 6 + widthOf(name);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { x: left + x, y: top + row * ROW };
    x += wide + GAP;
    return (
      `<rect x="${at.x.toFixed(1)}" y="${at.y + 4}" width="${SWATCH}" height="${SWATCH}" rx="2" fill="${colour}"/>` +
      `<text x="${(at.x + SWATCH + 6).toFixed(1)}" y="${at.y + 14}">${escapeXml(name)}</text>`
    );
  });
  return {
    svg: parts.length > 0 ? `<g text-anchor="start" font-size="${SIZE}">${parts.join('')}</g>` : '',
    height: parts.length > 0 ? (row + 1) * ROW : 0,
  };
}
