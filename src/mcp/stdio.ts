import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from './server.ts';
import type { Desk } from './tool.ts';

/** The longest message that is read, in bytes. */
const LONGEST_MESSAGE = 1_000_000;

/** Serves on this process's standard streams until the client closes them. Nothing else may write to stdout. */
export async function serveStdio(desk: Desk, about: { version: string; subject: string }): Promise<void> {
  const server = createMcpServer(desk, about);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  server.server.onerror = (error) => void process.stderr.write(`standoff mcp: ${error.message}\n`);
  await server.connect(
    new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: LONGEST_MESSAGE }),
  );
  await Promise.race([closed, once(process.stdin, 'end')]);
  await server.close();
}
