import type { Settings } from '../config/load.ts';
import { createStoryEdits, type StoryEdit, type StoryEdits } from '../link/story-edits.ts';
import type { Instant } from '../model/index.ts';
import { storyChanged } from '../publish/outbox.ts';
import { openStore } from '../store/index.ts';
import { summariseStory } from './story.ts';

/**
 * Lets a person change stories, with the whole consequence in one transaction: the stories touched are summed up anew
 * and their messages are owed an edit, which the next cycle sends.
 * @throws {StoryEditError} when the change makes no sense; nothing is changed then
 */
export function editStory<Edit extends StoryEdit>(
  options: { databasePath: string; channels: Settings['channels']; at: Instant },
  edit: (edits: StoryEdits) => Edit,
): Edit {
  const channels = options.channels.map((channel) => ({ ...channel, maxAgeMs: channel.maxAge }));
  const store = openStore(options.databasePath);
  try {
    return store.transaction(() => {
      const made = edit(createStoryEdits(store.db));
      for (const storyId of made.touched) {
        summariseStory({ store, channels }, storyId);
        storyChanged(store.db, { storyId, channels, now: options.at, silent: false, regrouped: true });
      }
      return made;
    });
  } finally {
    store.close();
  }
}
