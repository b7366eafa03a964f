import type { Circle } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { type CircleDays, rhythmInForce } from '../../../shared/rhythm.ts';
import type { House } from '../core.ts';
import { all, type Row } from '../database/connection.ts';
import { customersWithStanding, rhythmInSql, silenceInSql } from '../people/rows.ts';
import { readSettings } from '../settings/settings.ts';
import { datesWithin } from './dates-near.ts';
import { promisesDue, voicesUnanswered } from './duties.ts';
import type { Candidate, DateFact, Facts, PromiseFact, VoiceFact } from './facts.ts';
import { candidateOf, silenceFrom } from './reasons.ts';
import { attemptsUntilRest, coolingDays, isAtRest, longestRest, shortestRest } from './rest.ts';

/** How many of the silent are looked at: the rest have a shorter stretch, so come after them anyway. */
const silentLookedAt = 100;

interface CustomerFacts {
  id: string;
  circle: Circle;
  rhythm_days: number | null;
  added_day: string;
  last_spoke_day: string | null;
  last_spoke_at: number | null;
  attempts: number;
  last_attempt_day: string | null;
  last_attempt_at: number | null;
  put_off_yesterday: number;
}

/**
 * Everybody who could be named today and why, in no order: those with a promise due, unanswered
 * words or a date near, and the most stretched of the silent and the new. Left out are those in
 * the bin, those you spoke with today, those whom the day has named already, and those at rest.
 * A handful of queries by index, whatever the size of the house.
 */
export function gatherCandidates(house: Pick<House, 'connection' | 'clock'>): Candidate[] {
  const { connection } = house;
  const settings = readSettings(connection);
  const today = house.clock.today();
  const promises = promisesDue(house, today);
  const voices = voicesUnanswered(house, today);
  const dates = datesWithin(connection, today, settings.leapDay);
  const ids = new Set([
    ...promises.keys(),
    ...voices.keys(),
    ...dates.keys(),
    ...silent(house, settings, today, { from: mostStretched, many: silentLookedAt }),
  ]);
  return customerFacts(house, ids, today)
    .map((customer) => factsOf(customer, { promises, voices, dates }, settings))
    .filter((facts) => !isAtRest(facts, today))
    .map((facts) => candidateOf(facts, today))
    .filter((candidate) => candidate.reasons.length > 0);
}

/** Whether anybody could be named today besides those who were. Mostly somebody silent is found at once. */
export function isSomebodyWaiting(house: Pick<House, 'connection' | 'clock'>): boolean {
  const settings = readSettings(house.connection);
  const anybody = silent(house, settings, house.clock.today(), { from: asTheyCome, many: 1 });
  return anybody.length > 0 || gatherCandidates(house).length > 0;
}

interface Found {
  promises: Map<string, PromiseFact[]>;
  voices: Map<string, VoiceFact[]>;
  dates: Map<string, DateFact[]>;
}

function factsOf(customer: CustomerFacts, found: Found, days: CircleDays): Facts {
  const { id } = customer;
  return {
    customerId: id,
    circle: customer.circle,
    rhythmDays: rhythmInForce(customer.circle, customer.rhythm_days, days),
    addedDay: customer.added_day,
    lastSpokeDay: customer.last_spoke_day,
    lastSpokeAt: customer.last_spoke_at,
    attempts: customer.attempts,
    lastAttempt:
      customer.last_attempt_day === null || customer.last_attempt_at === null
        ? null
        : { day: customer.last_attempt_day, at: customer.last_attempt_at },
    putOffYesterday: customer.put_off_yesterday === 1,
    promises: found.promises.get(id) ?? [],
    voices: found.voices.get(id) ?? [],
    dates: found.dates.get(id) ?? [],
  };
}

/** Whoever may be named at all today. */
const nameable = `customer.binned_at IS NULL
  AND (last_spoke_day IS NULL OR last_spoke_day < :today)
  AND customer.id NOT IN (SELECT customer_id FROM daily_pick WHERE day = :today)`;

/** The last attempt that reached nobody; looked up only for those few who have one. */
const lastAttempt = (column: string) => `CASE WHEN attempts > 0 THEN (
  SELECT max(${column}) FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND conversation.binned_at IS NULL
  WHERE conversation_customer.customer_id = customer.id AND reached = 0) END`;

/** In which order the silent are looked through: the most stretched need the days of all reckoned first. */
const mostStretched = {
  quiet: 'MATERIALIZED',
  order: 'ORDER BY CAST(silent AS REAL) / rhythm DESC, silent DESC, id',
};
const asTheyCome = { quiet: 'NOT MATERIALIZED', order: '' };

/** Those who are overdue or nearly, or new and never greeted; the silent at rest left out. */
function silent(
  { connection }: Pick<House, 'connection'>,
  { innerDays, regularDays, widerDays }: CircleDays,
  today: string,
  { from, many }: { from: typeof mostStretched; many: number },
) {
  const rows = all<{ id: string }>(
    connection,
    `WITH quiet AS ${from.quiet} (
       SELECT customer.id, last_spoke_day, coalesce(attempts, 0) AS attempts,
         ${rhythmInSql} AS rhythm, ${silenceInSql} AS silent,
         ${lastAttempt('happened_day')} AS last_attempt_day
       FROM ${customersWithStanding} WHERE ${nameable} AND circle <> 'none')
     SELECT id FROM quiet
     WHERE (silent >= rhythm * :silenceFrom OR last_spoke_day IS NULL)
       AND (last_attempt_day IS NULL OR last_attempt_day <= date(:today, -(
         CASE WHEN attempts % :untilRest <> 0 THEN :coolingDays
         ELSE min(:longestRest, :shortestRest << max(0, attempts / :untilRest - 2)) END) || ' days'))
     ${from.order} LIMIT :many`,
    {
      today,
      innerDays,
      regularDays,
      widerDays,
      silenceFrom,
      coolingDays,
      shortestRest,
      longestRest,
      untilRest: attemptsUntilRest,
      many,
    },
  );
  return rows.map((row) => row.id);
}

function customerFacts({ connection }: Pick<House, 'connection'>, ids: Set<string>, today: string) {
  const values: Row = { ids: JSON.stringify([...ids]), today, yesterday: addDays(today, -1) };
  return all<CustomerFacts>(
    connection,
    `SELECT customer.id, circle, rhythm_days, added_day, last_spoke_day,
       last_spoke_at, coalesce(attempts, 0) AS attempts,
       ${lastAttempt('happened_day')} AS last_attempt_day,
       ${lastAttempt('happened_at')} AS last_attempt_at,
       EXISTS (SELECT 1 FROM daily_pick WHERE customer_id = customer.id AND day = :yesterday
         AND state = 'not-today') AS put_off_yesterday
     FROM ${customersWithStanding}
     WHERE customer.id IN (SELECT value FROM json_each(:ids)) AND ${nameable}`,
    values,
  );
}
