/** The first words of a statement, as its name. */
const nameOf = (sql) => sql.trim().split(/\s+/).slice(0, 6).join(' ');

export function mortal(db, hook) {
  const statement = (real) =>
    new Proxy(real, {
      get: (target, key) => {
        const value = Reflect.get(target, key, target);
        if (typeof value !== 'function') return value;
        if (!Reflect.get(target, 'readonly', target) && (key === 'run' || key === 'get'))
          return (...values) => {
            const name = nameOf(target.source);
            hook(`before ${name}`);
            const result = Reflect.apply(value, target, values);
            hook(`after ${name}`);
            return result;
          };
        return value.bind(target);
      },
    });
  return new Proxy(db, {
    get: (target, key) => {
      const value = Reflect.get(target, key, target);
      if (key === 'prepare') return (sql) => statement(target.prepare(sql));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
