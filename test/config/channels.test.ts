import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/load.ts';
import { packageRoot } from '../../src/config/root.ts';
import { resolveChannels } from '../../src/worker/channels.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'standoff-channels-')), 'config');
  cpSync(join(packageRoot(), 'config'), folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

/** What is wrong with a channel of these lines, or null. */
function wrong(...lines: string[]): string | null {
  const text = [
    'http: { contact: a@example.org }',
    'channels:',
    '  - id: main',
    ...lines.map((line) => `    ${line}`),
  ];
  writeFileSync(join(folder, 'standoff.yaml'), `${text.join('\n')}\n`);
  try {
    loadConfig(folder);
    return null;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('a channel’s keys', () => {
  test('everything that a channel can have goes together', () => {
    const lines = [
      'parties: [noyb]',
      'topics: [injunction]',
      'languages: [de]',
      'outlets: [ntv]',
      'style: threads',
      'layout: components',
      'developments: false',
      'quiet: { from: "22:00", to: "07:00" }',
      'announce: true',
      'snippetLimit: 200',
      'pings: [{ role: "998877665544332211", stages: [ruling], parties: [noyb], topics: [injunction] }]',
    ];
    expect(wrong(...lines)).toBeNull();
    const [channel] = resolveChannels(loadConfig(folder).settings, {});
    expect(channel?.quiet).toEqual({ from: '22:00', to: '07:00', timezone: 'Europe/Berlin' });
    expect(channel?.medium).toEqual({ kind: 'terminal' });
  });

  test.each([
    [
      'a slip of the pen',
      'parties: [noby]',
      ':4: channels[0].parties[0]: "noby" is no party of parties.yaml; did you mean "noyb"?',
    ],
    [
      'a topic that nobody knows',
      'topics: [weather_forecast]',
      ':4: channels[0].topics[0]: "weather_forecast" is no topic of topics.yaml; add it there or correct the id',
    ],
    [
      'an outlet that is not followed',
      'outlets: [nvt]',
      ':4: channels[0].outlets[0]: "nvt" is no source of sources.yaml; did you mean "ntv"?',
    ],
    [
      'a stage that is none',
      'pings: [{ role: "998877665544332211", stages: [rulings] }]',
      ':4: channels[0].pings[0].stages[0]: "rulings" is no stage of dispute.yaml; did you mean "ruling"?',
    ],
    ['an empty list', 'topics: []', ':4: channels[0].topics: is empty; name something, or leave the key out'],
    [
      'a style that is none',
      'style: thread',
      ':4: channels[0].style: must be messages, threads, forum or digest',
    ],
    [
      'a role as a number',
      'pings: [{ role: 998877665544332211 }]',
      ':4: channels[0].pings[0].role: needs the role’s id in quotes: as a number it would lose its last digits',
    ],
    [
      'a time that is none',
      'quiet: { from: "10pm", to: "07:00" }',
      ':4: channels[0].quiet.from: is no time of day; write hour and minute, such as "07:30"',
    ],
    [
      'a day of quiet',
      'quiet: { from: "07:00", to: "07:00" }',
      ':4: channels[0].quiet: from and to are the same; leave `quiet` out for none',
    ],
  ])('%s is named with line, key and remedy', (_name, line, message) => {
    expect(wrong(line)).toBe(`config/standoff.yaml${message}`);
  });

  test('what does not go together is said', () => {
    expect(wrong('style: forum', 'announce: true')).toBe(
      'config/standoff.yaml:5: channels[0].announce: a forum cannot be published; leave it out or choose another style',
    );
  });
});
