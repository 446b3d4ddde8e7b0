import { expect, test } from 'vitest';
import { coverageChart, PALETTE, toPng } from '../../src/charts/index.ts';
import { decodePng, type Pixels } from '../support/png.ts';

const draw = (series: string) =>
  coverageChart({
    rows: [{ day: '2025-05-13', series, count: 5 }],
    ...{ from: '2025-05-12', until: '2025-05-14', by: 'stage', language: 'de' },
  });

/** How many of the picture's pixels are nearly of a colour. */
function count(pixels: Pixels, [r, g, b]: readonly [number, number, number]): number {
  let found = 0;
  for (let y = 0; y < pixels.height; y += 1)
    for (let x = 0; x < pixels.width; x += 1) {
      const at = pixels.at(x, y);
      if (Math.abs(at[0] - r) + Math.abs(at[1] - g) + Math.abs(at[2] - b) < 12) found += 1;
    }
  return found;
}

test('a chart becomes a picture of the width asked for, with its bar, on white ground', async () => {
  const pixels = decodePng(await toPng((await draw('Urteil')).svg, { width: 960 }));
  expect(pixels.width).toBe(960);
  expect(pixels.height).toBeGreaterThan(360);
  const blue = PALETTE[0].match(/\w\w/g)?.map((hex) => Number.parseInt(hex, 16)) ?? [];
  expect(count(pixels, [blue[0] ?? 0, blue[1] ?? 0, blue[2] ?? 0])).toBeGreaterThan(10_000);
  expect(pixels.at(2, pixels.height - 2)).toEqual([255, 255, 255]);
});

test('its letters are drawn, dark: another name is another picture', async () => {
  const [short, long] = await Promise.all(
    ['Urteil', 'Urteil im Eilverfahren'].map(async (name) => decodePng(await toPng((await draw(name)).svg))),
  );
  const ink = [0x1f, 0x23, 0x28] as const;
  const drawn = short ? count(short, ink) : 0;
  expect(drawn).toBeGreaterThan(100);
  expect(long && count(long, ink)).toBeGreaterThan(drawn);
});

test('a name with signs of markup is drawn too', async () => {
  const png = await toPng((await draw('A & B <c> "d"')).svg);
  expect(decodePng(png).width).toBe(640);
});
