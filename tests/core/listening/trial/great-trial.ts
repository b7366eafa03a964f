import {
  mostMegabytes,
  openTrial,
  startFarEnds,
  type Tally,
  type Trial,
  type Turn,
  wordsOf,
} from './run-trial.ts';
import { planTown } from './town.ts';

/** What became of one fault. */
export interface FaultReport {
  fault: string;
  told: string;
  isNamed: boolean;
}

export interface TrialReport {
  sources: number;
  healthy: number;
  turns: Record<string, Turn>;
  tallies: Record<string, Tally>;
  faults: FaultReport[];
  /** Healthy sources that are not well at the end. */
  unwell: string[];
  lines: string[];
  /** The most memory that this process ever held, in megabytes. */
  megabytes: number;
}

/**
 * Gathers a whole town with faults mixed in, on three days: the first with every fault, the second
 * with the network pulled in the middle and put back, the third ten days later.
 */
export async function greatTrial(count: number): Promise<TrialReport> {
  const far = await startFarEnds(count);
  const turns: Record<string, Turn> = {};
  const tallies: Record<string, Tally> = {};
  try {
    const town = planTown(count);
    const trial = await openTrial(town, far.routes);
    turns.first = must(await trial.gather(true));
    const faults = await tellFaults(trial);
    await inTurn(trial);
    tallies.first = trial.tally(1);

    await far.tell({ type: 'day', day: 2 });
    trial.wait(24 * 60);
    const middle = { after: Math.floor(count / 2), happens: () => far.tell({ type: 'pull' }) };
    turns.pulled = must(await trial.gather(true, middle));
    tallies.pulled = trial.tally(2);
    await far.tell({ type: 'put back' });
    trial.wait(24 * 60);
    turns['put back'] = must(await trial.gather(true));
    await inTurn(trial);
    tallies['put back'] = trial.tally(2);

    await far.tell({ type: 'day', day: 3 });
    trial.wait(10 * 24 * 60);
    turns.third = must(await trial.gather(true));
    await inTurn(trial);
    tallies.third = trial.tally(3);
    const unwell = [...(await trial.sources())].flatMap(([index, source]) =>
      town[index]?.fault || source.health === 'well'
        ? []
        : [`${source.name}: ${source.healthWords}`],
    );
    await trial.close();
    return {
      sources: town.length,
      healthy: town.filter((source) => !source.fault).length,
      turns,
      tallies,
      faults,
      unwell,
      lines: trial.lines,
      megabytes: mostMegabytes(),
    };
  } finally {
    far.close();
  }
}

/** The healthy sources of the same town gathered without the others, for comparing the time. */
export async function gatherAlone(count: number): Promise<Turn> {
  const far = await startFarEnds(count);
  const alone = await openTrial(planTown(count, false), far.routes);
  const turn = must(await alone.gather(true));
  await alone.close();
  far.close();
  return turn;
}

/** Gathers what waits its turn, minute by minute. */
async function inTurn(trial: Trial): Promise<void> {
  for (let minute = 0; minute < 8; minute++) {
    trial.wait(1.1);
    await trial.gather(false);
  }
}

async function tellFaults(trial: Trial): Promise<FaultReport[]> {
  const sources = await trial.sources();
  return trial.town.flatMap(({ index, fault }) => {
    if (!fault) return [];
    const source = sources.get(index);
    const told = source?.lastError ?? source?.healthWords ?? '';
    const words =
      fault === '301' ? /has moved, and we follow it/ : (wordsOf[fault] ?? /^All is well/);
    return [{ fault, told, isNamed: words.test(told) }];
  });
}

function must(turn: Turn | null): Turn {
  if (!turn) throw new Error('There was nothing to gather.');
  return turn;
}
