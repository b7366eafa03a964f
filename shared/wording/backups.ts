import type { Backup } from '../contract/contract.ts';
import { fullDay } from './days.ts';

type Holdings = NonNullable<Backup['holds']>;

const reasons: Record<NonNullable<Backup['reason']>, string> = {
  day: 'the day’s first start',
  asked: 'you asked for it',
  migration: 'before a new version',
  import: 'before a large file',
  'before-restore': 'before another was brought back',
  restored: 'after it was brought back',
  forgotten: 'after somebody was forgotten',
};

/** Why a backup was made: "before a large file"; empty when that is not known. */
export function backupReason({ reason }: Pick<Backup, 'reason'>): string {
  return reason ? reasons[reason] : '';
}

/** When a backup was made: "Monday 2 March, 08:00"; without the hour when that is not known. */
export function backupMoment({ day, at }: Pick<Backup, 'day' | 'at'>, today: string, zone: string) {
  if (at === null) return fullDay(day, today);
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at);
  return `${fullDay(day, today)}, ${time}`;
}

const kinds = [
  ['people', 'person', 'people'],
  ['conversations', 'conversation', 'conversations'],
  ['notes', 'note', 'notes'],
  ['followUps', 'promise', 'promises'],
  ['lessons', 'lesson', 'lessons'],
  ['mentions', 'mention', 'mentions'],
] as const;

/** What a house holds: "148 people, 1,204 conversations". What there is none of is left out. */
export function holdingsWords(holds: Holdings, most: number = kinds.length) {
  const parts = kinds
    .filter(([kind]) => holds[kind] > 0)
    .slice(0, most)
    .map(([kind, one, many]) => `${number(holds[kind])} ${holds[kind] === 1 ? one : many}`);
  return parts.join(', ') || 'nobody yet';
}

/** What is other in a backup than now, a line for each kind: "people", 148, 140. */
export function holdingsChanges(then: Holdings, now: Holdings) {
  return kinds
    .filter(([kind]) => then[kind] !== now[kind])
    .map(([kind, , label]) => ({ kind, label, now: now[kind], past: then[kind] }));
}

/** Bytes as people read them: "240 kilobytes", "1.4 gigabytes". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kilobytes`;
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte'];
  const shown = size.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${shown} ${unit}${shown === '1' ? '' : 's'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
