import type { Wording } from '../query/wordings.ts';
import { line, type Output, plain, wrap } from './output.ts';

const STATES = {
  accepted: 'worded the summary',
  rejected: 'was turned down, so the extract stands',
  waiting: 'could not be asked yet, so the extract stands',
} as const;

/** What a language model made of a story's summary, each sentence with the one that bears it. */
export function printWordings(output: Output, wordings: readonly Wording[]): void {
  const { color } = output;
  for (const { language, model, state, reason, sentences } of wordings) {
    line(output, `\n${color.bold(plain(`${model} ${STATES[state]}`))} ${color.dim(`(${language})`)}`);
    if (state !== 'accepted') line(output, wrap(reason, output.width, '  '));
    for (const { sentence, sourceSentence, outlet } of sentences) {
      line(output, wrap(sentence, output.width, '  '));
      line(output, color.dim(wrap(`borne by ${outlet}: “${sourceSentence}”`, output.width, '    ')));
    }
  }
}
