import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { jsonSchemas } from '../config/load.ts';
import { createContext } from './context.ts';
import { json, line, plain } from './output.ts';

/** `standoff config`: check the configuration, write its JSON Schemas. */
export function register(program: Command): void {
  const config = program
    .command('config')
    .description('check the configuration, write JSON Schemas for editors');
  config
    .command('check')
    .description('read every file of the configuration and say what is wrong where')
    .addHelpText('after', '\nExample:\n  $ standoff config check --config ./my-dispute/config')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const { sources, dossier, settings } = context.config();
      const [{ compileDossier }, { resolveChannels }, { resolveWires }] = await Promise.all([
        import('../analyse/index.ts'),
        import('../worker/channels.ts'),
        import('../worker/wires.ts'),
      ]);
      compileDossier(dossier);
      const channels = resolveChannels(settings, context.env);
      const wires = resolveWires(sources, context.env);
      const summary = {
        folder: context.folder,
        sources: sources.length,
        feeds: sources.reduce((sum, { feeds }) => sum + feeds.length, 0),
        parties: dossier.parties.parties.length,
        topics: dossier.topics.topics.length,
        events: dossier.dispute.events.length,
        channels: channels.map(({ id, medium }) => ({ id, medium: medium.kind })),
        summary: settings.summary
          ? {
              endpoint: settings.summary.endpoint,
              model: settings.summary.model,
              key: context.env.STANDOFF_LLM_KEY !== undefined,
            }
          : null,
        wires: [
          ...wires.open.map(({ sourceId }) => ({ id: sourceId, note: null })),
          ...wires.skipped.map(({ sourceId, note }) => ({ id: sourceId, note })),
        ],
      };
      if (context.json) return json(context.output, summary);
      const { output } = context;
      line(output, `${output.color.green('The configuration is right:')} ${summary.folder}`);
      line(output, `  sources: ${summary.sources}, feeds: ${summary.feeds}`);
      line(output, `  ${summary.parties} parties, ${summary.topics} topics, ${summary.events} known events`);
      for (const { id, medium } of summary.channels) line(output, `  channel ${id} goes to ${medium}`);
      if (summary.summary) {
        const { endpoint, model, key } = summary.summary;
        line(
          output,
          `  summaries are worded by ${plain(model)} at ${endpoint}, ${key ? 'with the key of STANDOFF_LLM_KEY' : 'without a key'}`,
        );
      }
      for (const { id, note } of summary.wires)
        line(output, note === null ? `  wire ${id} is asked` : output.color.yellow(`  wire ${id}: ${note}`));
    });
  config
    .command('schema')
    .description('write the JSON Schemas into <config>/schemas')
    .addHelpText('after', '\nExample:\n  $ standoff config schema')
    .action((_options: object, command: Command) => {
      const { folder, output, json: machine } = createContext(command);
      const target = join(folder, 'schemas');
      mkdirSync(target, { recursive: true });
      const written = Object.entries(jsonSchemas()).map(([file, schema]) => {
        const path = join(target, file.replace('.yaml', '.schema.json'));
        writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
        return path;
      });
      if (machine) json(output, written);
      else for (const path of written) line(output, path);
    });
}
