/** Bagga and Baldwin 1998: precision and recall of each article's story, averaged over the articles. */
export function bcubedF1(placed: readonly { event: string; storyId: number }[]): number {
  const share = (key: 'event' | 'storyId') =>
    placed.reduce((sum, one) => {
      const same = placed.filter((other) => other[key] === one[key]);
      const both = same.filter(({ event, storyId }) => event === one.event && storyId === one.storyId);
      return sum + both.length / same.length;
    }, 0) / placed.length;
  const precision = share('storyId');
  const recall = share('event');
  return (2 * precision * recall) / (precision + recall);
}
