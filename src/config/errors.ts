/** One thing wrong with the configuration, with everything needed to mend it. */
export interface ConfigProblem {
  /** As the user named it, `config/sources.yaml`. */
  file: string;
  /** 1-based; null when the problem is not in a place (a missing file). */
  line: number | null;
  /** `sources[3].feeds[0].url`. */
  key: string;
  message: string;
}

/** Thrown by everything that loads configuration; the command line prints it and exits with 2. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(problems.map(describe).join('\n'));
    this.problems = problems;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
};

/** Why a file could not be read, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? String(error);
}

function describe({ file, line, key, message }: ConfigProblem): string {
  return `${file}${line === null ? '' : `:${line}`}: ${key === '' ? '' : `${key}: `}${message}`;
}
