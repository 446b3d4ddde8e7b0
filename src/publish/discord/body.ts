import type { Form } from '../medium.ts';
import type { Message } from '../message.ts';
import { type ComponentsBody, componentsBody, roleMentions } from './components.ts';
import { type DiscordBody, discordBody } from './render.ts';

/** What is posted: with the roles that it tells. Nothing else in a message pings anybody. */
export interface PostBody {
  content?: string;
  allowed_mentions: { parse: []; roles?: string[] };
}

/** A message as it is edited: what it says, and nobody is told of it again. */
export function editBody(message: Message, { ref, layout, roles }: Form): DiscordBody | ComponentsBody {
  return layout === 'components' ? componentsBody(message, ref, roles) : discordBody(message, ref);
}

/** A message as it is posted. In an embed's message the roles stand above it; there, edits leave them as they are. */
export function postBody(message: Message, form: Form): (DiscordBody | ComponentsBody) & PostBody {
  const body = editBody(message, form);
  const { roles, layout } = form;
  if (roles.length === 0) return body;
  return {
    ...body,
    ...(layout === 'embed' && { content: roleMentions(roles) }),
    allowed_mentions: { parse: [], roles: [...roles] },
  };
}
