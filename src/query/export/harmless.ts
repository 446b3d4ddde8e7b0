/**
 * Text without what commands a terminal (control characters but tab and line ends; ECMA-48) or turns a line around (Unicode's
 * bidirectional embeddings, overrides and isolates): what is written for other programs is looked at on terminals as well.
 */
export function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** A value as JSON, on several lines where `indent` says so; the same characters are escaped, so nothing is lost. */
export function asJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
