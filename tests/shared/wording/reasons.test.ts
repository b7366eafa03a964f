import { expect, test } from 'vitest';
import type { Reason } from '../../../shared/contract/contract.ts';
import { reasonPieces, reasonSentence } from '../../../shared/wording/reasons.ts';

const today = '2026-03-02';
const id = '018f0000-0000-7000-8000-000000000001';

const promise = (changes: Partial<Extract<Reason, { kind: 'promise' }>> = {}): Reason => ({
  kind: 'promise',
  followUpId: id,
  text: 'Send the quote',
  dueDay: '2026-03-06',
  daysLate: -4,
  ...changes,
});
const silence = (silentDays: number, rhythmDays: number, lastSpokeDay: string | null): Reason => ({
  kind: 'silence',
  silentDays,
  rhythmDays,
  lastSpokeDay,
});
const voice = (
  tone: 'complaint' | 'question' | 'praise' | 'plain',
  daysWaiting: number,
): Reason => ({
  kind: 'voice',
  mentionId: id,
  tone,
  daysWaiting,
  excerpt: '…',
  sourceName: 'Town paper',
});

test.each<[string, Reason[], string, string]>([
  ['a promise ahead', [promise()], '', 'You promised: send the quote, due on Friday.'],
  [
    'a promise for today',
    [promise({ dueDay: today, daysLate: 0 })],
    '',
    'You promised: send the quote, due today.',
  ],
  [
    'a promise that is late',
    [promise({ dueDay: '2026-02-27', daysLate: 3 })],
    '',
    'You promised: send the quote, due 3 days ago.',
  ],
  [
    'a promise in capitals stays as it is',
    [promise({ text: 'VAT form' })],
    '',
    'You promised: VAT form, due on Friday.',
  ],
  [
    'silence beyond the rhythm',
    [silence(35, 21, '2026-01-26')],
    'she/her',
    'You like to speak every 3 weeks; it has been 5 weeks.',
  ],
  [
    'a rhythm that is nearly used up',
    [silence(24, 30, '2026-02-06')],
    'she/her',
    'You like to speak every 4 weeks; that comes round in 6 days.',
  ],
  [
    'a rhythm that is used up tomorrow',
    [silence(29, 30, '2026-02-01')],
    'she/her',
    'You like to speak every 4 weeks; that comes round tomorrow.',
  ],
  [
    'never spoken to',
    [silence(40, 30, null)],
    'she/her',
    'You have not spoken yet since you added her 6 weeks ago.',
  ],
  [
    'a complaint',
    [voice('complaint', 2)],
    'he/him',
    'He was not happy (Town paper, 2 days ago), and nobody has answered yet.',
  ],
  [
    'a question of somebody whose pronouns are unknown',
    [voice('question', 1)],
    '',
    'They asked something (Town paper, yesterday), and nobody has answered yet.',
  ],
  [
    'a birthday with its years',
    [
      {
        kind: 'date',
        dateKind: 'birthday',
        label: '',
        day: '2026-03-05',
        inDays: 3,
        wholeMonth: false,
        years: 45,
      },
    ],
    'she',
    'Her birthday (45) is on Thursday.',
  ],
  [
    'a birthday of which only the month is known',
    [
      {
        kind: 'date',
        dateKind: 'birthday',
        label: '',
        day: '2026-04-01',
        inDays: 30,
        wholeMonth: true,
        years: null,
      },
    ],
    'she',
    'Her birthday is sometime in April.',
  ],
  [
    'a date of somebody around them',
    [
      {
        kind: 'date',
        dateKind: 'other',
        label: 'ten years of the bakery',
        day: '2026-03-03',
        inDays: 1,
        wholeMonth: false,
        years: null,
      },
    ],
    '',
    'Ten years of the bakery is tomorrow.',
  ],
  [
    'somebody new',
    [{ kind: 'new', addedDay: today, days: 0 }],
    'they/them',
    'They are new here; say hello.',
  ],
])('%s', (_, reasons, pronouns, sentence) => {
  expect(reasonSentence(reasons, pronouns, today)).toBe(sentence);
});

test('the two heaviest reasons are told, and no more', () => {
  const told = reasonSentence(
    [promise(), silence(35, 21, '2026-01-26'), voice('praise', 4)],
    'she/her',
    today,
  );
  expect(told).toBe(
    'You promised: send the quote, due on Friday. You like to speak every 3 weeks; it has been 5 weeks.',
  );
});

test('the lamp shines on the words that matter', () => {
  const lit = reasonPieces([promise()], '', today).filter((piece) => piece.lamp);
  expect(lit).toEqual([{ text: 'send the quote', lamp: true }]);
});
