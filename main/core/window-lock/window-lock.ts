import { join } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import type { Clock } from '../clock.ts';
import { fits, forgetLock, type KeptLock, keepLock, makeLock, readLock } from './kept-lock.ts';

/**
 * The lock of the window: while it is locked, the core answers nobody (boundary.ts) and names
 * nobody (tray, notices). It hides what is here; the files stay as readable as they were.
 */
export interface WindowLock {
  file: string;
  isSet(): boolean;
  isLocked(): boolean;
  idleMinutes(): number;
  /** Refuses when there is no passphrase. */
  lock(): void;
  /** Refuses a wrong passphrase; after several the next attempt has to wait. */
  open(passphrase: string): Promise<void>;
  /** Takes a passphrase, in place of the current one, which is to be proven. */
  choose(passphrase: string, current: string | undefined): Promise<void>;
  /** Does away with the lock; the passphrase is to be proven. */
  remove(current: string): Promise<void>;
  /** Locks by itself after so many minutes without stirring; 0 for never. */
  idleAfter(minutes: number): void;
  /** Somebody is there. */
  stir(): void;
  close(): void;
}

export interface WindowLockOptions {
  dataFolder: string;
  clock: Clock;
  /** It was locked, opened, chosen or removed. */
  changed(): void;
}

/** So many wrong passphrases cost nothing but their own time. */
const freeAttempts = 3;
/** The longest that the next attempt has to wait, in milliseconds. */
const longestWait = 60_000;

/** The lock of a house; a house that has one is locked when it is opened. */
export function createWindowLock({ dataFolder, clock, changed }: WindowLockOptions): WindowLock {
  const file = join(dataFolder, 'window-lock.json');
  let kept = readLock(file);
  let locked = kept !== undefined;
  let wrong = 0;
  let nextAttempt = 0;
  let checking = false;
  let idleAt = Number.POSITIVE_INFINITY;
  let callOff = () => {};

  /** Refuses unless that is the passphrase. One at a time, and ever slower. */
  async function prove(lock: KeptLock | null, passphrase: string, field: string): Promise<void> {
    if (!lock) {
      throw new Refusal(
        'unreadable',
        `The file of the lock cannot be read (${file}). Close Porchlight, take that file away, and start again.`,
      );
    }
    const wait = nextAttempt - clock.now();
    // A clock that was set back must not keep anybody out for a year.
    if (wait > 0 && wait <= longestWait) throw tooSoon(wait, field);
    if (checking) throw new Refusal('in-use', 'Another passphrase is being tried just now.', field);
    checking = true;
    try {
      if (await fits(lock, passphrase)) {
        wrong = 0;
        return;
      }
    } finally {
      checking = false;
    }
    wrong += 1;
    const pause = Math.min(1000 * 2 ** (wrong - freeAttempts), longestWait);
    if (wrong >= freeAttempts) nextAttempt = clock.now() + pause;
    throw new Refusal('forbidden', 'That is not the passphrase.', field);
  }

  function become(next: KeptLock | undefined): void {
    if (next) keepLock(file, next);
    else forgetLock(file);
    kept = next;
    stir();
    changed();
  }

  function lock(): void {
    if (kept === undefined) throw new Refusal('invalid', 'Choose a passphrase first, in Settings.');
    if (locked) return;
    callOff();
    idleAt = Number.POSITIVE_INFINITY;
    locked = true;
    changed();
  }

  function stir(): void {
    callOff();
    idleAt = Number.POSITIVE_INFINITY;
    if (locked || !kept?.idleMinutes) return;
    idleAt = clock.now() + kept.idleMinutes * 60_000;
    callOff = clock.wake(idleAt, lock);
  }

  return {
    file,
    lock,
    stir,
    isSet: () => kept !== undefined,
    isLocked() {
      // After a sleep the alarm may be late.
      if (clock.now() >= idleAt) lock();
      return locked;
    },
    idleMinutes: () => kept?.idleMinutes ?? 0,
    async open(passphrase) {
      if (kept === undefined || !locked) return;
      await prove(kept, passphrase, 'passphrase');
      locked = false;
      stir();
      changed();
    },
    async choose(passphrase, current) {
      if (kept !== undefined) await prove(kept, current ?? '', 'current');
      become(await makeLock(passphrase, kept?.idleMinutes ?? 0));
    },
    async remove(current) {
      if (kept === undefined) return;
      await prove(kept, current, 'current');
      become(undefined);
    },
    idleAfter(minutes) {
      if (!kept) throw new Refusal('invalid', 'Choose a passphrase first.');
      become({ ...kept, idleMinutes: minutes });
    },
    close: () => callOff(),
  };
}

function tooSoon(wait: number, field: string): Refusal {
  const seconds = Math.ceil(wait / 1000);
  return new Refusal(
    'forbidden',
    `Please wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} before the next attempt.`,
    field,
  );
}
