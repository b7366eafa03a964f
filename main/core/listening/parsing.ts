import { Worker } from 'node:worker_threads';
import type { CleanItem } from './clean.ts';
import { type ParsedItem, Unreadable } from './parsed.ts';
import type { CleanFeed, ParserAnswer, ParserRequest } from './parser-thread.ts';

export interface FeedDocument {
  bytes: Uint8Array;
  /** The HTTP header, for its charset. */
  contentType: string | null;
  /** The document's address, for relative links. */
  address: string | null;
}

/** Reads documents in a thread of its own, one after the other. */
export interface FeedReader {
  /** The clean feed in a document; throws `Unreadable` when there is none, or it took too long. */
  read(document: FeedDocument): Promise<CleanFeed>;
  /** The same items, clean; throws `Unreadable` when that took too long. */
  clean(items: ParsedItem[]): Promise<CleanItem[]>;
  close(): Promise<void>;
}

export interface FeedReaderOptions {
  /** The present, in milliseconds. */
  now: () => number;
  /** How long a document may take to read, and then each of its items, in milliseconds. */
  timeLimit?: number;
  /** How long a document with all its items may take. */
  wholeLimit?: number;
}

type Wanted = ParserRequest extends infer R
  ? R extends ParserRequest
    ? Omit<R, 'id'>
    : never
  : never;

interface Waiting {
  request: ParserRequest;
  resolve: (result: CleanFeed | CleanItem[]) => void;
  reject: (error: Error) => void;
}

/** How long a new thread may take to load, in milliseconds. */
const startLimit = 30_000;
/** How long a thread is kept without work: between two gatherings it would only take up memory. */
const restAfter = 60_000;

/** A reader whose thread is ended and replaced when a document takes longer than the limit. */
export function createFeedReader(options: FeedReaderOptions): FeedReader {
  const timeLimit = options.timeLimit ?? 2000;
  const wholeLimit = options.wholeLimit ?? 30_000;
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let ready = false;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let begunAt = 0;
  let lastId = 0;
  let closed = false;

  function start(): Worker {
    const started = new Worker(parserEntry(), {
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 },
    });
    started.unref();
    started.on('message', (answer: ParserAnswer) => {
      if (started !== worker) return;
      if ('ready' in answer) return begin(started);
      if (answer.id !== current?.request.id) return;
      if ('alive' in answer) stillAt();
      else if ('result' in answer) settle((waiting) => waiting.resolve(answer.result));
      else settle((waiting) => waiting.reject(new Unreadable(answer.unreadable)));
    });
    // Running out of memory ends the thread with an error; the next document gets a new one.
    started.on('error', () => {
      if (started === worker) replace('broken');
    });
    return started;
  }

  /** Many items take their time; none of them may take all of it. */
  function stillAt(): void {
    if (performance.now() - begunAt < wholeLimit) timer?.refresh();
  }

  function replace(reason: 'took-too-long' | 'broken'): void {
    const ended = worker;
    worker = null;
    ready = false;
    void ended?.terminate();
    settle((waiting) => waiting.reject(new Unreadable(reason)));
  }

  function settle(answer: (waiting: Waiting) => void): void {
    clearTimeout(timer);
    const waiting = current;
    current = null;
    if (waiting) answer(waiting);
    next();
  }

  /** Gives back the memory of a thread that nobody needs; the next document starts another. */
  function rest(): void {
    const ended = worker;
    worker = null;
    ready = false;
    void ended?.terminate();
  }

  function next(): void {
    if (current || closed) return;
    clearTimeout(idle);
    const waiting = queue.shift();
    if (!waiting) {
      idle = setTimeout(rest, restAfter).unref();
      return;
    }
    current = waiting;
    worker ??= start();
    if (ready) send(worker, waiting);
    else timer = setTimeout(() => replace('took-too-long'), startLimit);
  }

  /** The thread has loaded: only from now on does a document's own time count. */
  function begin(started: Worker): void {
    ready = true;
    clearTimeout(timer);
    if (current) send(started, current);
  }

  function send(to: Worker, waiting: Waiting): void {
    begunAt = performance.now();
    timer = setTimeout(() => replace('took-too-long'), timeLimit);
    to.postMessage(waiting.request);
  }

  function ask(wanted: Wanted): Promise<CleanFeed | CleanItem[]> {
    return new Promise((resolve, reject) => {
      lastId++;
      queue.push({ request: { ...wanted, id: lastId }, resolve, reject });
      next();
    });
  }

  return {
    read: (document) =>
      ask({ ...document, type: 'document', now: options.now() }) as Promise<CleanFeed>,
    clean: (items) => ask({ type: 'items', items }) as Promise<CleanItem[]>,
    async close() {
      closed = true;
      clearTimeout(timer);
      clearTimeout(idle);
      const left = current ? [current, ...queue] : queue;
      for (const waiting of left) waiting.reject(new Error('The feed reader was closed.'));
      await worker?.terminate();
    },
  };
}

/** The thread's file: a source when run from source, a bundle's neighbour when bundled. */
function parserEntry(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./parser-thread.${extension}`, import.meta.url);
}
