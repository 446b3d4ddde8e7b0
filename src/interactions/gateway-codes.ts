/**
 * Closings after which connecting again would be closed again (Discord's documentation, gateway close codes), with what
 * to do about each.
 */
const FINAL: Readonly<Record<number, string>> = {
  4004: 'Discord refused the token: make a new one (Developer Portal → Bot → Reset Token) and put it into the environment',
  4010: 'Discord refused the shard that discord.js asked for; update standoff',
  4011: 'the bot is on too many servers for one connection; set discord.commands: false to post only',
  4012: 'Discord no longer speaks this version of its gateway; update standoff',
  4013: 'Discord refused the intents that were asked for; update standoff',
  4014: 'Discord does not allow the bot the intents that were asked for; update standoff',
};

/** Why a closing is final, with its code; null where connecting again makes sense. */
export function finalClosing(code: number): string | null {
  const why = FINAL[code];
  return why === undefined ? null : `${why} (gateway code ${code})`;
}

/** The token was refused before there was a connection. */
export const REFUSED_TOKEN = `${FINAL[4004]} (HTTP 401)`;
