import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Environment = Record<string, string | undefined>;

/** The environment with what a `.env` file adds; what is set outside wins, empty values count as absent. */
export function readEnvironment(envFile: string, outside: Environment): Environment {
  const inside: Environment = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  return Object.fromEntries(Object.entries({ ...inside, ...outside }).filter(([, value]) => value !== ''));
}
