// Delivers what is owed in a database file, as the built program does, and kills itself (SIGKILL) at a moment: a write or a
// request, before or after it. Everything is loaded before the parent says when to begin, so that lives follow closely.
// Takes by IPC: { path, channels, now, diesAt: { moment, time } or null }; answers { moments, owed }, how often each moment came.
import { deliver } from '../../src/publish/deliver.ts';
import { createMedia } from '../../src/publish/media.ts';
import { openDatabase } from '../../src/store/db.ts';
import { mortal } from './mortal.mjs';

// Loaded by the first message otherwise.
await import('../../src/publish/discord/bot.ts');

function life({ channels, diesAt }) {
  const moments = {};
  const moment = (name) => {
    moments[name] = (moments[name] ?? 0) + 1;
    if (name === diesAt?.moment && moments[name] === diesAt.time) process.kill(process.pid, 'SIGKILL');
  };
  const real = createMedia(channels, { stream: process.stdout, color: false, width: 80 });
  const around =
    (name, request) =>
    async (...args) => {
      moment(`before ${name}`);
      const result = await request(...args);
      moment(`after ${name}`);
      return result;
    };
  const media = async (id) => {
    const medium = await real(id);
    const wrapped = ['post', 'edit', 'startThread', 'relabel', 'publish'].map((name) => [
      name,
      around(name, medium[name]),
    ]);
    return { ...medium, ...Object.fromEntries(wrapped) };
  };
  return { moments, moment, media };
}

process.once('message', async (order) => {
  const { path, channels, now } = order;
  const db = openDatabase(path);
  const { moments, moment, media } = life(order);
  const at = () => new Date(now);
  const { owed } = await deliver({ db: mortal(db, moment), channels, media, now: at });
  db.close();
  process.send({ moments, owed }, () => process.disconnect());
});
process.send('ready');
