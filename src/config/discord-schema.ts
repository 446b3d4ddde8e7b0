import { z } from 'zod';
import { id, snowflake } from './values.ts';

/** More choices than this no member can be shown at once. */
const MOST_ROLES = 25;

const follow = z
  .strictObject({
    role: snowflake('role').describe('role that /follow gives and takes'),
    party: id.optional(),
    topic: id.optional(),
  })
  .refine(({ party, topic }) => (party === undefined) !== (topic === undefined), {
    error: 'needs either a party or a topic that the role stands for',
  });

/** `discord` of `standoff.yaml`: what the bot does on Discord besides posting. */
export const discordSchema = z.strictObject({
  commands: z.boolean().default(true).describe('whether `run` answers slash commands; needs a bot’s token'),
  guildId: snowflake('server')
    .optional()
    .describe('the one server that has the commands; left out: every server that the bot is on'),
  follow: z
    .array(follow)
    .max(MOST_ROLES, `can have at most ${MOST_ROLES} roles`)
    .default([])
    .describe('roles that members take and leave with /follow'),
});
