// The threads of a process that runs from source (tests) do not inherit its TypeScript loader. STANDOFF_THREAD names the
// built module where there is one: to compile it for each thread anew costs a second.
import { register } from 'tsx/esm/api';

const built = process.env.STANDOFF_THREAD;
if (!built) register();
export const { parse, understand, analyse } = await import(built ?? './thread.ts');
