import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests keep to themselves (own servers, own files), so that modules need to be loaded only once a thread.
    pool: 'threads',
    isolate: false,
    // Left to itself, vitest takes one thread where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ['test/support/build.ts'],
    testTimeout: 20_000,
    env: { TZ: 'UTC', STANDOFF_THREAD: new URL('.build/test/src/worker/thread.js', import.meta.url).href },
  },
});
