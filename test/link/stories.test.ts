import { describe, expect, it } from 'vitest';
import { StoryEditError } from '../../src/link/story-edits.ts';
import { newsroom } from './world.ts';

/** Three events of one dispute: the same parties, other people, places and numbers. */
const EVENTS = {
  ruling: [
    'Judge Marlow in Harbour Town dismissed the emergency motion on Tuesday. Marlow said 417 complaints were not urgent. Counsel Petrova left without comment.',
    'The motion against Bluebird failed: Judge Marlow of Harbour Town saw no urgency in 417 complaints, counsel Petrova had argued otherwise.',
    'Harbour Town court: Marlow rejects motion. Petrova, who spoke for the consumer group, had brought 417 complaints.',
  ],
  fine: [
    'The regulator in Northbridge fined Bluebird 92 million euros over children’s accounts. Commissioner Okafor spoke of grave faults found in 2019.',
    'Okafor’s office in Northbridge imposed 92 million euros on Bluebird; the children’s accounts had been open to all.',
    'Ninety-two days after its draft, Northbridge acted: Commissioner Okafor ordered Bluebird to pay 92 million euros for children’s accounts.',
  ],
  strike: [
    'Moderators of Bluebird walked out in Lakeside on Friday. Union leader Tanaka counted 1,350 strikers at the gate and asked for shorter shifts.',
    'Shorter shifts for moderators: Tanaka’s union brought 1,350 people to the gate of Bluebird in Lakeside.',
    'Lakeside: 1,350 moderators on strike, says Tanaka. Bluebird offers talks on shifts.',
  ],
} as const;
const NOISE = [
  'Bluebird said users could object until the end of May. The consumer group and the regulator disagree with Bluebird.',
  'What users of Bluebird should know: the regulator, the consumer group and the company explain their views.',
];
const context = { by: 'ada', reason: 'seen by a person', at: '2025-05-13T00:00:00.000Z' };

function printAll(room: ReturnType<typeof newsroom>) {
  const ids = { ruling: [] as number[], fine: [] as number[], strike: [] as number[] };
  for (const round of [0, 1, 2])
    for (const event of ['ruling', 'fine', 'strike'] as const)
      ids[event].push(room.print({ text: EVENTS[event][round] ?? '' }).candidate.articleId);
  return ids;
}
const storiesOf = (room: ReturnType<typeof newsroom>, ids: number[]) => [
  ...new Set(ids.map((id) => room.stories.storyOf(id))),
];

describe('stories', () => {
  it('hold the articles about one event and part like events of one dispute', () => {
    const room = newsroom();
    for (const text of NOISE) room.print({ text });
    const ids = printAll(room);
    const found = [ids.ruling, ids.fine, ids.strike].map((event) => storiesOf(room, event));
    expect(found.map((stories) => stories.length)).toEqual([1, 1, 1]);
    expect(new Set(found.flat()).size).toBe(3);
  });

  it('say why an article joined', () => {
    const room = newsroom();
    room.print({ text: EVENTS.ruling[0] });
    const { story } = room.print({ text: EVENTS.ruling[1] });
    expect(story).toMatchObject({ isNew: false });
    expect(story?.reason).toMatch(/^shares .*(?:marlow|417|petrova)/);
  });

  it('take German and English reports of one event together', () => {
    const room = newsroom();
    for (const text of [...NOISE, EVENTS.fine[0], EVENTS.strike[0], EVENTS.fine[1]]) room.print({ text });
    const english = room.print({ text: EVENTS.ruling[0] });
    const german = room.print({
      language: 'de',
      text: 'Richterin Marlow in Harbour Town hat am Dienstag den Eilantrag abgelehnt. 417 Beschwerden seien nicht eilig, sagte Marlow. Anwältin Petrova ging ohne Kommentar.',
    });
    expect(german.story?.storyId).toBe(english.story?.storyId);
  });

  it('do not take like events together that lie months apart', () => {
    const room = newsroom();
    const first = room.print({ text: EVENTS.strike[0] });
    const later = room.print({
      text: EVENTS.strike[1],
      publishedAt: '2025-08-30T09:00:00.000Z',
      seenAt: '2025-08-30T09:05:00.000Z',
    });
    expect(later.story?.storyId).not.toBe(first.story?.storyId);
  });

  it('take a reprint to where its original is', () => {
    const room = newsroom();
    const original = room.print({ text: EVENTS.fine.join(' ') });
    const reprint = room.print({ text: EVENTS.fine.join(' '), title: 'Another headline' });
    expect(reprint.story).toMatchObject({ storyId: original.story?.storyId, isNew: false });
    expect(reprint.story?.reason).toMatch(/^reprint: /);
  });

  it('leave out what is off the dispute', () => {
    expect(newsroom().print({ text: EVENTS.fine[0], grade: 'off' }).story).toBeNull();
  });

  it('keep their articles across a second reading', () => {
    const room = newsroom();
    const ids = printAll(room);
    const { candidate, story } = room.print({ text: EVENTS.strike.join(' ').slice(20, 220) });
    expect(room.again({ ...candidate, text: EVENTS.strike.join(' ') }).story?.storyId).toBe(story?.storyId);
    expect(room.stories.memberIds(story?.storyId ?? 0)).toEqual([...ids.strike, candidate.articleId]);
  });

  it('are led by a full press article in the preferred language rather than a release or a teaser', () => {
    const room = newsroom();
    room.print({ text: EVENTS.ruling[0], primary: true, title: 'Release' });
    room.print({ text: EVENTS.ruling[1], textFrom: 'feed', title: 'Teaser' });
    const { story } = room.print({ text: EVENTS.ruling[2], title: 'Report' });
    expect(room.stories.get(story?.storyId ?? 0)?.title).toBe('Report');
  });

  it('are never led by a live blog where there is a report', () => {
    const room = newsroom();
    room.print({ text: EVENTS.ruling[0], title: 'Der Freitag im Liveticker' });
    const { story } = room.print({ text: EVENTS.ruling[1], title: 'Report' });
    expect(room.stories.get(story?.storyId ?? 0)?.title).toBe('Report');
  });

  it('have the stage that most of their articles report', () => {
    const room = newsroom();
    const stages = ['ruling', 'ruling', 'hearing'];
    const printed = EVENTS.ruling
      .slice(0, 3)
      .map((text, i) => room.print({ text, stage: stages[i] ?? 'hearing' }));
    expect(room.stories.get(printed[0]?.story?.storyId ?? 0)?.stage).toBe('ruling');
  });
});

