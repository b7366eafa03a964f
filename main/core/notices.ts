import type { WaitingNotice } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';
import type { Host, Notice } from './host.ts';
import { newId } from './journal/new-id.ts';
import { refuseWhileLocked } from './window-lock/while-locked.ts';
import type { WindowLock } from './window-lock/window-lock.ts';

/** What came of something that was done from a notice. */
export interface NoticeOutcome {
  /** The journal's step, so that it can be undone. */
  step: string;
  /** What was done, in a word or two. */
  said: string;
}

/** A notice, and what the core does about it. */
export interface ShownNotice extends Notice {
  /** It is about what came up while nobody was there. */
  missed?: boolean;
  /** The machine or a window has shown it. */
  shown?(): void;
  /** One of its actions was chosen, by its id. */
  answered?(action: string): NoticeOutcome;
}

/** How anything is told: by the machine where it can, else by whichever window asks first. */
export interface Notices {
  show(notice: ShownNotice): void;
  /** Hands out the notices that wait for a window, each exactly once. */
  take(): WaitingNotice[];
  /** Whether a window has any to take. */
  areWaiting(): boolean;
  /** Does what a window's person chose on a notice. Refuses when it is not known any more. */
  answer(id: string, action: string): NoticeOutcome;
}

/** A notice that waited longer, in milliseconds, is about something missed. */
const lateAfter = 15 * 60_000;
/** More than so many that waited come as one. */
const mostAtOnce = 2;
/** Notices that were handed to a window and may be answered still. */
const mostGiven = 200;

/** What the machine may show to whoever stands before a window that is locked. */
const discreet: Notice = {
  title: 'Porchlight',
  body: 'Something is due. Unlock Porchlight to see it.',
  place: '/',
};

export function createNotices(
  host: Host,
  bell: Bell,
  clock: Clock,
  lock: Pick<WindowLock, 'isLocked'>,
): Notices {
  const waiting = new Map<string, ShownNotice & { since: number }>();
  const given = new Map<string, ShownNotice>();

  const toWindows = (notice: ShownNotice) => {
    waiting.set(newId(clock), { ...notice, since: clock.now() });
    bell.ring({ type: 'notice' });
  };
  /** From the machine's notice nobody can be told of a refusal: it was done meanwhile. */
  const answered = (notice: ShownNotice) => (action: string) => {
    try {
      refuseWhileLocked({ lock }, 'reminders.answer');
      notice.answered?.(action);
    } catch (problem) {
      host.log(`“${action}” on a notice was not done`, problem);
    }
  };

  return {
    show(notice) {
      if (lock.isLocked()) {
        // Whoever unlocks is told in full; until then that there is something.
        toWindows(notice);
        host
          .notify(discreet, () => undefined)
          .catch((problem: unknown) => host.log('A notice could not be shown', problem));
        return;
      }
      const { title, body, place, actions } = notice;
      host.notify({ title, body, place, actions }, answered(notice)).then(
        (could) => {
          if (could) notice.shown?.();
          else toWindows(notice);
        },
        (problem: unknown) => {
          host.log('A notice could not be shown by the machine', problem);
          toWindows(notice);
        },
      );
    },
    take() {
      const taken = [...waiting].map(([id, notice]) => {
        given.set(id, notice);
        notice.shown?.();
        const { title, body, place, actions = [] } = notice;
        const missed = notice.missed || clock.now() - notice.since > lateAfter;
        return { id, title, body, place, missed, actions: [...actions] };
      });
      waiting.clear();
      for (const id of given.keys()) {
        if (given.size <= mostGiven) break;
        given.delete(id);
      }
      return taken.length > mostAtOnce ? [together(taken, newId(clock))] : taken;
    },
    areWaiting: () => waiting.size > 0,
    answer(id, action) {
      const outcome = given.get(id)?.answered?.(action);
      if (!outcome) throw new Refusal('not-found', 'This notice is too old to be answered here.');
      return outcome;
    },
  };
}

/** Several that came up while no window was open, in one calm notice. */
function together(all: readonly WaitingNotice[], id: string): WaitingNotice {
  const [first, second] = all.map(({ title }) => title);
  return {
    id,
    title: `While you were away: ${all.length} notices`,
    body: `${first} · ${second} · and ${all.length - 2} more`,
    place: '/today',
    missed: all.every(({ missed }) => missed),
    actions: [],
  };
}
