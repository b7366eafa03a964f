import { loadOf, shareForCircles } from '../../main/core/today/load.ts';
import { longestNeglect } from '../../main/core/today/weigh.ts';
import { fittedRhythms } from '../../renderer/screens/settings/fitted-rhythms.ts';
import { live, type Outcome } from './live.ts';
import { dutiesThen, porchlight } from './our-rule.ts';
import { peers } from './peers.ts';
import type { Rule } from './shop.ts';
import { daysOfYear, usualCircles, type Year, yearOf } from './year.ts';

/** A line of the table: a rule, as its owner has it or with our duties put first. */
export interface RuleRow {
  name: string;
  duties: boolean;
  promisesKept: number;
  complaintsAnswered: number;
  rhythmKept: number;
  longestNeglect: number;
  daysWithPick: number;
  neverReached: number;
}

export interface Comparison {
  rules: RuleRow[];
  /** Ours once more, with the circles stretched as the app advises. */
  advised: { rhythmKept: number; longestNeglect: number };
  /** The longest wait as a share of the most that `weigh` allows for; at most 1. */
  boundUsed: number;
}

/** Lives one seeded year under every rule. */
export function compare(people: number, seed: number): Comparison {
  const year = yearOf(people, seed);
  const ours = live(year, porchlight, seed);
  const row = (name: string, duties: boolean, rule: Rule) =>
    rowOf(name, duties, live(year, rule, seed));
  const rules = Object.entries(peers).flatMap(([name, rule]) => [
    row(name, false, rule),
    row(name, true, dutiesThen(rule)),
  ]);
  const advised = live(year, porchlight, seed, advisedCircles(year, ours));
  return {
    rules: [rowOf('porchlight', true, ours), ...rules],
    advised: {
      rhythmKept: rounded(advised.rhythmKept),
      longestNeglect: rounded(advised.longestNeglect),
    },
    boundUsed: Math.max(boundUsed(ours, people), boundUsed(advised, people)),
  };
}

/** The circles as the button in Settings would make them after this year. */
function advisedCircles(year: Year, { load, steps, dutySteps }: Outcome) {
  const keeping = year.customers.filter(({ circle }) => circle !== 'none').length;
  const share = shareForCircles({ days: daysOfYear, done: steps, duties: dutySteps });
  return fittedRhythms(usualCircles, loadOf({ people: keeping, perDay: load }, share).stretch);
}

/**
 * How much of the bound the worst wait used up. The bound of `weigh` supposes a step on every day
 * and somebody who can be reached, so to it are added the days in the wait on which nobody was
 * reached, and a rest of 30 days for each time that this person was tried in vain:
 *
 *     wait ≤ r (10 L + 1.13) + 2 N + days without a step + 30 × attempts in vain
 */
function boundUsed({ waits, load }: Outcome, people: number): number {
  const restDays = 30;
  return waits.reduce((most, { rhythmDays, days, withoutStep, attempts }) => {
    const bound = longestNeglect(rhythmDays, Math.max(1, load), people);
    return Math.max(most, days / (bound + withoutStep + restDays * attempts));
  }, 0);
}

function rowOf(name: string, duties: boolean, outcome: Outcome): RuleRow {
  return {
    name,
    duties,
    promisesKept: rounded(outcome.promisesKept),
    complaintsAnswered: rounded(outcome.complaintsAnswered),
    rhythmKept: rounded(outcome.rhythmKept),
    longestNeglect: rounded(outcome.longestNeglect),
    daysWithPick: outcome.daysWithPick,
    neverReached: outcome.neverReached,
  };
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
