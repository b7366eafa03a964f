import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { doTask, isHeavy, type Progress, type TaskName, type Tasks } from './tasks.ts';

/** What a thread is given to work with. */
export interface ThreadData {
  databasePath: string;
  now: number;
  today: string;
  zone: string;
  name: TaskName;
  input: Tasks[TaskName]['input'];
  /** Its first number is 1 when the task is to stop. */
  stop: Int32Array;
}

/** What a thread tells. */
export type FromThread =
  | ({ type: 'progress' } & Progress)
  | { type: 'done'; result: Tasks[TaskName]['result']; topics: string[] }
  | { type: 'refused'; code: RefusalCode; sentence: string; field: string | undefined }
  | { type: 'failed'; line: string; code: string | undefined };

/** What takes long, done beside everything else: no keystroke waits for it. */
export interface HeavyWork {
  /**
   * Does a task: here and now when it is small, in a thread of its own when it is large. Large
   * ones are done one after the other. All of a task happens, or nothing.
   */
  run<Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
  ): Promise<Tasks[Name]['result']>;
  /** Stops the large tasks; what has been written by then is taken back. */
  stop(): void;
  close(): Promise<void>;
}

type Needs = Pick<House, 'connection' | 'databasePath' | 'clock' | 'journal' | 'bell'>;

export function createHeavyWork(house: Needs): HeavyWork {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | null = null;
  /** Of each task that runs or waits: its first number is 1 when it is to stop. */
  const stops = new Set<Int32Array>();
  let closed = false;

  function inThread<Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
    stop: Int32Array,
  ) {
    return new Promise<Tasks[Name]['result']>((resolve, reject) => {
      if (closed) throw brokeOff();
      const { clock, databasePath, bell } = house;
      const workerData: ThreadData = {
        ...{ databasePath, name, input, stop },
        ...{ now: clock.now(), today: clock.today(), zone: clock.zone() },
      };
      const thread = new Worker(threadEntry(), { workerData });
      worker = thread;
      thread.on('message', (message: FromThread) => {
        if (message.type === 'progress') {
          const { stage, done, of } = message;
          bell.ring({ type: 'heavy-work', stage, done, of });
        } else if (message.type === 'done') {
          if (message.topics.length > 0) bell.ring({ type: 'changed', topics: message.topics });
          resolve(message.result as Tasks[Name]['result']);
        } else if (message.type === 'refused') {
          reject(new Refusal(message.code, message.sentence, message.field));
        } else reject(Object.assign(new Error(message.line), { code: message.code }));
      });
      thread.on('error', reject);
      thread.on('exit', () => {
        worker = null;
        bell.ring({ type: 'heavy-work', stage: 'ended', done: 0, of: 0 });
        reject(brokeOff());
      });
    });
  }

  return {
    async run(name, input) {
      if (!isHeavy(house, input)) return doTask(house, name, input, () => {});
      const stop = new Int32Array(new SharedArrayBuffer(4));
      stops.add(stop);
      const mine = last.then(() => inThread(name, input, stop)).finally(() => stops.delete(stop));
      last = mine.catch(() => undefined);
      return mine;
    },
    stop() {
      for (const stop of stops) Atomics.store(stop, 0, 1);
    },
    async close() {
      closed = true;
      // What is cut short has changed nothing: its transaction was not at its end.
      await worker?.terminate();
      await last;
    },
  };
}

function brokeOff(): Refusal {
  return new Refusal('stopped', 'That broke off, and nothing was changed. Please try again.');
}

/** The thread's file: a source when run from source, a bundle's neighbour when bundled. */
function threadEntry(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./heavy-thread.${extension}`, import.meta.url);
}
