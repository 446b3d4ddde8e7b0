import Database from 'better-sqlite3';

/** What went wrong with the database while it was used. */
export interface Trouble {
  /** For the person who runs the bot, with what to do. */
  message: string;
  /** It may be over by itself; nothing that was committed is lost. */
  passing: boolean;
}

/** SQLite's result codes (sqlite.org/rescode.html) that are about the machine and the file, with what they ask of a person. */
const REMEDIES: readonly [code: RegExp, passing: boolean, remedy: string][] = [
  [/^SQLITE_FULL/, true, 'make room on its disk'],
  [/^SQLITE_(?:BUSY|LOCKED)/, true, 'another program holds it; end that one or try again'],
  [/^SQLITE_IOERR/, true, 'look after its disk'],
  [/^SQLITE_CORRUPT/, false, 'the file is damaged; docs/operations.md says how to get it back'],
  [/^SQLITE_NOTADB/, false, 'look at store.path in standoff.yaml; a damaged file: docs/operations.md'],
  [
    /^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)/,
    false,
    'standoff has to be allowed to write the file and its folder, for questions too unless the bot is running',
  ],
];

/** What an error of SQLite means to the person who runs the bot; null where it is a mistake of the program. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const found = REMEDIES.find(([code]) => code.test(error.code));
  if (found === undefined) return null;
  const [, passing, remedy] = found;
  return { message: `${error.message}; ${remedy}`, passing };
}
