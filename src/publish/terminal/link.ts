/**
 * The address as it may stand in a terminal's link, or null. Only http(s) becomes one; what a parsed address holds of control
 * characters is percent-encoded, so that no page can command the terminal by its own address.
 */
export function linkTarget(url: string): string | null {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}

/** Text that leads to an address, as terminals know it (OSC 8); the text alone where that cannot be a link. */
export function terminalLink(url: string, text: string): string {
  const target = linkTarget(url);
  return target === null ? text : `\u001b]8;;${target}\u001b\\${text}\u001b]8;;\u001b\\`;
}
