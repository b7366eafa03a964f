import { sometimeIn } from '../../../shared/wording/dates.ts';
import { fullDay, relativeDay } from '../../../shared/wording/days.ts';
import { reasonSentence } from '../../../shared/wording/reasons.ts';
import { shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { getCustomer } from '../people/get.ts';
import { pickOfToday } from '../today/pick.ts';
import type { DateDue } from './dates-due.ts';
import type { Due } from './due.ts';
import type { FollowUpDue } from './follow-ups-due.ts';

/** What a notice says, and where it leads. */
export interface Said {
  title: string;
  body: string;
  place: string;
}

/** How many things a notice about several names. */
const mostNamed = 3;

/** Why several are told at once: they were missed, or they come together. */
export type Why = 'closed' | 'away' | 'together';

/** One reminder, as a notice says it; null when the day names nobody. */
export function sayOne(house: House, due: Due): Said | null {
  if (due.kind === 'morning') return sayMorning(house);
  return due.kind === 'date'
    ? sayDate(due, house.clock.today())
    : sayFollowUp(due, house.clock.today());
}

/** Several reminders in one calm notice. */
export function saySeveral(house: House, all: readonly Due[], why: Why): Said {
  const others = all.filter((due) => due.kind !== 'morning');
  const morning = others.length < all.length ? sayMorning(house) : null;
  if (morning) return { ...morning, body: `Also: ${countedKinds(others)}.` };
  const named = others.slice(0, mostNamed).map((due) => nameOf(due, house.clock.today()));
  const more = others.length - named.length;
  const counted = countedKinds(others);
  return {
    title: {
      closed: `While Porchlight was closed: ${counted}`,
      away: `While you were away: ${counted}`,
      together: `${capital(counted)} are waiting`,
    }[why],
    body: [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(' · '),
    place: others.every(({ kind }) => kind === 'follow-up') ? '/follow-ups' : '/today',
  };
}

/** A date, its day first: "Thursday: Rosa Rossi’s birthday", "Sometime in May: …". */
export function dateTitle(
  due: Pick<DateDue, 'name' | 'dateKind' | 'label' | 'day' | 'wholeMonth'>,
  today: string,
) {
  const usual = { birthday: 'birthday', anniversary: 'anniversary', other: 'day to remember' };
  const when = due.wholeMonth ? sometimeIn(due.day, today) : relativeDay(due.day, today);
  return `${capital(when)}: ${due.name}’s ${due.label || usual[due.dateKind]}`;
}

function sayFollowUp({ row }: FollowUpDue, today: string): Said {
  const due = `due ${relativeDay(row.due_day, today)}${row.due_time ? ` at ${row.due_time}` : ''}`;
  return {
    title: shortened(row.text),
    body: row.name ? `${row.name} · ${due}` : capital(due),
    place: `/follow-ups?follow-up=${row.id}`,
  };
}

function sayDate(due: DateDue, today: string): Said {
  const years = due.years ? `, ${due.years} years` : '';
  return {
    title: dateTitle(due, today),
    body: `${due.wholeMonth ? 'The day is not known' : fullDay(due.day, today)}${years}`,
    place: `/people/${due.customerId}`,
  };
}

function sayMorning(house: House): Said | null {
  const pick = pickOfToday(house);
  if (pick?.state !== 'waiting') return null;
  const { name, pronouns } = getCustomer(house, pick.customerId);
  return {
    title: `Today, turn to ${name}`,
    body: reasonSentence(pick.reasons, pronouns, house.clock.today()),
    place: '/today',
  };
}

function nameOf(due: Exclude<Due, { kind: 'morning' }>, today: string): string {
  return due.kind === 'date' ? dateTitle(due, today) : shortened(due.row.text);
}

/** "3 follow-ups and a date". */
function countedKinds(all: readonly Due[]): string {
  const count = (kind: Due['kind'], one: string) => {
    const number = all.filter((due) => due.kind === kind).length;
    return number === 0 ? [] : [number === 1 ? `a ${one}` : `${number} ${one}s`];
  };
  return [...count('follow-up', 'follow-up'), ...count('date', 'date')].join(' and ');
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
