import type { Db } from '../../src/store/db.ts';

/** Called before and after every write; does not return where the process is to die. */
export type Hook = (moment: string) => void;

/** The database, with `hook` called before and after each single write. */
export function mortal(db: Db, hook: Hook): Db {
  const statement = <T extends object>(real: T): T =>
    new Proxy(real, {
      get: (target, key) => {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        if (!Reflect.get(target, 'readonly', target) && (key === 'run' || key === 'get'))
          return (...values: unknown[]) => {
            hook('before a write');
            const result = Reflect.apply(value, target, values);
            hook('after a write');
            return result;
          };
        return value.bind(target);
      },
    });
  return new Proxy(db, {
    get: (target, key) => {
      const value = Reflect.get(target, key, target);
      if (key === 'prepare') return (sql: string) => statement(target.prepare(sql));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
