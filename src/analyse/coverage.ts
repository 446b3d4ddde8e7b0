import type { Dossier } from '../model/index.ts';
import { compileDossier } from './dossier.ts';
import { findPatterns } from './matcher.ts';

/** Whether the dossier speaks for a name: one of its patterns (an alias, a blocker, a term, a word of a group) covers
 * the whole of it, whatever conditions it has. */
export function coverage(dossier: Dossier): (name: string) => boolean {
  const { matcher } = compileDossier(dossier);
  return (name) => {
    let covers = false;
    findPatterns(matcher, name, (_use, start, end) => {
      covers = start === 0 && end === name.length;
      return covers;
    });
    return covers;
  };
}
