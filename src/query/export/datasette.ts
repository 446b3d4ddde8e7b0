interface TableInfo {
  description: string;
  columns: Record<string, string>;
  units?: Record<string, string>;
}

/** What Datasette's `--metadata` takes, as far as it is filled here (docs.datasette.io/en/stable/metadata.html). */
export interface DatasetteMetadata {
  title: string;
  description: string;
  databases: Record<
    string,
    { tables: Record<string, TableInfo>; queries: Record<string, { title: string; sql: string }> }
  >;
}

const UNITS: Record<string, string> = { duration_ms: 'ms', bytes: 'byte' };

const unquoted = (text: string): string => text.replaceAll('`', '').trim();

/** The view's heading, `### \`polls\`: every poll of every feed`, and the table of columns below it. */
function tables(doc: string): Record<string, TableInfo> {
  const found: Record<string, TableInfo> = {};
  for (const [, name = '', description = '', body = ''] of doc.matchAll(
    /^### `(\w+)`: (.+)\n([\s\S]*?)(?=^##|$(?![\s\S]))/gm,
  )) {
    const columns: Record<string, string> = {};
    for (const [, names = '', what = ''] of body.matchAll(/^\| (`[^|]+) \| ([^|]*)\|$/gm))
      for (const [, column = ''] of names.matchAll(/`(\w+)`/g)) columns[column] = unquoted(what) || column;
    const units = Object.entries(UNITS).filter(([column]) => column in columns);
    found[name] = { description, columns, ...(units.length > 0 ? { units: Object.fromEntries(units) } : {}) };
  }
  return found;
}

/** Each question with the query below it, known by its words. */
function queries(doc: string): Record<string, { title: string; sql: string }> {
  const found: Record<string, { title: string; sql: string }> = {};
  for (const [, title = '', sql = ''] of doc.matchAll(/^([^\n`|#][^\n]*[?:])\n\n```sql\n([\s\S]*?)^```$/gm)) {
    const name = title
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    found[name] = { title, sql: sql.trim() };
  }
  return found;
}

/**
 * Metadata for Datasette: titles, descriptions, units and saved queries, drawn from docs/database.md, where each of them
 * is told and tested.
 * @param database the file's name without its ending, as Datasette knows it
 */
export function datasetteMetadata(doc: string, database: string): DatasetteMetadata {
  return {
    title: 'standoff',
    description:
      'One public dispute as the press reported it: articles, stories, statements, dates and how they came.',
    databases: { [database]: { tables: tables(doc), queries: queries(doc) } },
  };
}
