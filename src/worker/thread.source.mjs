// The threads of a process that runs from source (tests) do not inherit its TypeScript loader.
import { register } from 'tsx/esm/api';

register();
export const { parse, understand, analyse } = await import('./thread.ts');
