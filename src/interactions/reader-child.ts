import { openDatabase } from '../store/db.ts';
import { answerAny } from './answers/index.ts';
import type { Asked } from './model.ts';
import type { ChildAnswer, Lesson } from './reader-seat.ts';

const [path = ''] = process.argv.slice(2);
const db = openDatabase(path, { readonly: true });

let concepts: Lesson['concepts'] = [];

function tried(asked: Asked): ChildAnswer {
  try {
    return { answer: answerAny(db, asked, { now: new Date(), concepts }) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Ctrl-C reaches the whole group of processes: the bot itself says when this one ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (told: Lesson | Asked) => {
  if (told.kind === 'lesson') concepts = told.concepts;
  else process.send?.(tried(told));
});
