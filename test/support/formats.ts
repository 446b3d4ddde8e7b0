// Strict readers of export formats: each throws where its format's own rules are broken.

/** RFC 4180: rows of cells; every row as long as the head, CRLF at each end. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const match = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
      match.lastIndex = at;
      const found = match.exec(text);
      if (found === null) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
      at = match.lastIndex;
      row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
      if (found[3] !== ',') break;
    }
    if (rows[0] && rows[0].length !== row.length) throw new Error('a row of another length');
    rows.push(row);
  }
  return rows;
}

/** RFC 5545: content lines unfolded, as components; lines of at most 75 octets, CRLF, BEGIN and END in pairs. */
export function readCalendar(text: string): Map<string, string>[] {
  if (!text.endsWith('\r\n')) throw new Error('no CRLF at the end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
    if (/\p{Cc}|\ufffd/u.test(line)) throw new Error(`control character: ${JSON.stringify(line)}`);
  }
  const events: Map<string, string>[] = [];
  const open: string[] = [];
  for (const line of physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line);
    if (found === null) throw new Error(`no content line: ${line}`);
    const [, name = '', , value = ''] = found;
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push(new Map());
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`END of ${value} without its BEGIN`);
    } else if (open.at(-1) === 'VEVENT') events.at(-1)?.set(name, value);
  }
  if (open.length > 0) throw new Error(`${open.join()} never ends`);
  for (const event of events)
    for (const name of ['UID', 'DTSTAMP', 'DTSTART'])
      if (!event.has(name)) throw new Error(`an event without ${name}`);
  return events;
}

/** A TEXT value of RFC 5545 as it was before escaping. */
export function calendarText(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replace(/\\(.)/g, (_, char: string) => (/n/i.test(char) ? '\n' : char));
}

/** BibTeX entries with their fields; braces must balance, also behind a backslash, as BibTeX counts them. */
export function readBibtex(text: string): { key: string; fields: Map<string, string> }[] {
  return text
    .split(/^(?=@)/m)
    .filter((part) => part.trim() !== '')
    .map((entry) => {
      const [, key = '', body = ''] = /^@online\{(\w+),\n([\s\S]*)\}\n+$/.exec(entry) ?? [];
      if (key === '') throw new Error(`no entry: ${entry}`);
      const fields = new Map<string, string>();
      for (const line of body.trimEnd().split('\n')) {
        const [, name = '', value = ''] = /^ {2}([a-z]+) = \{(.*)\},$/.exec(line) ?? [];
        if (name === '') throw new Error(`no field: ${line}`);
        let depth = 0;
        for (const char of value) {
          if (char === '{') depth++;
          if (char === '}' && --depth < 0) throw new Error(`a brace too many: ${value}`);
        }
        if (depth !== 0) throw new Error(`a brace too few: ${value}`);
        if (name !== 'url' && /(?<!\\)[#$%&]/.test(value)) throw new Error(`not escaped: ${value}`);
        fields.set(name, value);
      }
      return { key, fields };
    });
}

/** RIS records: TY first, ER last, every line `TAG  - value`. */
export function readRis(text: string): [tag: string, value: string][][] {
  return text
    .split(/(?<=^ER {2}- \r\n)(?:\r\n)?/m)
    .filter((part) => part !== '')
    .map((record) => {
      const lines = record.split('\r\n').slice(0, -1);
      const pairs = lines.map((line): [string, string] => {
        const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
        if (tag === '') throw new Error(`no RIS line: ${JSON.stringify(line)}`);
        return [tag, value];
      });
      if (pairs[0]?.[0] !== 'TY' || pairs.at(-1)?.[0] !== 'ER') throw new Error('a record without TY or ER');
      return pairs;
    });
}
