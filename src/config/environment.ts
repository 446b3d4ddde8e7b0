import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigError, reasonOf } from './errors.ts';

export type Environment = Record<string, string | undefined>;

function read(envFile: string): Environment {
  try {
    return parseEnv(readFileSync(envFile, 'utf8'));
  } catch (error) {
    throw new ConfigError([
      { file: envFile, line: null, key: '', message: `cannot be read (${reasonOf(error)})` },
    ]);
  }
}

/**
 * The environment with what a `.env` file adds; what is set outside wins, empty values count as absent.
 * @throws {ConfigError} when there is such a file and it cannot be read
 */
export function readEnvironment(envFile: string, outside: Environment): Environment {
  const inside: Environment = existsSync(envFile) ? read(envFile) : {};
  return Object.fromEntries(Object.entries({ ...inside, ...outside }).filter(([, value]) => value !== ''));
}
