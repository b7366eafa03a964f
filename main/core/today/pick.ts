import type { Pick as DayPick, Reason } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { calledCustomer } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, run, transaction } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { gatherCandidates } from './candidates.ts';
import { inOrder } from './choose.ts';
import { circlesAskFor } from './load.ts';
import { paceOf } from './pace.ts';
import { namedADay, whoseDay } from './whose-day.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'bell'>;

/** Somebody whom the day has named, and what came of it. */
export interface PickRow {
  id: string;
  day: string;
  position: number;
  customerId: string;
  reasons: Reason[];
  state: DayPick['state'];
  asked: boolean;
  binned: boolean;
}

/**
 * All whom a day has named for whoever is at the keyboard (`whoseDay`), in their order. Somebody
 * spoken with since, by anybody, counts as done.
 */
export function picksOf(connection: Connection, day: string): PickRow[] {
  const rows = all<{
    id: string;
    day: string;
    position: number;
    customer_id: string;
    reasons: string;
    state: DayPick['state'];
    asked: number;
    binned: number;
    spoken: number;
  }>(
    connection,
    `SELECT daily_pick.id, day, position, daily_pick.customer_id, reasons, state, asked,
       customer.binned_at IS NOT NULL AS binned, coalesce(last_spoke_day >= day, 0) AS spoken
     FROM daily_pick
     JOIN customer ON customer.id = daily_pick.customer_id
     LEFT JOIN customer_standing AS standing ON standing.customer_id = customer.id
     WHERE day = ? AND colleague_id IS ? ORDER BY position`,
    [day, whoseDay(connection)],
  );
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    position: row.position,
    customerId: row.customer_id,
    reasons: JSON.parse(row.reasons) as Reason[],
    state: row.state === 'waiting' && row.spoken ? 'done' : row.state,
    asked: row.asked === 1,
    binned: row.binned === 1,
  }));
}

/**
 * The one of a day's picks that stands: the first that was neither put off nor binned, among
 * those since one more was asked for. So a "not today" that is undone brings the first one back,
 * and whoever had taken the place waits behind.
 */
function standing(picks: readonly PickRow[]): PickRow | undefined {
  const from = picks.findLastIndex((pick) => pick.asked);
  return picks
    .slice(Math.max(0, from))
    .find((pick) => pick.state !== 'not-today' && !(pick.binned && pick.state === 'waiting'));
}

/** Those who wait behind the one that stands, left from a "not today" that was undone. */
export function waitingBehind(picks: readonly PickRow[]): PickRow[] {
  const current = standing(picks);
  return picks.filter((pick) => pick.state === 'waiting' && !pick.binned && pick !== current);
}

/** Today's pick as it was kept; undefined when the day has not named anybody yet. */
export function keptPick({
  connection,
  clock,
}: Pick<House, 'connection' | 'clock'>): PickRow | undefined {
  return standing(picksOf(connection, clock.today()));
}

/**
 * Today's pick: as it was kept, or named now and kept for the rest of the day. Undefined when
 * there is nobody to turn to. The program names by itself, so that is no step of the journal.
 */
export function pickOfToday(house: Needed): PickRow | undefined {
  const kept = keptPick(house);
  if (kept) return kept;
  return nameSomebody(house, false) ? keptPick(house) : undefined;
}

/** Names one more when today's is dealt with; nobody new while somebody still waits. */
export function nameAnother(house: Needed): { found: boolean } {
  const picks = picksOf(house.connection, house.clock.today());
  if (standing(picks)?.state === 'waiting') return { found: true };
  const [behind] = waitingBehind(picks);
  if (!behind) return { found: nameSomebody(house, true) };
  run(house.connection, 'UPDATE daily_pick SET asked = 1 WHERE id = ?', [behind.id]);
  house.bell.ring({ type: 'changed', topics: ['daily_pick'] });
  return { found: true };
}

/** Puts today's pick off to another day, as a step that can be undone, and names the next. */
export function putOff(house: Needed & Pick<House, 'journal'>, pickId: string): { step: string } {
  const pick = picksOf(house.connection, house.clock.today()).find((one) => one.id === pickId);
  if (!pick) throw new Refusal('not-found', 'That was not today. Look at Today again.');
  if (pick.state !== 'waiting') {
    throw new Refusal('conflict', 'That is dealt with already. Look at Today again.');
  }
  const { called } = calledCustomer(house.connection, pick.customerId);
  const { step } = house.journal.step(`Not today: ${called}`, (write) => {
    write.update('daily_pick', pickId, { state: 'not-today', state_at: house.clock.now() });
  });
  pickOfToday(house);
  return { step };
}

/** How often somebody was put off since you last spoke. */
export function timesPutOff(connection: Connection, customerId: string): number {
  const row = first<{ times: number }>(
    connection,
    `SELECT count(*) AS times FROM daily_pick
     WHERE customer_id = :customerId AND state = 'not-today' AND day > coalesce(
       (SELECT last_spoke_day FROM customer_standing WHERE customer_id = :customerId), '')`,
    { customerId },
  );
  return row?.times ?? 0;
}

function nameSomebody(house: Needed, asked: boolean): boolean {
  const { connection, clock } = house;
  const day = clock.today();
  const named = transaction(connection, () => {
    const pace = paceOf(circlesAskFor(connection).perDay / namedADay(connection));
    const [chosen] = inOrder(gatherCandidates(house), pace);
    if (!chosen) return false;
    run(
      connection,
      `INSERT INTO daily_pick
         (id, day, position, customer_id, colleague_id, asked, reasons, picked_at)
       SELECT ?, ?, coalesce(max(position) + 1, 0), ?, ?, ?, ?, ? FROM daily_pick WHERE day = ?`,
      [
        newId(clock),
        day,
        chosen.customerId,
        whoseDay(connection),
        asked ? 1 : 0,
        JSON.stringify(chosen.reasons),
        clock.now(),
        day,
      ],
    );
    return true;
  });
  if (named) house.bell.ring({ type: 'changed', topics: ['daily_pick'] });
  return named;
}