describe('what a person changes about stories', () => {
  it('merges two, and the linker never parts them again', () => {
    const room = newsroom();
    const ids = printAll(room);
    const [from] = storiesOf(room, ids.fine);
    const [into] = storiesOf(room, ids.ruling);
    room.edits.merge(from ?? 0, into ?? 0, context);
    room.print({ text: `${EVENTS.fine[0]} More is to come.` });
    expect(storiesOf(room, [...ids.fine, ...ids.ruling])).toEqual([into]);
    expect(room.stories.get(from ?? 0)?.mergedInto).toBe(into);
  });

  it('splits one, and the linker never takes the parts together again', () => {
    const room = newsroom();
    const ids = printAll(room);
    const [storyId] = storiesOf(room, ids.strike);
    const [first, ...rest] = ids.strike;
    const { newStoryId } = room.edits.split(storyId ?? 0, rest, context);
    room.print({ text: `${EVENTS.strike[1]} Talks go on.` });
    expect(room.stories.storyOf(first ?? 0)).toBe(storyId);
    expect(storiesOf(room, rest)).toEqual([newStoryId]);
  });

  it('moves one article', () => {
    const room = newsroom();
    const ids = printAll(room);
    const [to] = storiesOf(room, ids.ruling);
    const moved = ids.strike[0] ?? 0;
    room.edits.move(moved, to ?? 0, context);
    expect(room.stories.storyOf(moved)).toBe(to);
  });

  it('is logged with who, why and what, and can be undone once', () => {
    const room = newsroom();
    const ids = printAll(room);
    const [from] = storiesOf(room, ids.fine);
    const [into] = storiesOf(room, ids.ruling);
    const { decisionId } = room.edits.merge(from ?? 0, into ?? 0, context);
    expect(room.stories.decision(decisionId)).toMatchObject({
      kind: 'merge',
      by: 'ada',
      articleIds: ids.fine,
    });
    room.edits.undo(decisionId, context);
    expect(storiesOf(room, ids.fine)).toEqual([from]);
    expect(room.stories.get(from ?? 0)?.mergedInto).toBeNull();
    expect(() => room.edits.undo(decisionId, context)).toThrow(/undone before/);
  });

  it('is refused in words where it makes no sense', () => {
    const room = newsroom();
    const ids = printAll(room);
    const [storyId] = storiesOf(room, ids.fine);
    expect(() => room.edits.merge(999, storyId ?? 0, context)).toThrow(StoryEditError);
    expect(() => room.edits.merge(storyId ?? 0, storyId ?? 0, context)).toThrow(/same story/);
    expect(() => room.edits.split(storyId ?? 0, ids.fine, context)).toThrow(/left without articles/);
    expect(() => room.edits.split(storyId ?? 0, ids.ruling, context)).toThrow(/is not in story/);
    expect(() => room.edits.move(999, storyId ?? 0, context)).toThrow(/in no story/);
    expect(() => room.edits.undo(999, context)).toThrow(/no decision/);
  });
});
