/**
 * Delivers what is owed in a database file and kills itself (SIGKILL) at a given moment: a write to the database or a
 * request, before or after it. Arguments: file, api, channel id, now (ms), number of the moment (0: never).
 */
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { deliver } from '../../src/publish/deliver.ts';
import { createMedia, type Media } from '../../src/publish/media.ts';
import { openDatabase } from '../../src/store/db.ts';
import { mortal } from './mortal.ts';

const [path = '', api = '', channelId = '', at = '0', diesAt = '0'] = process.argv.slice(2);

let moments = 0;
function moment(): void {
  moments += 1;
  if (moments === Number(diesAt)) process.kill(process.pid, 'SIGKILL');
}

const channels: ChannelSettings[] = [
  {
    id: 'main',
    language: 'de',
    grades: ['core'],
    maxAgeMs: 172_800_000,
    medium: { kind: 'discord-bot', token: 'fake-token', channelId, api },
  },
];

const real = createMedia(channels, { stream: process.stdout, color: false, width: 80 });
const media: Media = async (id) => {
  const medium = await real(id);
  const around = async <T>(request: () => Promise<T>): Promise<T> => {
    moment();
    const result = await request();
    moment();
    return result;
  };
  return {
    body: medium.body,
    post: (...args) => around(() => medium.post(...args)),
    edit: (...args) => around(() => medium.edit(...args)),
    ...(medium.find && { find: medium.find }),
  };
};

const db = openDatabase(path);
const report = await deliver({ db: mortal(db, moment), channels, media, now: () => new Date(Number(at)) });
db.close();
process.exitCode = report.owed === 0 ? 0 : 3;
