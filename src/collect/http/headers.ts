/** Header fields that are secrets of the connection, not facts about the page. */
const SECRET =
  /^(?:set-cookie2?|cookie|(?:proxy-)?authorization|(?:www|proxy)-authenticate|authentication-info|.*(?:token|api-?key|session).*)$/;
/** What all fields kept of one answer may take, in UTF-16 units. */
const ROOM = 8192;

/**
 * The fields of an answer that are kept for citation: all but cookies and credentials, as long as they fit into 8 kB; one
 * that does not fit is left out whole.
 */
export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  let room = ROOM;
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => {
      const size = name.length + value.length;
      if (SECRET.test(name) || size > room) return false;
      room -= size;
      return true;
    }),
  );
}
