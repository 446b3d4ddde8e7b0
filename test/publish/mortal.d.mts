import type { Db } from '../../src/store/db.ts';

/** Called before and after every write, with its name; does not return where the process is to die. */
export type Hook = (moment: string) => void;

/** The database, with `hook` called before and after each single write. */
export function mortal(db: Db, hook: Hook): Db;
