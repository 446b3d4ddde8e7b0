import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import type { Fault } from '../support/fake-discord/server.ts';
import { KIND } from '../support/fake-discord/types.ts';
import { bench, START } from './bench.ts';

const MINUTE = 60_000;
const SOURCES = ['anzeiger', 'kurier', 'bote'];

const fault: fc.Arbitrary<Fault | undefined> = fc.constantFrom<(Fault | undefined)[]>(
  undefined,
  undefined,
  'cut-before',
  'cut-after',
  { status: 500, body: 'oops' },
  { status: 200, body: '<html>maintenance</html>' },
  { status: 200, body: { no: 'message' } },
  { status: 429, headers: { 'Retry-After': '300' }, body: { retry_after: 300, global: false } },
  { status: 429, body: { code: 40062, message: 'limited', retry_after: 300 } },
  { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
  { status: 503, body: { code: 130000, message: 'overloaded' } },
);

const step = fc.oneof(
  fc.record({ kind: fc.constant('arrives' as const), story: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('deliver' as const), faults: fc.array(fault, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('pass' as const), minutes: fc.constantFrom(1, 10, 70) }),
);

/** A channel of each kind. */
const kind = fc.constantFrom<{ settings: Partial<ChannelSettings>; guild: { type?: number } }[]>(
  { settings: {}, guild: {} },
  {
    settings: { style: 'threads', announce: true, layout: 'components' },
    guild: { type: KIND.announcement },
  },
  { settings: { style: 'forum' }, guild: { type: KIND.forum } },
);

test('whatever fails in whatever order, in whatever channel, each story ends as one message that names every outlet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      kind,
      async (steps, { settings, guild }) => {
        const at = await bench();
        try {
          const channel = at.channel(settings, guild);
          const outlets = new Map<number, Set<string>>();
          for (const item of steps) {
            if (item.kind === 'pass') at.pass(item.minutes * MINUTE);
            else if (item.kind === 'deliver') {
              const faults = [...item.faults];
              at.discord.fault = () => faults.shift();
              await at.deliver();
            } else {
              const known = outlets.get(item.story) ?? new Set();
              const source = SOURCES[known.size % SOURCES.length] ?? 'bote';
              outlets.set(item.story, known.add(source));
              at.arrives({ story: item.story, source, title: `Bericht ${item.story}`, at: START });
            }
          }
          at.discord.fault = () => undefined;
          for (let owed = 1, tries = 0; owed > 0 && tries < 20; tries += 1) {
            at.pass(70 * MINUTE);
            owed = (await at.deliver()).owed;
          }
          const posts = at.discord.guild.threadsOf(channel).flatMap(({ messages }) => messages);
          const shown = [...at.seen(channel), ...posts].map(({ embeds, components }) =>
            JSON.stringify([embeds, components]),
          );
          expect(shown).toHaveLength(outlets.size);
          for (const [story, sources] of outlets) {
            const message = shown.find((text) => new RegExp(`["[]Bericht ${story}["\\]]`).test(text));
            for (const source of sources) expect(message).toContain(`[${source}](`);
          }
        } finally {
          await at.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});
