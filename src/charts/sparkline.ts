const BARS = '▁▂▃▄▅▆▇█';

/** Numbers as a row of bars, one letter each: a chart for where there are no pictures. Nothing is a dot. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  return counts
    .map((count) => (count > 0 ? (BARS[Math.ceil((count / most) * BARS.length) - 1] ?? '') : '·'))
    .join('');
}
