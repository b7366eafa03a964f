import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export interface Finished {
  code: number | null;
  out: string;
  err: string;
}

/** A program of ours in a process of its own, with what it says. */
export interface Child {
  process: ChildProcess;
  /** What it has said so far. */
  said(): { out: string; err: string };
  /** Waits for words in its output; gives the groups that matched. Throws when it ends before. */
  saying(words: RegExp): Promise<RegExpExecArray>;
  finished: Promise<Finished>;
  /** Interrupts it as Ctrl+C would, and waits for its end. */
  interrupt(): Promise<Finished>;
}

/** Starts one of our sources with Node, such as `main/starting/start.ts`. */
export function startChild(
  source: string,
  args: string[] = [],
  environment: Record<string, string | undefined> = {},
  folder = projectFolder,
): Child {
  const child = spawn(process.execPath, [resolve(projectFolder, source), ...args], {
    cwd: folder,
    env: { ...process.env, TZ: 'Europe/Rome', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  const hear = (add: (text: string) => void) => (part: Buffer) => {
    add(part.toString());
    for (const watcher of watchers) watcher();
  };
  child.stdout.on(
    'data',
    hear((text) => (out += text)),
  );
  child.stderr.on(
    'data',
    hear((text) => (err += text)),
  );
  const finished = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    out,
    err,
  }));
  return {
    process: child,
    said: () => ({ out, err }),
    saying(words) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = words.exec(out);
          if (!match) return;
          watchers.delete(look);
          resolve(match);
        };
        watchers.add(look);
        look();
        void finished.then(() => reject(new Error(`It ended before it said so. ${out}${err}`)));
      });
    },
    finished,
    async interrupt() {
      child.kill('SIGINT');
      return finished;
    },
  };
}

/** Runs one of our sources to its end. */
export function runChild(...given: Parameters<typeof startChild>): Promise<Finished> {
  return startChild(...given).finished;
}
