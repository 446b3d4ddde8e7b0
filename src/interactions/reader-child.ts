import { openDatabase } from '../store/db.ts';
import { answerAny } from './answers/index.ts';
import type { Asked } from './model.ts';
import type { ChildAnswer } from './reader-seat.ts';

const [path = ''] = process.argv.slice(2);
const db = openDatabase(path, { readonly: true });

function tried(asked: Asked): ChildAnswer {
  try {
    return { answer: answerAny(db, asked, new Date()) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Ctrl-C reaches the whole group of processes: the bot itself says when this one ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('disconnect', () => process.exit(0));
process.on('message', (asked: Asked) => process.send?.(tried(asked)));
