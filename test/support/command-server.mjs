// A process that has loaded standoff once and runs one command line after the other, as each would run alone.
import { main } from '../../.build/test/src/commands/main.js';

let texts = { out: '', err: '' };

const capture = (stream, key) => {
  stream.write = (chunk, encoding, done) => {
    texts[key] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  };
};
capture(process.stdout, 'out');
capture(process.stderr, 'err');

process.on('disconnect', () => process.exit());
process.on('message', async ({ args, cwd, env }) => {
  texts = { out: '', err: '' };
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  const code = await main(args).catch((error) => {
    // What Node does with an error that nobody caught.
    texts.err += `${error.stack}\n`;
    return 1;
  });
  process.send({ code, ...texts });
});
