import { randomInt } from 'node:crypto';

/** Without vowels, so that no word arises, and without look-alikes. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
const ID_LENGTH = 12;

/** A delivery's id: Discord's nonce (at most 25 characters) and the mark it is found by in a channel's history. */
export function deliveryId(): string {
  return Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
