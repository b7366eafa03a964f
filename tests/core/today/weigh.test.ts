import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../main/core/today/choose.ts';
import type { Candidate } from '../../../main/core/today/facts.ts';
import { loadOf, shareForCircles } from '../../../main/core/today/load.ts';
import { weigh } from '../../../main/core/today/weigh.ts';
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
  years: null,
});
const silence: Reason = { kind: 'silence', silentDays: 35, rhythmDays: 30, lastSpokeDay: null };
const fresh: Reason = { kind: 'new', addedDay: '2026-03-01', days: 1 };

const candidate = (reasons: Reason[], stretch = 0.2, more: Partial<Candidate> = {}): Candidate => ({
  customerId: 'somebody',
  reasons,
  silentDays: Math.round(stretch * 30),
  stretch,
  putOffYesterday: false,
  ...more,
});

test('the reasons weigh in the order of the design', () => {
  const inTheirOrder = [
    candidate([promise()]),
    candidate([promise(1)]),
    candidate([voice('complaint', 1)]),
    candidate([voice('complaint')]),
    candidate([promise(-1)]),
    candidate([voice('question')]),
    candidate([voice('praise')]),
    candidate([date(0)]),
    candidate([date()]),
    candidate([silence], 1.02),
    candidate([fresh], 0.03),
  ];
  const weights = inTheirOrder.map((one) => weigh(one, 1));
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  expect(new Set(weights).size).toBe(weights.length);
});

test('duties keep their place however much the circles ask for; a date gives way', () => {
  const forgotten = candidate([silence], 6);
  expect(weigh(candidate([promise()]), 1)).toBeGreaterThan(weigh(forgotten, 1));
  expect(weigh(candidate([promise()]), 50)).toBeGreaterThan(weigh(candidate([silence], 300), 50));
  expect(weigh(candidate([date(0)]), 1)).toBeGreaterThan(weigh(candidate([silence], 1.04), 1));
  expect(weigh(candidate([date(0)]), 1)).toBeLessThan(weigh(candidate([silence], 1.3), 1));
  expect(weigh(candidate([date(0)]), 4)).toBeLessThan(weigh(candidate([silence], 2), 4));
});

test('silence has no upper end: far enough, it goes before everything', () => {
  const everything = candidate(
    [promise(9), voice('complaint', 1), voice('question', 9), date(0)],
    1,
  );
  fc.assert(
    fc.property(fc.double({ min: 1, max: 60, noNaN: true }), (load) => {
      const beyond = candidate([silence], 8 * load + 1.13 + 1.001);
      expect(weigh(beyond, load)).toBeGreaterThan(weigh(everything, load));
    }),
  );
});

test('whoever was put off yesterday counts half, except for a promise', () => {
  const yesterday = { putOffYesterday: true };
  expect(weigh(candidate([silence], 3, yesterday), 1)).toBe(1.5);
  expect(weigh(candidate([promise()], 0, yesterday), 1)).toBe(7);
});

test('the order is the same however the candidates come in: weight, longest silence, then id', () => {
  const one = candidate([silence], 2, { customerId: 'b', silentDays: 60 });
  const same = candidate([silence], 2, { customerId: 'a', silentDays: 60 });
  const longer = candidate([silence], 2, { customerId: 'c', silentDays: 180 });
  const nobody = candidate([], 9, { customerId: 'without a reason' });
  const wanted = ['c', 'a', 'b'];
  fc.assert(
    fc.property(fc.shuffledSubarray([one, same, longer, nobody], { minLength: 4 }), (shuffled) => {
      expect(inOrder(shuffled, 1).map(({ customerId }) => customerId)).toEqual(wanted);
    }),
  );
});

test('the advice counts in the days that duties take and the days without a step, once there are enough', () => {
  const asked = { people: 60, perDay: 2 };
  expect(loadOf(asked, shareForCircles({ days: 27, done: 10, duties: 9 })).stretch).toBe(2);
  const share = shareForCircles({ days: 90, done: 80, duties: 30 });
  expect(share).toBeCloseTo(0.472, 3);
  expect(loadOf(asked, share)).toEqual({ people: 60, perDay: 2, stretch: 4.2 });
  expect(shareForCircles({ days: 90, done: 80, duties: 80 })).toBe(0.25);
});
