import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '../../../shared/refusal.ts';
import type { Tasks } from './tasks.ts';

export interface TaskAsked {
  call: number;
  name: keyof Tasks;
  asked: Parameters<Tasks[keyof Tasks]>[0];
}

/** What comes back from the thread: errors do not travel whole. */
export type TaskAnswer = { call: number } & (
  | { result: unknown }
  | { refused: { code: RefusalCode; message: string; field: string | undefined } }
  | { failed: { code: string; message: string; stack: string | undefined } }
);

/** Has tasks done beside the window. */
export interface TaskThread {
  /** Throws what the task refused or failed with, or that the thread was ended. */
  run<Name extends keyof Tasks>(
    name: Name,
    asked: Parameters<Tasks[Name]>[0],
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** Ends it at once; what it had begun is left as a half that the next backup clears away. */
  end(): Promise<void>;
}

/** After so long without a task the thread ends, and gives its memory back: milliseconds. */
const idleLimit = 20_000;

/** A thread that starts with its first task. */
export function createTaskThread(): TaskThread {
  const calls = new Map<number, { resolve(value: never): void; reject(why: unknown): void }>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastCall = 0;

  function started(): Worker {
    if (worker) return worker;
    const thread = new Worker(threadEntry());
    thread.on('message', settle);
    thread.on('error', refuseAll);
    thread.on('exit', () => {
      if (worker !== thread) return;
      worker = undefined;
      refuseAll(new Error('The thread ended before its task'));
    });
    worker = thread;
    return thread;
  }

  function settle(answer: TaskAnswer): void {
    const call = calls.get(answer.call);
    calls.delete(answer.call);
    if (calls.size === 0) rest();
    if ('result' in answer) call?.resolve(answer.result as never);
    else if ('refused' in answer) {
      const { code, message, field } = answer.refused;
      call?.reject(new Refusal(code, message, field));
    } else {
      const { code, message, stack } = answer.failed;
      call?.reject(Object.assign(new Error(message), { code, stack }));
    }
  }

  /** A thread without a task keeps nobody from ending. */
  function rest(): void {
    worker?.unref();
    idle = setTimeout(() => void end(), idleLimit);
    idle.unref();
  }

  function refuseAll(why: unknown): void {
    for (const call of calls.values()) call.reject(why);
    calls.clear();
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    refuseAll(new Error('The thread was ended before its task'));
    await ending?.terminate();
  }

  return {
    run(name, asked) {
      clearTimeout(idle);
      const thread = started();
      thread.ref();
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve, reject) => {
        calls.set(call, { resolve, reject });
        thread.postMessage({ call, name, asked } satisfies TaskAsked);
      });
    },
    end,
  };
}

/** The thread's file: a source when run from source, a bundle's neighbour when bundled. */
function threadEntry(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./backup-thread.${extension}`, import.meta.url);
}
