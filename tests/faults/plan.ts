import { migrations } from '../../main/core/database/migrations/index.ts';
import { seeded } from '../support/seeded.ts';

/** What the core is doing when it is killed. */
export const doings = [
  'writing',
  'gathering',
  'migrating',
  'backing up',
  'restoring',
  'forgetting',
] as const;
export type Doing = (typeof doings)[number];

/** A house that is lived in on over several kills, and then left for a new one. */
export interface PlannedHouse {
  doing: Doing;
  kills: PlannedKill[];
}

export interface PlannedKill {
  /** After so many lines that the house has said since it was open. */
  lines: number;
  /** How late in the time that there is for it after that, from 0 to 1. */
  chance: number;
  /** The schema from which it migrates, where it does. */
  from: number;
}

const killsOfOne = 4;
/** By then each has done several times what it is to be killed in. */
const mostLines = 24;

/** What is killed when: the same for the same seed, in whatever order it is done. */
export function planOf(kills: number, seed: number): PlannedHouse[] {
  const random = seeded(seed);
  return Array.from({ length: Math.ceil(kills / killsOfOne) }, (_, house) => ({
    doing: doings[house % doings.length] ?? 'writing',
    kills: Array.from({ length: Math.min(killsOfOne, kills - house * killsOfOne) }, () => ({
      lines: Math.floor(random() * mostLines),
      chance: random(),
      from: 1 + Math.floor(random() * (migrations.length - 1)),
    })),
  }));
}
