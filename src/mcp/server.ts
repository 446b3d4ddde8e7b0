import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { z } from 'zod';
import { stories } from '../query/stories.ts';
import { clean, NOTICE } from './quoting.ts';
import { type Desk, type Tool, ToolError } from './tool.ts';
import { explainTool } from './tools/explain.ts';
import { searchTool } from './tools/search.ts';
import { statementsTool } from './tools/statements.ts';
import { storyTool, tellStory } from './tools/story.ts';
import { timelineTool } from './tools/timeline.ts';

/** Members and elements of one call's arguments; no tool takes more than a dozen. */
const MOST_ARGUMENTS = 100;
const LISTED_STORIES = 50;

function register<Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  desk: Desk,
  { name, title, description, input, output, run }: Tool<Input, Output>,
): void {
  server.registerTool(
    name,
    {
      ...{ title, description, outputSchema: output },
      inputSchema: input as z.ZodObject,
      annotations: {
        title,
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    (args) => {
      const { data, text } = desk.reading((db) => run(db, args as z.output<Input>, desk));
      return { content: [{ type: 'text', text }], structuredContent: data };
    },
  );
}

function registerStories(server: McpServer, desk: Desk): void {
  const list = () => ({
    resources: desk
      .reading((db) => stories(db, { limit: LISTED_STORIES }))
      .map(({ id, title, lastSeenAt }) => ({
        uri: `standoff://story/${id}`,
        name: `story ${id}`,
        title: clean(title),
        mimeType: 'text/plain',
        annotations: { lastModified: lastSeenAt },
      })),
  });
  server.registerResource(
    'story',
    new ResourceTemplate('standoff://story/{id}', { list }),
    {
      title: 'Stories',
      description: 'The latest stories of the press, each as text',
      mimeType: 'text/plain',
    },
    (uri, { id }) => {
      const number = Number(id);
      if (!Number.isSafeInteger(number) || number < 1) throw new ToolError(`${uri.href} names no story.`);
      const { text } = desk.reading((db) => tellStory(db, number, desk.language));
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text }] };
    },
  );
}

/**
 * A server of the Model Context Protocol that answers questions about the stored press and changes nothing.
 * @param about.subject what is followed, in words
 */
export function createMcpServer(desk: Desk, about: { version: string; subject: string }): McpServer {
  const server = new McpServer(
    { name: 'standoff', title: 'standoff: the press on one dispute', version: about.version },
    {
      instructions: `Answers questions about press coverage of: ${about.subject}. search finds articles and the stories they belong to, story tells one whole, timeline gives the chronology, statements who said what, explain why an article was kept. Cite outlet, date and address, which every answer names. ${NOTICE}`,
      maxToolInputElements: MOST_ARGUMENTS,
    },
  );
  register(server, desk, searchTool);
  register(server, desk, storyTool);
  register(server, desk, timelineTool);
  register(server, desk, statementsTool);
  register(server, desk, explainTool);
  registerStories(server, desk);
  return server;
}
