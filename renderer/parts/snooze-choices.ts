import { timeOf } from '../../shared/wording/days.ts';
import type { Present } from '../app/present.ts';

/** A moment to put something off to: a local day, and perhaps a time `HH:MM` of it. */
export interface Choice {
  label: string;
  day: string;
  time: string | null;
}

const instant = (day: string) => Date.parse(`${day}T00:00:00Z`);
const written = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** `YYYY-MM-DD` some days after another. */
export function dayAfter(day: string, days: number): string {
  return written(instant(day) + days * 86_400_000);
}

/** The same day of the next month, or the last of one that is too short. */
function nextMonth(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return written(Date.UTC(year, month, Math.min(date, lastDay)));
}

/** Sensible days to put something off to. */
export function snoozeChoices(today: string): Choice[] {
  const weekday = new Date(instant(today)).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const choices = [
    { label: 'Tomorrow', day: dayAfter(today, 1), time: null },
    { label: 'Next Monday', day: dayAfter(today, toMonday), time: null },
    { label: 'In a week', day: dayAfter(today, 7), time: null },
    { label: 'In a month', day: nextMonth(today), time: null },
  ];
  return choices.filter(
    (choice, index) => choices.findIndex(({ day }) => day === choice.day) === index,
  );
}

/** The last hour of the day to which something is put off "later today". */
const lastHour = 20;

/** Sensible moments for a follow-up: later today as long as there is one, then the days. */
export function followUpChoices(
  { now, day, zone }: Present,
  due: { dueDay: string; dueTime: string | null },
): Choice[] {
  const [hour = 0, minute = 0] = timeOf(now, zone).split(':').map(Number);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const later = hour + 3 + (minute > 0 ? 1 : 0);
  const today = [
    { label: 'In an hour', hours: hour + 1, minutes: minute },
    { label: 'Later today', hours: later, minutes: 0 },
  ]
    .filter(({ hours }) => hours <= lastHour)
    .map(({ label, hours, minutes }) => ({ label, day, time: `${two(hours)}:${two(minutes)}` }));
  return [...today, ...snoozeChoices(day)].filter(
    (choice) => `${choice.day}T${choice.time ?? ''}` > `${due.dueDay}T${due.dueTime ?? ''}`,
  );
}
