import { describe, expect, test } from 'vitest';
import { createHosts, type HostsSettings } from '../../src/worker/hosts.ts';

/** A gate whose rests pass at once, on a clock that they move. */
function gate(settings: Partial<HostsSettings> = {}) {
  const clock = { ms: 0 };
  const rests: number[] = [];
  const wait = async (ms: number) => {
    rests.push(ms);
    clock.ms += ms;
  };
  const hosts = createHosts({ delayMs: 1000, wait, now: () => clock.ms, ...settings });
  return { hosts, rests, clock };
}

/** Jobs that note when they run, and end when told. */
function jobs() {
  const running = new Set<string>();
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      running.add(name);
      started.push(name);
      ends.set(name, () => {
        running.delete(name);
        resolve(name);
      });
    });
  return { job, running, started, end: (name: string) => ends.get(name)?.() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  test('lets one job at a time speak to a host, in order', async () => {
    const { hosts } = gate();
    const { job, running, started, end } = jobs();
    const all = ['a', 'b', 'c'].map((name) => hosts.run(`https://press.example/${name}`, job(name)));
    for (const name of ['a', 'b', 'c']) {
      await settle();
      expect([...running]).toEqual([name]);
      end(name);
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
    expect(started).toEqual(['a', 'b', 'c']);
  });

  test('lets other hosts go on meanwhile, as many as configured', async () => {
    const { hosts } = gate({ concurrency: 2 });
    const { job, running, end } = jobs();
    const all = ['a', 'b', 'c'].map((name) => hosts.run(`https://${name}.example/`, job(name)));
    await settle();
    expect([...running]).toEqual(['a', 'b']);
    end('a');
    await settle();
    expect([...running]).toEqual(['b', 'c']);
    end('b');
    end('c');
    await Promise.all(all);
  });

  test('rests between two jobs from the end of the first, and not before the first', async () => {
    const { hosts, rests, clock } = gate();
    await hosts.run('https://press.example/a', async () => {
      clock.ms += 5000;
    });
    expect(rests).toEqual([]);
    await hosts.run('https://press.example/b', async () => {});
    expect(rests).toEqual([1000]);
    clock.ms += 400;
    await hosts.run('https://press.example/c', async () => {});
    expect(rests).toEqual([1000, 600]);
  });

  test('rests as long as the host asks, where that is longer', async () => {
    const { hosts, rests } = gate({ delayFor: (url) => (url.includes('slow') ? 10_000 : 1) });
    for (const url of [
      'https://slow.example/',
      'https://slow.example/',
      'https://quick.example/',
      'https://quick.example/',
    ])
      await hosts.run(url, async () => {});
    expect(rests).toEqual([10_000, 1000]);
  });

  test('keeps no place for a host at rest', async () => {
    let wake = () => {};
    const wait = () => new Promise<void>((resolve) => (wake = resolve));
    const { hosts } = gate({ concurrency: 1, wait });
    await hosts.run('https://press.example/a', async () => {});
    const resting = hosts.run('https://press.example/b', async () => 'b');
    expect(await hosts.run('https://other.example/', async () => 'other')).toBe('other');
    wake();
    expect(await resting).toBe('b');
  });

  test('hands on what a job throws, and goes on', async () => {
    const { hosts } = gate();
    const broken = hosts.run('https://press.example/a', async () => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await hosts.run('https://press.example/b', async () => 'b')).toBe('b');
  });

  test('ends its rests when the bot is stopped', async () => {
    const stop = new AbortController();
    const hosts = createHosts({ delayMs: 3_600_000 });
    const run = (name: string) => hosts.run('https://press.example/', async () => name, stop.signal);
    await run('a');
    const resting = [run('b'), run('c')];
    await settle();
    stop.abort();
    expect(await Promise.all(resting)).toEqual(['b', 'c']);
  });
});
