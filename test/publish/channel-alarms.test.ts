import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellChannels } from '../../src/publish/channel-alarms.ts';
import { type Bench, bench } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
let desk: string;
let closed: string;
beforeEach(async () => {
  at = await bench();
  desk = at.channel({ grades: [], alerts: true });
  closed = at.channel({ id: 'news', language: 'de' }, { send: false });
  at.arrives({ story: 1, source: 'anzeiger', title: 'Bericht', at: at.now() });
});
afterEach(() => at.close());

/** A cycle of the bot: what is to be told is owed, then what is owed is sent. */
const cycle = () => {
  tellChannels(at.room.db, { channels: at.channels, now: at.now() });
  return at.deliver();
};

/** What the operators' channel was told. */
const told = () => at.seen(desk).map(({ embeds: [embed] }) => [embed?.title, embed?.description]);

/** An hour of cycles. */
const hours = async (number: number) => {
  for (let minutes = 0; minutes < number * 60; minutes += 20) {
    at.pass(HOUR / 3);
    await cycle();
  }
};

test('a channel that nothing can be sent to is told of once in another, with why and what to do', async () => {
  await cycle();
  await hours(5);
  expect(told()).toEqual([
    ['In den Kanal news kann nichts gesendet werden', expect.stringContaining('“Send Messages”')],
  ]);
  expect(at.seen(desk)[0]?.embeds[0]?.footer?.text).toContain('standoff discord check');
});

test('so is its return, once something went out there, and the next time that it is closed', async () => {
  await cycle();
  await hours(2);
  Object.assign(at.discord.guild.channels.get(closed) ?? {}, { send: true });
  await hours(3);
  expect(at.seen(closed)).toHaveLength(1);
  expect(told().slice(1)).toEqual([
    ['In den Kanal news wird wieder gesendet', expect.stringMatching(/Was ausstand, kommt nach.*<t:/)],
  ]);
  at.discord.guild.channels.delete(closed);
  at.arrives({ story: 2, source: 'kurier', title: 'Ein anderer', at: at.now() });
  await hours(2);
  expect(told()).toHaveLength(3);
});

test('a channel is not told of itself, and nobody is where nobody asked for alerts', async () => {
  at.channels.splice(0, 1);
  for (const channel of at.channels) channel.alerts = true;
  await cycle();
  await hours(2);
  expect(at.room.db.prepare('SELECT count(*) FROM alert').pluck().get()).toBe(0);
});
