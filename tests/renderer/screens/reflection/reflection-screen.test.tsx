import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import ReflectionScreen from '../../../../renderer/screens/reflection/reflection-screen.tsx';
import type { HonestNumbers } from '../../../../shared/contract/contract.ts';
import { type Answers, show } from '../../app/show.tsx';

const share = (met: number, of: number) => ({ met, of });

const numbers: HonestNumbers = {
  from: '2026-02-01',
  until: '2026-03-02',
  figures: {
    ...{ steps: share(4, 30), people: share(3, 6), heard: share(1, 7), answered: share(4, 7) },
    ...{ promises: share(0, 0), 'two-way': share(3, 3), complaints: share(1, 2) },
    ...{ told: share(0, 1), back: share(1, 3), 'back-unasked': share(1, 1) },
  },
  tones: { complaint: 2, question: 1, praise: 1, plain: 3 },
  unanswered: { noted: 1, letGo: 0, waiting: 2 },
  howSoon: {
    ...{ known: 3, median: 172_800_000, spread: [1, 1, 0, 1] },
    slowest: { id: '018f0000-0000-7000-8000-000000000001', after: 860_400_000 },
  },
  notesReturns: true,
};

const week = {
  ...{ week: '2026-03-02', askedDay: '2026-03-02', nextDay: '2026-03-09' },
  questions: [{ key: 'heard-01', text: 'What did you hear?', answer: '' }],
};

/** The screen, and what it asked of a procedure. */
function showReflection(answers: Answers = {}) {
  const { calls } = show(<ReflectionScreen />, {
    path: '/reflection',
    answers: {
      'reflection.week': () => week,
      'reflection.leaps': () => [],
      'reflection.numbers': () => numbers,
      'reflection.journal': () => ({ entries: [], ofOthers: 0 }),
      'counter.get': () => ({ colleagues: [], present: null }),
      'drafts.get': () => ({ text: '' }),
      ...answers,
    },
  });
  return {
    inputs: (wanted: string) =>
      calls.filter(({ path }) => path === wanted).map(({ input }) => input),
  };
}

const row = (name: RegExp) => screen.findByRole('row', { name });

test('each number is said with what it is counted of, and leads to those behind it', async () => {
  showReflection();
  const people = within(await row(/People turned to/));
  expect(people.getByRole('link', { name: '3 of 6 people' }).getAttribute('href')).toBe(
    '/reflection/people?over=month&part=met',
  );
  expect(people.getByRole('link', { name: /the other 3/ }).getAttribute('href')).toBe(
    '/reflection/people?over=month&part=rest',
  );
  expect(within(await row(/Promises kept in time/)).getByText('no promises yet')).toBeDefined();
  expect((await row(/Voices answered/)).textContent).toContain('the other 3: 1 noted, 2 waiting');
  expect((await row(/Within three days/)).textContent).toContain('1 of 3');
  expect(screen.getByText(/no proof that one thing led to the other/)).toBeDefined();
  expect(screen.getByText(/had an answer within 2 days/).textContent).toBe(
    'Half of them, the median, had an answer within 2 days. The slowest waited 9 days. Of one it is not known when.',
  );
});

test('another time is asked for, and stays in the address', async () => {
  const { inputs } = showReflection();
  fireEvent.click(await screen.findByRole('radio', { name: 'A season' }));
  await waitFor(() => expect(window.location.search).toBe('?over=season'));
  await waitFor(() => expect(inputs('reflection.numbers').at(-1)).toEqual({ over: 'season' }));
});

test('a worry rests until its season is over, and can be put away then', async () => {
  const leap = {
    ...{ id: '018f0000-0000-7000-8000-000000000002', worry: 'Too dear', putAway: false },
    ...{ namedDay: '2025-12-02', dueDay: '2026-03-02' },
  };
  const { inputs } = showReflection({
    'reflection.leaps': () => [
      leap,
      { ...leap, id: leap.id.replace(/2$/, '3'), worry: 'Too slow', dueDay: '2026-03-03' },
    ],
    'reflection.putLeapAway': () => ({ step: 's' }),
  });
  const due = within(
    await screen.findByRole('region', { name: 'The worry you named, and what happened' }),
  );
  expect(
    await due.findByText(/7 voices came, 1 with praise, 1 with a question, 2 with a/),
  ).toBeDefined();
  const resting = within(screen.getByRole('region', { name: 'The worry you named' }));
  expect(resting.getByText(/comes back on Tuesday 3 March/)).toBeDefined();
  expect(resting.queryByRole('button', { name: 'Put it away' })).toBeNull();
  fireEvent.click(due.getByRole('button', { name: 'Put it away' }));
  await waitFor(() =>
    expect(inputs('reflection.putLeapAway')).toEqual([{ id: leap.id, away: true }]),
  );
});
