/** An absolute http(s) address, resolved against a base; undefined for what is none. */
export function resolveUrl(link: string, base: string): string | undefined {
  const trimmed = link.replace(/[\t\n\r]/g, '').trim();
  if (trimmed === '' || trimmed.length > 4096) return undefined;
  try {
    const url = new URL(trimmed, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
