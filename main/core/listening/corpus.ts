import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import {
  type AgreedField,
  compareItems,
  type Expectations,
  runChecks,
  type Score,
  type Tally,
} from './corpus-score.ts';
import { Unreadable } from './parsed.ts';
import type { CleanFeed } from './parser-thread.ts';
import { createFeedReader } from './parsing.ts';

export interface CorpusOptions {
  folder: string;
  /** A JSON file with what the files should give; see `Expectations`. */
  expectations?: string;
  /** The present, in milliseconds. */
  now: () => number;
  /** A monotonic stopwatch in milliseconds, for the figures. */
  stopwatch: () => number;
}

export interface CorpusReport extends Score {
  files: number;
  read: number;
  refused: number;
  /** How many had to be stopped at the time limit. */
  hung: number;
  items: number;
  /** Shares from 0 to 1 of the compared fields that agree; null where nothing was compared. */
  agreement: Record<AgreedField, number | null>;
  seconds: number;
  /** The file that took longest, and its seconds. */
  slowest: { file: string; seconds: number };
  refusals: { reason: string; count: number }[];
}

/** Reads every feed in a folder through the real stages, and scores what came out. */
export async function readCorpus(options: CorpusOptions): Promise<CorpusReport> {
  const files = await feedFiles(options.folder);
  const expectations: Expectations = options.expectations
    ? JSON.parse(await readFile(options.expectations, 'utf8'))
    : {};
  const reader = createFeedReader({ now: options.now });
  const report = emptyReport(files.length);
  const reasons = new Map<string, number>();
  // Loading the thread is nobody's time.
  await reader.read({ bytes: new Uint8Array(), contentType: null, address: null }).catch(asReason);
  const begun = options.stopwatch();
  for (const file of files) {
    const bytes = await readFile(join(options.folder, file));
    const started = options.stopwatch();
    const outcome = await reader.read({ bytes, contentType: null, address: null }).catch(asReason);
    const seconds = (options.stopwatch() - started) / 1000;
    if (seconds > report.slowest.seconds) report.slowest = { file, seconds };
    if (typeof outcome === 'string') {
      report.refused++;
      if (outcome === 'took-too-long') report.hung++;
      reasons.set(outcome, (reasons.get(outcome) ?? 0) + 1);
    } else {
      report.read++;
      report.items += outcome.items.length;
    }
    score(report, file, typeof outcome === 'string' ? null : outcome, expectations[file]);
  }
  await reader.close();
  report.seconds = (options.stopwatch() - begun) / 1000;
  report.agreement = agreementOf(report);
  report.refusals = [...reasons].map(([reason, count]) => ({ reason, count }));
  return report;
}

function agreementOf({ fields }: CorpusReport): CorpusReport['agreement'] {
  const share = ({ agreed, compared }: Tally) => (compared === 0 ? null : agreed / compared);
  return {
    title: share(fields.title),
    link: share(fields.link),
    id: share(fields.id),
    date: share(fields.date),
  };
}

function score(
  report: CorpusReport,
  file: string,
  feed: CleanFeed | null,
  expected: Expectations[string] | undefined,
): void {
  if (!expected) return;
  if (Array.isArray(expected)) runChecks(report, file, feed, expected);
  else compareItems(report, file, feed, expected);
}

function asReason(error: unknown): string {
  if (error instanceof Unreadable) return error.reason;
  throw error;
}

/** Every file below the folder but notes, expectations, and a JSON that stands beside its XML. */
async function feedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const known = new Set(files);
  const isFeed = (file: string) => {
    if (/\.expected\.json$|\.md$|(^|\/)LICEN[CS]E/i.test(file)) return false;
    if (extname(file) !== '.json') return true;
    const stem = file.slice(0, -'.json'.length);
    return !['.xml', '.rss', '.atom', '.rdf'].some((other) => known.has(stem + other));
  };
  return files.filter(isFeed).sort();
}

function emptyReport(files: number): CorpusReport {
  const none = () => ({ agreed: 0, compared: 0 });
  return {
    files,
    read: 0,
    refused: 0,
    hung: 0,
    items: 0,
    expectedItems: 0,
    foundItems: 0,
    fields: { title: none(), link: none(), id: none(), date: none() },
    agreement: { title: null, link: null, id: null, date: null },
    checks: { passed: 0, made: 0 },
    differences: [],
    seconds: 0,
    slowest: { file: '', seconds: 0 },
    refusals: [],
  };
}
