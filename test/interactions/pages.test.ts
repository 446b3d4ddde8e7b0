import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FakeButton, FakeReply } from '../support/fake-discord/interactions.ts';
import { type Bot, createBot } from './bot.ts';
import { printAll } from './press.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await createBot();
  printAll(bot.room);
  await bot.start();
});

afterAll(() => bot.close());

const buttons = ({ components }: FakeReply): FakeButton[] => components.flatMap((row) => row.components);
const numbers = ({ embeds }: FakeReply): number[] =>
  [...(embeds[0]?.description ?? '').matchAll(/Story (\d+)/g)].map(([, number]) => Number(number));

function idOf(reply: FakeReply, label: string): string {
  const button = buttons(reply).find((one) => one.label === label);
  if (!button || button.disabled) throw new Error(`there is no button ${label}`);
  return button.custom_id;
}

/** Presses a button of a message of the member's own, and waits until it is another page. */
async function turn(reply: FakeReply, label: string): Promise<void> {
  const before = JSON.stringify(reply.embeds);
  bot.app.presses(reply, idOf(reply, label));
  await bot.until(() => JSON.stringify(reply.embeds) !== before);
}

test('buttons lead through the pages and back, and stop at both ends', async () => {
  const reply = await bot.answered(bot.app.command('stories'));
  expect(buttons(reply).map(({ label, disabled }) => [label, disabled])).toEqual([
    ['Back', true],
    ['Next', false],
  ]);
  await turn(reply, 'Next');
  expect(numbers(reply)).toEqual([7, 6, 5, 4, 3]);
  await turn(reply, 'Next');
  expect(numbers(reply)).toEqual([2, 1]);
  expect(reply.embeds[0]?.footer?.text).toBe('Page 3');
  expect(buttons(reply).at(-1)?.disabled).toBe(true);
  await turn(reply, 'Back');
  expect(numbers(reply)).toEqual([7, 6, 5, 4, 3]);
});

test('a list of one page has no buttons', async () => {
  expect(buttons(await bot.answered(bot.app.command('stories', { party: 'acme' })))).toEqual([]);
});

test('pages can be turned after the bot was started anew, with what narrowed them', async () => {
  const options = { party: 'court', until: '2025-05-18' };
  const reply = await bot.answered(bot.app.command('stories', options, { locale: 'de' }));
  await bot.stop();
  await bot.start();
  const before = numbers(reply);
  bot.app.presses(reply, idOf(reply, 'Weiter'), { locale: 'de' });
  await bot.until(() => numbers(reply).join() !== before.join());
  expect([...before, ...numbers(reply)]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(reply.embeds[0]?.author?.name).toBe('Gericht Musterstadt · bis 2025-05-18');
});

test('a question too long for a button is kept, and survives a restart, too', async () => {
  const query = `${'Gericht ODER Verhandlung ODER '.repeat(5)}verhandelt`;
  const reply = await bot.answered(bot.app.command('search', { query }));
  expect(idOf(reply, 'Next')).toMatch(/^q1 search 1 #[\w-]{16}$/);
  await bot.stop();
  await bot.start();
  await turn(reply, 'Next');
  expect(reply.embeds[0]?.title).toContain('Gericht ODER Verhandlung');
  expect(reply.embeds[0]?.footer?.text).toBe('Page 2');
});

test('one that was forgotten is said to be too old, and the page stays', async () => {
  const query = `${'Gericht ODER Verhandlung ODER '.repeat(5)}verhandelt`;
  const reply = await bot.answered(bot.app.command('search', { query }));
  bot.room.db.prepare('DELETE FROM question').run();
  const before = JSON.stringify(reply);
  const pressed = bot.app.presses({ ...reply }, idOf(reply, 'Next'));
  const said = await bot.answered(Object.assign(pressed, { message: null }));
  expect(said).toMatchObject({
    content: 'These pages are too old to be turned. Please ask again.',
    ephemeral: true,
  });
  expect(JSON.stringify(reply)).toBe(before);
});

test.each([
  'q1 stories 1',
  'q1 stories 1 {"evil":"x"}',
  'q1 stories 1 {"party":7}',
  'q1 stories 999 {}',
  'q1 drop 1 {}',
  'q0 stories 1 {}',
  'something else',
  'q1 stories -1 {}',
])('an id that the bot did not make leads nowhere: %s', async (customId) => {
  const reply = await bot.answered(bot.app.command('stories'));
  const pressed = bot.app.presses({ ...reply }, customId, { locale: 'de' });
  const said = await bot.answered(Object.assign(pressed, { message: null }));
  expect(said).toMatchObject({
    content: 'Diese Seiten sind zu alt zum Blättern. Bitte frag noch einmal.',
    ephemeral: true,
  });
});

test('who presses a button of another’s public answer gets the page alone, in their language', async () => {
  const shown = await bot.answered(bot.app.command('stories', { public: true }));
  const before = numbers(shown);
  const other = { id: '600000000000000005', locale: 'de' };
  const pressed = bot.app.presses(shown, idOf(shown, 'Next'), other);
  await bot.until(() => pressed.message !== shown && pressed.message?.thinking === false);
  expect(pressed.message).toMatchObject({ ephemeral: true, asker: other.id });
  expect(pressed.message?.embeds[0]?.title).toBe('Storys');
  expect(numbers(shown)).toEqual(before);
});

test('the asker turns the pages of a public answer for everyone', async () => {
  const shown = await bot.answered(bot.app.command('stories', { public: true }));
  await turn(shown, 'Next');
  expect(numbers(shown)).toEqual([7, 6, 5, 4, 3]);
});
