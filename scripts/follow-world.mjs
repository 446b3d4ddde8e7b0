// The real bot follows the test world, telling nobody: the database that pictures are made from.
import { join } from 'node:path';

/**
 * @param built imports a module of the built product
 * @param lastDay the last day followed, `2025-05-24`
 */
export async function followWorld({ root, built, world, databasePath, channel, lastDay }) {
  const [{ createWorker }, { loadDossier }, { settingsSchema }] = await Promise.all([
    built('src/worker/index.js'),
    built('src/config/load.js'),
    built('src/config/settings-schema.js'),
  ]);
  const silent = {
    body: () => '',
    post: async (_message, { ref }) => ({ messageId: ref, threadId: null }),
    edit: async () => undefined,
  };
  const worker = createWorker({
    config: {
      settings: settingsSchema.parse({
        http: { contact: 'demo@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
      }),
      sources: world.outlets,
      dossier: loadDossier(join(root, 'config')),
    },
    channels: [{ ...channel, medium: { kind: 'terminal' } }],
    media: async () => silent,
    databasePath,
    version: '0.0.0',
    clock: world,
    random: () => 0.5,
  });
  const signal = new AbortController().signal;
  try {
    for (const day of world.days.filter((one) => one <= lastDay)) {
      for (const hour of ['07', '14', '21']) {
        const now = new Date(`${day}T${hour}:00:00Z`);
        if (now < world.now()) continue;
        world.advanceTo(now);
        await worker.cycle(signal);
      }
    }
  } finally {
    await worker.close();
  }
}
