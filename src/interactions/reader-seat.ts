import { type ChildProcess, fork } from 'node:child_process';
import type { Concept } from '../query/translate.ts';
import type { Asked } from './model.ts';

/** What the process that reads is told first. */
export interface Lesson {
  kind: 'lesson';
  concepts: readonly Concept[];
}

/** What the process that reads sends back. */
export type ChildAnswer = { answer: unknown } | { error: string };

/** A question, and who waits for its answer. */
export interface Job {
  asked: Asked;
  settle(answer: ChildAnswer): void;
}

interface SeatOptions {
  /** The process's program. */
  file: string;
  /** Of the database. */
  path: string;
  /** What `/search` can translate. */
  concepts: readonly Concept[];
}

const MEMORY_MB = 256;
/** Of what a process says before it fails. */
const LAST_WORDS = 2_000;

/** One process that reads, and the question it is at. Started when needed, and anew when it was ended. */
export class Seat {
  job: Job | null = null;
  #child: ChildProcess | null = null;
  readonly #file: string;
  readonly #path: string;
  readonly #lesson: Lesson;
  readonly #onFree: () => void;

  /** @param onFree told when the next question can come */
  constructor({ file, path, concepts }: SeatOptions, onFree: () => void) {
    this.#file = file;
    this.#path = path;
    this.#lesson = { kind: 'lesson', concepts };
    this.#onFree = onFree;
  }

  /** Starts the process, so that the first question waits for no start. */
  start(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(this.#file, [this.#path], {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-LAST_WORDS);
    });
    child.on('message', (answer: ChildAnswer) => {
      // What was under way when a process was ended is nobody's answer any more.
      if (this.#child === child) this.#done(answer);
    });
    child.on('error', ({ message }) => this.#gone(child, message));
    child.on('close', () => this.#gone(child, said.trim()));
    this.#child = child;
    child.send(this.#lesson, (error) => {
      if (error) this.#gone(child, error.message);
    });
    return child;
  }

  take(job: Job): void {
    this.job = job;
    const child = this.start();
    child.send(job.asked, (error) => {
      if (error) this.#gone(child, error.message);
    });
  }

  /** Ends the process with whatever it is at; nobody hears of that question any more. */
  end(): void {
    const child = this.#child;
    this.#child = null;
    this.job = null;
    child?.kill('SIGKILL');
  }

  #gone(child: ChildProcess, why: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#done({ error: `the process that reads ended${why ? `: ${why}` : ''}` });
  }

  #done(answer: ChildAnswer): void {
    const { job } = this;
    if (job === null) return;
    this.job = null;
    job.settle(answer);
    this.#onFree();
  }
}
