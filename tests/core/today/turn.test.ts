import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../main/core/today/choose.ts';
import type { Candidate } from '../../../main/core/today/facts.ts';
import { paceOf } from '../../../main/core/today/pace.ts';
import type { Reason } from '../../../shared/contract/contract.ts';

const promise = (daysLate = 0): Reason => ({
  kind: 'promise',
  followUpId: 'f',
  text: 'Send the quote',
  dueDay: '2026-03-02',
  daysLate,
});
const voice = (tone: 'complaint' | 'question' | 'praise' | 'plain', daysWaiting = 0): Reason => ({
  kind: 'voice',
  mentionId: 'm',
  tone,
  daysWaiting,
  excerpt: '',
  sourceName: '',
});
const date = (inDays = 2): Reason => ({
  kind: 'date',
  label: '',
  dateKind: 'birthday',
  day: '2026-03-04',
  inDays,
  wholeMonth: false,
  years: null,
});
const silence = (daysOver: number, rhythmDays = 30): Reason => ({
  kind: 'silence',
  silentDays: rhythmDays + daysOver,
  rhythmDays,
  lastSpokeDay: '2026-01-01',
});
const fresh: Reason = { kind: 'new', addedDay: '2026-03-01', days: 1 };

/** Somebody with these reasons; the silence among them says how far their rhythm is used up. */
function candidate(reasons: Reason[], more: Partial<Candidate> = {}): Candidate {
  const quiet = reasons.find((reason) => reason.kind === 'silence');
  const silentDays = quiet?.silentDays ?? 6;
  const stretch = silentDays / (quiet?.rhythmDays ?? 30);
  return { customerId: 'somebody', reasons, silentDays, stretch, putOffYesterday: false, ...more };
}

/** The first reason of each, in the order in which they would be named. */
const ordered = (load: number, ...candidates: Candidate[]) =>
  inOrder(candidates, paceOf(load)).map(({ reasons }) => reasons[0]);

/** Each of these goes before all that follow, whatever the order in which they come. */
function expectOrder(load: number, ...reasons: Reason[]) {
  const all = reasons.map((reason) => candidate([reason]));
  expect(ordered(load, ...all.toReversed())).toEqual(reasons);
}

test('where there is time, the reasons go in the order of the design', () => {
  expectOrder(
    0.8,
    promise(),
    promise(9),
    promise(1),
    voice('complaint', 1),
    voice('complaint', 0),
    promise(-1),
    date(0),
    promise(-2),
    silence(4),
    voice('question', 0),
    voice('praise', 3),
    voice('plain', 0),
    date(1),
    date(3),
    silence(3),
    silence(0),
    fresh,
    silence(-5),
  );
});

test('somebody who complained and has a promise due besides goes before either', () => {
  const both = candidate([promise(6), voice('complaint', 1)], { customerId: 'both' });
  const due = candidate([promise(0)], { customerId: 'due' });
  const angry = candidate([voice('complaint', 1)], { customerId: 'angry' });
  const early = candidate([promise(-1), voice('complaint')], { customerId: 'early' });
  const order = inOrder([early, angry, due, both], paceOf(1));
  expect(order.map(({ customerId }) => customerId)).toEqual(['both', 'due', 'angry', 'early']);
});

test('a birthday of today does not pass for somebody who is overdue, whatever their rhythm', () => {
  expectOrder(1.9, date(0), silence(20, 14), silence(3, 14));
  expectOrder(1.9, date(0), silence(40), silence(6));
});

test('words and coming dates wait for somebody who is more than three days overdue', () => {
  expectOrder(0.8, voice('praise'), date(), silence(3, 14));
  expectOrder(0.8, silence(4), voice('question'), voice('praise'), date());
});

test('promises and complaints are taken first however far others are overdue', () => {
  expectOrder(1, promise(), voice('complaint'), promise(-1), silence(80));
  expectOrder(
    30,
    promise(),
    voice('complaint', 1),
    promise(3),
    promise(-1),
    promise(-4),
    silence(600),
  );
});

test('in a crowded house the most stretched goes before dates and words, also before it is overdue', () => {
  expectOrder(
    2.5,
    promise(-3),
    silence(10),
    silence(20, 91),
    silence(-5),
    date(0),
    voice('praise'),
  );
});

test('whoever has waited for more than four times the load goes before everything', () => {
  expectOrder(1, silence(91), promise(), voice('complaint', 1), date(0));
  expectOrder(1, promise(), silence(90));
  expectOrder(10, silence(1171), promise());
  expectOrder(10, promise(), silence(1170));
});

test('words that have waited for more than a month are not forgotten, only no longer pressing', () => {
  expectOrder(0.8, voice('complaint', 30), silence(0), fresh, voice('complaint', 31));
  expectOrder(0.8, voice('praise', 7), silence(0), fresh, voice('praise', 8));
});

test('whoever was put off yesterday comes after all others, except for a promise that is due', () => {
  const late = candidate([silence(40)], { customerId: 'put off', putOffYesterday: true });
  const promised = candidate([promise()], { customerId: 'promised', putOffYesterday: true });
  const greeting = candidate([fresh], { customerId: 'new' });
  const angry = candidate([voice('complaint')], { customerId: 'angry' });
  const order = inOrder([late, greeting, promised, angry], paceOf(1));
  expect(order.map(({ customerId }) => customerId)).toEqual([
    'promised',
    'angry',
    'new',
    'put off',
  ]);
});

test('the order is the same however the candidates come in: turn, stretch, longest silence, then id', () => {
  const one = candidate([silence(30)], { customerId: 'b' });
  const same = candidate([silence(30)], { customerId: 'a' });
  const longer = candidate([silence(90, 90)], { customerId: 'c' });
  const nobody = candidate([], { customerId: 'without a reason', stretch: 9 });
  fc.assert(
    fc.property(fc.shuffledSubarray([one, same, longer, nobody], { minLength: 4 }), (shuffled) => {
      const order = inOrder(shuffled, paceOf(1)).map(({ customerId }) => customerId);
      expect(order).toEqual(['c', 'a', 'b']);
    }),
  );
});
