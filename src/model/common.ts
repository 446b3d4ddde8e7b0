/** A two-letter ISO 639-1 code, lower case; `und` where no language could be told. */
export type Language = string;

/** An instant as ISO 8601 UTC text with milliseconds, `2025-05-27T08:00:00.000Z`; sorts as text. */
export type Instant = string;

/** A calendar day, `2025-05-27`. */
export type Day = string;

/** Wire agencies are known by their short lower-case name: `dpa`, `afp`, `reuters`, `ap`, `apa` … */
export type Agency = string;
