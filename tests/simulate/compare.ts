import { loadOf, shareForCircles } from '../../main/core/today/load.ts';
import { longestNeglect } from '../../main/core/today/turn.ts';
import { fittedCircles } from '../../shared/rhythm.ts';
import { live, type Outcome } from './live.ts';
import type { Rule } from './morning.ts';
import { peers } from './peers.ts';
import { dutiesThen, porchlight } from './porchlight.ts';
import { usualCircles, type Year, yearOf } from './shop-year.ts';

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
}

/** What is told besides the table. */
export interface Remarks {
  /** By how much the app advises to stretch the rhythms. */
  stretch: number;
  birthdays: { usual: number; advised: number };
  /** The longest wait as a share of the most that `longestNeglect` allows for; at most 1. */
  boundUsed: number;
}

/** Lives one seeded year under every rule. */
export function compare(people: number, seed: number): Comparison & { remarks: Remarks } {
  const year = yearOf({ people }, seed);
  const ours = live(year, porchlight, seed);
  const row = (name: string, duties: boolean, rule: Rule) =>
    rowOf(name, duties, live(year, rule, seed));
  const rules = Object.entries(peers).flatMap(([name, rule]) => [
    row(name, false, rule),
    row(name, true, dutiesThen(rule)),
  ]);
  const { advised, stretch } = withAdvice(year, ours, seed);
  return {
    rules: [rowOf('porchlight', true, ours), ...rules],
    advised: {
      rhythmKept: rounded(advised.rhythmKept),
      longestNeglect: rounded(advised.longestNeglect),
    },
    remarks: {
      stretch,
      birthdays: { usual: ours.birthdaysKept, advised: advised.birthdaysKept },
      boundUsed: Math.max(boundUsed(ours, people), boundUsed(advised, people)),
    },
  };
}

/** The same year with the circles as the button on Today makes them after this one. */
function withAdvice(year: Year, { perDay, latest }: Outcome, seed: number) {
  const keeping = year.customers.filter(({ circle }) => circle !== 'none').length;
  const { stretch } = loadOf({ people: keeping, perDay }, shareForCircles(latest));
  return { advised: live(year, porchlight, seed, fittedCircles(usualCircles, stretch)), stretch };
}

/** How much of the bound on neglect the worst wait used up. */
export function boundUsed({ waits, perDay }: Outcome, people: number): number {
  const house = { load: Math.max(1, perDay), people };
  return waits.reduce(
    (most, { rhythmDays, days, daysWithout }) =>
      Math.max(most, days / longestNeglect(rhythmDays, house, daysWithout)),
    0,
  );
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
