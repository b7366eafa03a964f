import type { Figure, HonestNumbers, Tone } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { figures, returnsInSql, voicesInSql } from './figures.ts';
import { median, spread } from './how-soon.ts';
import { type Counted, type Span, spanOf } from './span.ts';

type Needed = Pick<House, 'connection' | 'clock'>;

/** What was really done in that time: every share with what it is a share of, and no judgement. */
export function honestNumbers(house: Needed, counted: Counted): HonestNumbers {
  const { isAll, ...span } = spanOf(house, counted);
  const { connection } = house;
  const counts = Object.entries(figures).map(([figure, { sql }]) => [
    figure,
    shareOf(connection, sql, span),
  ]);
  const returns = first(connection, `SELECT 1 FROM (${returnsInSql}) LIMIT 1`);
  return {
    from: isAll ? null : span.from,
    until: span.until,
    figures: Object.fromEntries(counts) as Record<Figure, { of: number; met: number }>,
    ...voicesOf(connection, span),
    howSoon: howSoon(connection, span),
    notesReturns: returns !== undefined,
  };
}

function shareOf(connection: Connection, sql: string, span: Span) {
  const row = first<{ of: number; met: number | null }>(
    connection,
    `SELECT count(*) AS "of", sum(met) AS met FROM (${sql})`,
    span,
  );
  return { of: row?.of ?? 0, met: row?.met ?? 0 };
}

/** How the voices were meant, and what became of those that were not answered. */
function voicesOf(connection: Connection, span: Span) {
  const rows = all<{ tone: Tone; state: string; voices: number }>(
    connection,
    `SELECT tone, state, count(*) AS voices FROM (${voicesInSql}) GROUP BY tone, state`,
    span,
  );
  const sum = (matches: (row: { tone: Tone; state: string }) => boolean) =>
    rows.filter(matches).reduce((total, { voices }) => total + voices, 0);
  const meant = (wanted: Tone) => sum(({ tone }) => tone === wanted);
  const became = (wanted: string) => sum(({ state }) => state === wanted);
  return {
    tones: {
      complaint: meant('complaint'),
      question: meant('question'),
      praise: meant('praise'),
      plain: meant('plain'),
    },
    unanswered: { noted: became('noted'), letGo: became('let-go'), waiting: became('new') },
  };
}

function howSoon(connection: Connection, span: Span): HonestNumbers['howSoon'] {
  const times = all<{ id: string; after: number }>(
    connection,
    `SELECT id, after FROM (${voicesInSql}) WHERE after IS NOT NULL ORDER BY after DESC, id`,
    span,
  );
  const after = times.map((time) => time.after);
  return {
    known: times.length,
    median: median(after),
    slowest: times[0] ?? null,
    spread: spread(after),
  };
}
