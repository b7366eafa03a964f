/** What the load of a house makes of its days. */
export interface Pace {
  /** How many persons a day the circles ask for (Σ 1 ÷ rhythm), at least 1. */
  load: number;
  /** They ask for so much that nobody can be in time, and no day is to spare. */
  crowded: boolean;
}

/** Circles that ask for more persons a day than this make a house crowded: twice what can be done. */
const mostWithTime = 2;

/** The pace of a house whose circles ask for so many persons a day. */
export function paceOf(perDay: number): Pace {
  return { load: Math.max(1, perDay), crowded: perDay > mostWithTime };
}
