/** One token bucket a route and channel, as Discord's headers describe it. */
export class Buckets {
  readonly #used = new Map<string, { count: number; resetAt: number }>();
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #now: () => number;

  constructor(options: { limit: number; windowMs: number; now: () => number }) {
    this.#limit = options.limit;
    this.#windowMs = options.windowMs;
    this.#now = options.now;
  }

  /** Takes one request of the bucket: the headers it is answered with, and ms to wait where it was one too many. */
  take(route: string, major: string): { headers: Record<string, string>; waitMs: number } {
    const key = `${route} ${major}`;
    const now = this.#now();
    const known = this.#used.get(key);
    const bucket = known && known.resetAt > now ? known : { count: 0, resetAt: now + this.#windowMs };
    this.#used.set(key, bucket);
    bucket.count += 1;
    const left = bucket.resetAt - now;
    return {
      waitMs: bucket.count > this.#limit ? left : 0,
      headers: {
        'X-RateLimit-Limit': String(this.#limit),
        'X-RateLimit-Remaining': String(Math.max(0, this.#limit - bucket.count)),
        'X-RateLimit-Reset-After': (left / 1000).toFixed(3),
        'X-RateLimit-Bucket': Buffer.from(route).toString('hex').slice(0, 32),
      },
    };
  }
}
