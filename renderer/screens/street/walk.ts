import type { LanePlan } from './town-plan.ts';

/** A house of the town: the lane's number, and its own in it. */
export interface At {
  lane: number;
  index: number;
}

/** Where somebody lives; undefined when they are nowhere in these lanes. */
export function placeOf(plans: readonly LanePlan[], id: string): At | undefined {
  for (const [lane, plan] of plans.entries()) {
    const index = plan.lane.houses.findIndex((house) => house.id === id);
    if (index >= 0) return { lane, index };
  }
  return undefined;
}

/** Whoever lives there. */
export function houseOf(plans: readonly LanePlan[], at: At) {
  return plans[at.lane]?.lane.houses[at.index];
}

/**
 * Where a key leads from a house, by houses that count alone: to the next and the one before, to
 * the row above or below, to either end of the lane, or to the next lane. Undefined when the key
 * does not walk; at the end of the town one stays.
 */
export function walk(
  plans: readonly LanePlan[],
  from: At,
  key: string,
  counts: (id: string) => boolean,
): At | undefined {
  const ahead = () => {
    switch (key) {
      case 'ArrowRight':
        return along(plans, from, 1);
      case 'ArrowLeft':
        return along(plans, from, -1);
      case 'ArrowDown':
        return byRows(plans, from, 1);
      case 'ArrowUp':
        return byRows(plans, from, -1);
      case 'PageDown':
        return byLanes(plans, from, 1);
      case 'PageUp':
        return byLanes(plans, from, -1);
      case 'Home':
        return along(plans, { lane: from.lane, index: -1 }, 1);
      case 'End':
        return along(plans, { lane: from.lane, index: endOf(plans, from.lane) }, -1);
      default:
        return undefined;
    }
  };
  const places = ahead();
  if (places === undefined) return undefined;
  for (const place of places) {
    const house = houseOf(plans, place);
    if (house && counts(house.id)) return place;
  }
  return from;
}

const endOf = (plans: readonly LanePlan[], lane: number) => plans[lane]?.lane.houses.length ?? 0;

function* along(plans: readonly LanePlan[], from: At, by: 1 | -1): Generator<At> {
  for (let index = from.index + by; index >= 0 && index < endOf(plans, from.lane); index += by) {
    yield { lane: from.lane, index };
  }
  for (let lane = from.lane + by; lane >= 0 && lane < plans.length; lane += by) {
    const end = endOf(plans, lane);
    for (let step = 0; step < end; step += 1) {
      yield { lane, index: by > 0 ? step : end - 1 - step };
    }
  }
}

/** The houses of the next rows, in each the nearest to one's own column first. */
function* byRows(plans: readonly LanePlan[], from: At, by: 1 | -1): Generator<At> {
  const columns = plans[from.lane]?.columns ?? 1;
  const column = from.index % columns;
  let row = Math.floor(from.index / columns) + by;
  for (let lane = from.lane; lane >= 0 && lane < plans.length; lane += by) {
    const end = endOf(plans, lane);
    const rows = Math.ceil(end / columns);
    if (lane !== from.lane) row = by > 0 ? 0 : rows - 1;
    for (; row >= 0 && row < rows; row += by) {
      const inRow = Array.from({ length: Math.min(columns, end - row * columns) }, (_, at) => at);
      inRow.sort((one, other) => Math.abs(one - column) - Math.abs(other - column));
      for (const at of inRow) yield { lane, index: row * columns + at };
    }
  }
}

function* byLanes(plans: readonly LanePlan[], from: At, by: 1 | -1): Generator<At> {
  for (let lane = from.lane + by; lane >= 0 && lane < plans.length; lane += by) {
    for (let index = 0; index < endOf(plans, lane); index += 1) yield { lane, index };
  }
}
