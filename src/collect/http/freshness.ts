import CachePolicy from 'http-cache-semantics';

/**
 * How long an answer says it stays fresh, in ms from when it was received; null where it does not say. Explicit
 * words only (max-age, Expires): the guess from Last-Modified that RFC 9111 allows can reach days and is not made,
 * and stale-while-revalidate is no promise that nothing changes.
 */
export function freshForMs(headers: Record<string, string>, fetchedAt: Date): number | null {
  const explicit = /max-age/i.test(headers['cache-control'] ?? '') || headers.expires !== undefined;
  if (!explicit) return null;
  // The status is given as 200, since a 304 speaks of the document it confirms.
  const answer = { status: 200, headers: { date: fetchedAt.toUTCString(), ...headers } };
  const policy = new CachePolicy({ headers: {} }, answer, {
    shared: false,
    cacheHeuristic: 0,
    immutableMinTimeToLive: 0,
  });
  return Math.max(0, Math.round(policy.maxAge() - policy.age()) * 1000);
}
