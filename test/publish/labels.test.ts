import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, KIND } from '../support/fake-discord/types.ts';
import { names } from '../support/newsroom.ts';
import { type Bench, bench } from './bench.ts';

const MINUTE = 60_000;
const TAG = {
  general: '900000000000000001',
  injunction: '900000000000000002',
  appeal: '900000000000000003',
  ruling: '900000000000000004',
  pinned: '900000000000000005',
};
const tags = [
  { id: TAG.general, name: 'Allgemein' },
  { id: TAG.injunction, name: 'Eilverfahren' },
  { id: TAG.appeal, name: 'Berufung' },
  { id: TAG.ruling, name: 'Urteil' },
  { id: TAG.pinned, name: 'Lesenswert' },
];

let at: Bench;
beforeEach(async () => {
  at = await bench();
  names(at.room.db, 'topic', {
    injunction: { de: 'Eilverfahren', en: 'injunction' },
    appeal: { de: 'Berufung', en: 'appeal' },
  });
  at.room.db.exec("INSERT INTO stage VALUES ('ruling', 60, 'Urteil', 'ruling')");
});
afterEach(() => at.close());

const report = (source: string, title: string, topics: string[] = []) => ({
  ...{ story: 1, source, title, topics, at: at.now() },
});

/** The story's lead, and with it its headline, is another article from now on. */
function leads(title: string, stage: string | null = null): void {
  at.room.db.prepare('UPDATE story SET title = ?, stage = ? WHERE id = 1').run(title, stage);
  at.room.db.exec('UPDATE story SET lead_article_id = (SELECT max(article_id) FROM story_article)');
}

/** Begins a story, and gives its thread. */
async function begin(channel: string, topics: string[] = []): Promise<Channel> {
  at.arrives(report('anzeiger', 'Gericht prüft', topics));
  await at.deliver();
  const [thread] = at.discord.guild.threadsOf(channel);
  if (!thread) throw new Error('no thread');
  return thread;
}

/** The story goes on under another headline. */
const goOn = (title: string, topics: string[] = [], stage: string | null = null) => {
  leads(title, stage);
  at.arrives(report('kurier', title, topics));
  leads(title, stage);
  return at.deliver();
};

const changes = () =>
  at.discord.calls.filter(
    ({ method, path }) => method === 'PATCH' && /\d$/.test(path) && !path.includes('/messages/'),
  );
const forum = (guild: object = {}) => at.channel({ style: 'forum' }, { type: KIND.forum, tags, ...guild });

describe('threads and forum posts follow their story', () => {
  test('a thread is called what its story is called by now', async () => {
    const thread = await begin(at.channel({ style: 'threads' }));
    expect(await goOn('Gericht weist Antrag ab')).toMatchObject({ edited: 1, failed: 0, owed: 0 });
    expect(thread.name).toBe('Gericht weist Antrag ab');
  });

  test('a post has the tags of the stage and the topics that its story has by now', async () => {
    const post = await begin(forum(), ['injunction']);
    expect(post.appliedTags).toEqual([TAG.injunction]);
    await goOn('Gericht weist Antrag ab', ['appeal'], 'ruling');
    expect(post.name).toBe('Gericht weist Antrag ab');
    expect(post.appliedTags.toSorted()).toEqual([TAG.injunction, TAG.appeal, TAG.ruling]);
  });

  test('a tag goes with what it stood for', async () => {
    const post = await begin(forum(), ['injunction', 'appeal']);
    at.room.db.exec("DELETE FROM finding WHERE ref = 'appeal'");
    await goOn('Gericht prüft weiter');
    expect(post.appliedTags).toEqual([TAG.injunction]);
  });

  test('the tag that a forum insisted on makes way for one of the story’s', async () => {
    const post = await begin(forum({ requiresTag: true }));
    expect(post.appliedTags).toEqual([TAG.general]);
    await goOn('Gericht prüft', ['appeal']);
    expect(post.appliedTags).toEqual([TAG.appeal]);
  });

  test('where name and tags are right already, Discord is asked for no change', async () => {
    await begin(forum(), ['injunction']);
    expect(await goOn('Gericht prüft')).toMatchObject({ edited: 1, owed: 0 });
    expect(changes()).toHaveLength(0);
  });
});

describe('what people did stays', () => {
  test('a name of theirs, and tags that stand for nothing of the dossier’s', async () => {
    const post = await begin(forum(), ['injunction']);
    post.name = 'Der große Streit';
    post.appliedTags.push(TAG.pinned);
    await goOn('Gericht weist Antrag ab', [], 'ruling');
    expect(post.name).toBe('Der große Streit');
    expect(post.appliedTags.toSorted()).toEqual([TAG.injunction, TAG.ruling, TAG.pinned]);
  });

  test.each([{ archived: true }, { locked: true }])('a thread that is %j is left in peace', async (state) => {
    const thread = await begin(at.channel({ style: 'threads' }));
    Object.assign(thread, state);
    expect(await goOn('Gericht weist Antrag ab')).toMatchObject({ edited: 1, failed: 0, owed: 0 });
    expect(thread).toMatchObject({ name: 'Gericht prüft', ...state });
  });

  test('a thread that was deleted is not missed', async () => {
    const channel = at.channel({ style: 'threads' });
    const { id } = await begin(channel);
    at.discord.guild.channels.delete(id);
    expect(await goOn('Gericht weist Antrag ab')).toMatchObject({ edited: 1, failed: 0, owed: 0 });
  });
});

test('Discord’s limit of names holds nothing up, and the name comes later', async () => {
  const thread = await begin(at.channel({ style: 'threads' }));
  at.discord.fault = ({ method, path }) =>
    method === 'PATCH' && path.endsWith(`/channels/${thread.id}`)
      ? { status: 429, headers: { 'Retry-After': '600' }, body: { retry_after: 600, global: false } }
      : undefined;
  at.arrives({ ...report('bote', 'Eine andere'), story: 2 });
  expect(await goOn('Gericht weist Antrag ab')).toMatchObject({ posted: 1, edited: 1, failed: 0, owed: 1 });
  at.discord.fault = () => undefined;
  at.pass(11 * MINUTE);
  expect(await at.deliver()).toMatchObject({ failed: 0, owed: 0 });
  expect(thread.name).toBe('Gericht weist Antrag ab');
});

test('a bot that may not rename says so once an hour for a day, and everything else goes on', async () => {
  const thread = await begin(at.channel({ style: 'threads' }));
  at.discord.fault = ({ method, path }) =>
    method === 'PATCH' && path.endsWith(`/channels/${thread.id}`)
      ? { status: 403, body: { code: 50013, message: 'Missing Permissions' } }
      : undefined;
  expect(await goOn('Gericht weist Antrag ab')).toMatchObject({ edited: 1, failed: 1, parked: [], owed: 1 });
  for (let hour = 0; hour < 30; hour += 1) {
    at.pass(60 * MINUTE);
    await at.deliver();
  }
  expect(await at.deliver()).toMatchObject({ failed: 0, owed: 0 });
  expect(changes()).toHaveLength(25);
});

test('what was withdrawn does not stay in a thread’s name', async () => {
  const thread = await begin(at.channel({ style: 'threads' }));
  at.room.db.exec(`
    INSERT INTO withdrawal (article_id, story_id, source_id, at) VALUES (1, 1, 'anzeiger', '${at.now()}');
    DELETE FROM story_article`);
  at.room.db.exec('UPDATE delivery SET version = version + 1');
  expect(await at.deliver()).toMatchObject({ edited: 1, owed: 0 });
  expect(thread.name).toBe('Zurückgezogen');
});
