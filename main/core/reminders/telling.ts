import type { Settings } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { run, transaction } from '../database/connection.ts';
import { pickOfToday } from '../today/pick.ts';
import { answerFollowUp, followUpActions } from './answers.ts';
import { aboutOf, type Due } from './due.ts';
import { sayOne, saySeveral, type Why } from './words.ts';

/** Later than that by itself it was missed: the machine slept. */
const missedAfter = 15 * 60_000;
/** Whom the day names is told this long into the morning; then it is on the first screen anyway. */
const morningLasts = 3 * 3_600_000;

export interface Moment {
  settings: Settings;
  /** Nothing may be told just now. */
  quiet: boolean;
  /** The house has only just been opened. */
  atStart: boolean;
}

/** Tells what is due, each once and several in one notice. */
export interface Telling {
  /** Answers whether something waits until it may be told. */
  tell(due: readonly Due[], moment: Moment): boolean;
}

export function createTelling(house: House): Telling {
  /** What waits for quiet hours to end, and whether it was missed before they began. */
  const waiting = new Map<string, 'closed' | 'held'>();

  const missed = (due: Due, atStart: boolean): Why | null => {
    const waits = waiting.get(due.key);
    if (atStart || waits === 'closed') return 'closed';
    return waits === undefined && house.clock.now() - due.at > missedAfter ? 'away' : null;
  };

  return {
    tell(all, { settings, quiet, atStart }) {
      const wanted = all.filter((due) => isWanted(house, due, settings, atStart));
      const passed = all.filter((due) => !wanted.includes(due));
      if (quiet) {
        keep(house, passed, () => 'passed');
        for (const { key } of wanted) {
          if (!waiting.has(key)) waiting.set(key, atStart ? 'closed' : 'held');
        }
        return wanted.length > 0;
      }
      // Before anybody is told: a machine that stops in between must not tell it twice.
      keep(house, all, (due) => {
        if (!wanted.includes(due)) return 'passed';
        return missed(due, atStart) ? 'missed' : 'told';
      });
      if (wanted.length > 0) show(house, wanted, whyOf(wanted.map((due) => missed(due, atStart))));
      for (const { key } of wanted) waiting.delete(key);
      return false;
    },
  };
}

/** What was told at another time and never shown, because all stopped, was missed. */
export function notShown({ connection }: Pick<House, 'connection'>): void {
  run(connection, `UPDATE reminder SET how = 'missed' WHERE how = 'told' AND shown_at IS NULL`);
}

/** Whether a person wants to be told, and has not just written it themselves. */
function isWanted(house: House, due: Due, settings: Settings, atStart: boolean): boolean {
  if (due.kind === 'follow-up') return settings.remindFollowUps && !due.isOld;
  if (due.kind === 'date') return settings.remindDates && !due.isOld;
  const isMorning = !atStart && house.clock.now() - due.at <= morningLasts;
  return settings.remindMorning && isMorning && pickOfToday(house)?.state === 'waiting';
}

function whyOf(missed: readonly (Why | null)[]): Why {
  if (missed.includes(null)) return 'together';
  return missed.includes('closed') ? 'closed' : 'away';
}

/** Writes down what is told, or passed over. */
function keep(
  { connection, clock, bell }: House,
  all: readonly Due[],
  how: (due: Due) => 'told' | 'missed' | 'passed',
): void {
  if (all.length === 0) return;
  transaction(connection, () => {
    for (const due of all) {
      run(
        connection,
        'INSERT INTO reminder (id, kind, about_id, meant_for, how, told_at) VALUES (?, ?, ?, ?, ?, ?)',
        [due.key, due.kind, aboutOf(due), due.meantFor, how(due), clock.now()],
      );
    }
  });
  bell.ring({ type: 'changed', topics: ['reminder'] });
}

function show(house: House, wanted: readonly Due[], why: Why): void {
  const [one, another] = wanted;
  const said = one && !another ? sayOne(house, one) : saySeveral(house, wanted, why);
  if (!said) return;
  const missed = why !== 'together';
  const shown = () => {
    // The machine may say so when the house has been closed.
    if (!house.connection.open) return;
    // Where no window was open, it may be hours later.
    run(
      house.connection,
      `UPDATE reminder SET shown_at = :now,
         how = CASE WHEN how = 'told' AND :now - told_at > :late THEN 'missed' ELSE how END
       WHERE id IN (SELECT value FROM json_each(:keys))`,
      {
        now: house.clock.now(),
        late: missedAfter,
        keys: JSON.stringify(wanted.map(({ key }) => key)),
      },
    );
    house.bell.ring({ type: 'changed', topics: ['reminder'] });
  };
  if (one?.kind === 'follow-up' && !another) {
    const { id } = one.row;
    const answered = (action: string) => answerFollowUp(house, id, action);
    house.notices.show({ ...said, missed, actions: followUpActions, shown, answered });
  } else house.notices.show({ ...said, missed, shown });
}
