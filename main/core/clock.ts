import { Temporal } from 'temporal-polyfill';

/** What the program knows about time. The only source of it: nothing else asks the machine. */
export interface Clock {
  /** The present instant in milliseconds since the Unix epoch. */
  now(): number;
  /** The person's IANA time zone, such as `Europe/Rome`. */
  zone(): string;
  /** The person's local day, `YYYY-MM-DD`. */
  today(): string;
  /** Milliseconds between the machine's clock and this one, for handing to a worker thread. */
  offset: number;
  /**
   * Calls `run` once that instant (ms since the Unix epoch) has come; gives back what calls it
   * off. It keeps nothing alive, and after a sleep or a set clock it may be late: whoever needs it
   * to the minute asks anew when `time-watch.ts` has rung.
   */
  wake(at: number, run: () => void): () => void;
}

export interface ClockOptions {
  /** Milliseconds to add to the machine's clock; 0 or absent lives in the present. */
  offset?: number;
  /** IANA time zone; the machine's own when absent. */
  zone?: string;
}

/** A clock that runs at the machine's pace, shifted by `offset` milliseconds. */
export function createClock(options: ClockOptions = {}): Clock {
  const offset = options.offset ?? 0;
  const ofMachine = machineZone();
  const zone = () => options.zone ?? ofMachine();
  const now = () => Date.now() + offset;
  return {
    now,
    zone,
    offset,
    today: () => localDay(now(), zone()),
    wake: (at, run) => wakeAt(at, now, run),
  };
}

/** The longest that a timer of Node can be set, in milliseconds. */
const longestTimer = 2_147_483_647;

function wakeAt(at: number, now: () => number, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const arm = () => {
    timer = setTimeout(
      () => (now() < at ? arm() : run()),
      Math.max(0, Math.min(at - now(), longestTimer)),
    );
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}

/** The machine's zone, asked once a minute: asking is slow, and a traveller can wait that long. */
function machineZone(): () => string {
  let known = '';
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - askedAt > 60_000) {
      known = Intl.DateTimeFormat().resolvedOptions().timeZone;
      askedAt = performance.now();
    }
    return known;
  };
}

/**
 * The offset that makes a clock started now show the given local date and time
 * (`2026-03-02T08:00`, also without minutes' seconds). Throws a RangeError on anything else.
 */
export function offsetTo(localDateTime: string, zone: string): number {
  const wanted = Temporal.PlainDateTime.from(localDateTime).toZonedDateTime(zone);
  return wanted.epochMilliseconds - Date.now();
}

/** The local day `YYYY-MM-DD` of an instant in a zone. */
export function localDay(instant: number, zone: string): string {
  return local(instant, zone).toPlainDate().toString();
}

/** The local time `HH:MM` of an instant in a zone, its seconds left out. */
export function localTime(instant: number, zone: string): string {
  return local(instant, zone).toPlainTime().toString().slice(0, 5);
}

/**
 * The instant of a local day and time in a zone. A time that the clocks leave out is as much
 * later, and one that comes twice is the second.
 */
export function instantOf(day: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, {
    disambiguation: 'later',
  }).epochMilliseconds;
}

function local(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
