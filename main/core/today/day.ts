import type { Pick as DayPick } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { getCustomer } from '../people/get.ts';
import { briefFor } from './brief.ts';
import { isSomebodyWaiting } from './candidates.ts';
import { theLoad } from './load.ts';
import { type PickRow, pickOfToday, picksOf, timesPutOff, waitingBehind } from './pick.ts';
import { stepsInSql } from './steps.ts';
import { whoseDay } from './whose-day.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'bell'>;

/** After so many "not today" it is asked whether the rhythm is right, and then every so many again. */
const putOffsUntilAsked = 3;

/** Whom to turn to today and why, what has been done, and what the circles ask for. */
export function theDay(house: Needed) {
  const { connection } = house;
  const day = house.clock.today();
  const pick = pickOfToday(house);
  return {
    day,
    pick: pick ? shown(house, pick) : null,
    doneToday: doneOn(house, day),
    moreWaiting: waitingBehind(picksOf(connection, day)).length > 0 || isSomebodyWaiting(house),
    load: theLoad(connection, day),
  };
}

function shown(house: Needed, pick: PickRow): DayPick {
  const customer = getCustomer(house, pick.customerId);
  const times = timesPutOff(house.connection, pick.customerId);
  return {
    id: pick.id,
    day: pick.day,
    state: pick.state,
    reasons: pick.reasons,
    customer,
    brief: briefFor(house, customer),
    asksAboutRhythm: customer.rhythmDays !== null && times > 0 && times % putOffsUntilAsked === 0,
  };
}

/** A talk with a customer on a day; an answer to their words is written down as one, too. */
const spokeOnDay = `SELECT 1 FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id
  WHERE conversation_customer.customer_id = customer.id AND happened_day = :from
    AND reached = 1 AND binned_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.conversation_id = conversation.id)`;

/** Everybody with whom today had a step, named or not; of a colleague with a day of their own, theirs. The id is the pick's, or else the person's. */
function doneOn({ connection }: Needed, day: string) {
  return all<{ id: string; customerId: string; name: string; how: 'answered' | 'spoke' }>(
    connection,
    `SELECT coalesce((SELECT max(id) FROM daily_pick
         WHERE day = :from AND customer_id = customer.id AND state = 'done'), customer.id) AS id,
       customer.id AS customerId, display_name AS name,
       CASE WHEN EXISTS (${spokeOnDay}) THEN 'spoke' ELSE 'answered' END AS how
     FROM (${stepsInSql}) JOIN customer ON customer.id = customer_id AND customer.binned_at IS NULL
     WHERE :whose IS NULL OR EXISTS (${spokeOnDay} AND colleague_id = :whose)
       OR customer.id IN (SELECT customer_id FROM daily_pick
         WHERE day = :from AND state = 'done' AND colleague_id = :whose)
     ORDER BY id`,
    { from: day, until: day, whose: whoseDay(connection) },
  );
}
