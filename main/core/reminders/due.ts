import type { Settings } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { instantOf } from '../clock.ts';
import type { House } from '../core.ts';
import { readSettings } from '../settings/settings.ts';
import { type DateDue, datesDue } from './dates-due.ts';
import { type FollowUpDue, followUpsDue, nextFollowUpDay } from './follow-ups-due.ts';
import { isKnown, type Moment, momentOf } from './moment.ts';

/** Whom the day names. */
export interface MorningDue extends Moment {
  kind: 'morning';
  day: string;
}

export type Due = FollowUpDue | DateDue | MorningDue;

type Needs = Pick<House, 'connection' | 'clock'>;

/** What a reminder is about, by its kind: the follow-up, the date or the day. */
export function aboutOf(due: Due): string {
  if (due.kind === 'follow-up') return due.row.id;
  return due.kind === 'date' ? due.dateId : due.day;
}

/**
 * Every reminder of which nobody has heard and whose moment has come, and the next instant at
 * which another may be due. Dates are looked at only when asked for. What was written
 * after the place `since` in the journal, for a moment before that, is known to whoever wrote it.
 */
export function lookAround(
  house: Needs,
  { since, withDates }: { since: number; withDates: boolean },
): { settings: Settings; due: Due[]; next: number } {
  const settings = readSettings(house.connection);
  const now = house.clock.now();
  const followUps = followUpsDue(house, settings.morning, since);
  const day = nextFollowUpDay(house);
  const morning = morningDue(house, settings.morning);
  const ahead = [
    ...followUps.map(({ at }) => at),
    ...(day === null ? [] : [instantOf(day, '00:00', house.clock.zone())]),
    nextMorning(house, settings.morning),
  ].filter((at) => at > now);
  return {
    settings,
    due: [
      ...(morning ? [morning] : []),
      ...followUps.filter(({ at }) => at <= now),
      ...(withDates ? datesDue(house, settings, since) : []),
    ],
    next: Math.min(...ahead),
  };
}

function morningDue(house: Needs, morning: string): MorningDue | null {
  const { clock } = house;
  const day = clock.today();
  const moment = momentOf(`morning:${day}`, day, morning, clock.zone());
  if (moment.at > clock.now() || isKnown(house, moment.key)) return null;
  return { kind: 'morning', day, ...moment };
}

/** The next instant at which a day of this house begins. */
function nextMorning({ clock }: Needs, morning: string): number {
  const today = instantOf(clock.today(), morning, clock.zone());
  if (today > clock.now()) return today;
  return instantOf(addDays(clock.today(), 1), morning, clock.zone());
}
