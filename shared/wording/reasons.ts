import type { Reason } from '../contract/contract.ts';
import { sometimeIn } from './dates.ts';
import { daysBetween, fullDay, relativeDay } from './days.ts';
import { capital, type Pronouns, pronounsOf } from './pronouns.ts';

/** A piece of a sentence; `lamp` marks the words that the lamp shines on. */
export interface Piece {
  text: string;
  lamp?: boolean;
}

/**
 * Why somebody is named today, in one or two plain sentences: the two heaviest reasons.
 * `today` is the local day, `pronouns` as the person gave them.
 */
export function reasonPieces(reasons: readonly Reason[], pronouns: string, today: string): Piece[] {
  const who = pronounsOf(pronouns);
  const said = reasons.slice(0, 2).map((reason) => clause(reason, who, today));
  return said.flatMap((pieces, index) => [
    ...(index > 0 ? [{ text: ' ' }] : []),
    ...pieces,
    { text: '.' },
  ]);
}

/** The same as plain text. */
export function reasonSentence(
  reasons: readonly Reason[],
  pronouns: string,
  today: string,
): string {
  return reasonPieces(reasons, pronouns, today)
    .map((piece) => piece.text)
    .join('');
}

function clause(reason: Reason, who: Pronouns, today: string): Piece[] {
  switch (reason.kind) {
    case 'promise':
      return promised(reason, today);
    case 'voice':
      return spoke(reason, who);
    case 'date':
      return comes(reason, who, today);
    case 'silence':
      return silent(reason, who, today);
    case 'new':
      return [
        { text: `${capital(who.subject)} ${who.plural ? 'are' : 'is'} new here; ` },
        { text: 'say hello', lamp: true },
      ];
  }
}

function promised(reason: Extract<Reason, { kind: 'promise' }>, today: string): Piece[] {
  const due =
    reason.daysLate > 0
      ? `, due ${relativeDay(reason.dueDay, today)}`
      : reason.daysLate === 0
        ? ', due today'
        : `, due ${onDay(reason.dueDay, today)}`;
  return [{ text: 'You promised: ' }, { text: lowered(reason.text), lamp: true }, { text: due }];
}

function spoke(reason: Extract<Reason, { kind: 'voice' }>, who: Pronouns): Piece[] {
  const verbs = {
    complaint: `${who.plural ? 'were' : 'was'} not happy`,
    question: 'asked something',
    praise: 'said something kind',
    plain: 'said something',
  };
  const waited =
    reason.daysWaiting <= 0
      ? 'today'
      : reason.daysWaiting === 1
        ? 'yesterday'
        : `${reason.daysWaiting} days ago`;
  return [
    { text: `${capital(who.subject)} ` },
    { text: verbs[reason.tone], lamp: true },
    { text: ` (${reason.sourceName}, ${waited}), and nobody has answered yet` },
  ];
}

function comes(reason: Extract<Reason, { kind: 'date' }>, who: Pronouns, today: string): Piece[] {
  const named = reason.label.trim();
  const what =
    reason.dateKind === 'birthday'
      ? named || `${who.possessive} birthday`
      : named || `${who.possessive} date`;
  const years = reason.years && reason.years > 0 ? ` (${reason.years})` : '';
  return [
    { text: `${capital(what)}${years}`, lamp: true },
    { text: ` is ${reason.wholeMonth ? sometimeIn(reason.day, today) : onDay(reason.day, today)}` },
  ];
}

function silent(
  reason: Extract<Reason, { kind: 'silence' }>,
  who: Pronouns,
  today: string,
): Piece[] {
  if (reason.lastSpokeDay === null) {
    return [
      { text: 'You have ' },
      { text: 'not spoken yet', lamp: true },
      { text: ` since you added ${who.object} ${span(reason.silentDays)} ago` },
    ];
  }
  const left = reason.rhythmDays - reason.silentDays;
  if (left > 0) {
    return [
      { text: `You like to speak every ${every(reason.rhythmDays)}; ` },
      { text: `that comes round ${left === 1 ? 'tomorrow' : `in ${span(left)}`}`, lamp: true },
    ];
  }
  const last = daysBetween(reason.lastSpokeDay, today);
  return [
    { text: `You like to speak every ${every(reason.rhythmDays)}; ` },
    { text: left < 0 ? `it has been ${span(last)}` : `it has been ${span(last)} now`, lamp: true },
  ];
}

/** "on Friday", "tomorrow", "on Monday 30 March". */
function onDay(day: string, today: string): string {
  const ahead = daysBetween(today, day);
  if (ahead >= -1 && ahead <= 1) return relativeDay(day, today);
  return ahead > 1 && ahead < 7 ? `on ${relativeDay(day, today)}` : `on ${fullDay(day, today)}`;
}

/** A length of time as people say it: "five weeks" stays "5 weeks", the plain way. */
function span(days: number): string {
  const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (days < 14) return some(days, 'day');
  if (days < 60) return some(Math.round(days / 7), 'week');
  if (days < 345) return some(Math.round(days / 30.44), 'month');
  return some(Math.max(1, Math.round(days / 365.25)), 'year');
}

function every(days: number): string {
  return span(days).replace(/^1 /, '');
}

/** A promise inside a sentence: its first letter small, unless the word is all capitals or a name may follow. */
function lowered(text: string): string {
  const [first = '', second = ''] = text;
  return second && second === second.toLocaleLowerCase()
    ? first.toLocaleLowerCase() + text.slice(first.length)
    : text;
}
