import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median, spread } from '../../../main/core/reflection/how-soon.ts';
import { spanOf } from '../../../main/core/reflection/span.ts';
import type { Client, Figure } from '../../../shared/contract/contract.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { openHouse, stillClock } from '../../support/open-house.ts';
import { smallTown } from './small-town.ts';

const hour = 3_600_000;
const share = (met: number, of: number) => ({ met, of });

type Asked = Parameters<Client['reflection']['numbers']>[0];

/** Who or what is behind a figure, in the words that tell it apart. */
async function behind(client: Client, figure: Figure, asked: Asked, part: 'met' | 'rest' = 'met') {
  const { total, rows } = await client.reflection.behind({ ...asked, figure, part });
  expect(rows).toHaveLength(total);
  return rows.map(({ who, words, became }) => [who, words, became].filter(Boolean).join(': '));
}

test('every number of a small town is what is counted by hand', async () => {
  const { client, hours } = await smallTown();
  const month = await client.reflection.numbers({ over: 'month' });
  expect(month).toMatchObject({ from: '2026-03-02', until: '2026-03-31', notesReturns: true });
  expect(month.figures).toEqual({
    // The 2nd Rosa, the 5th Marco, the 9th and the 14th Nkem; trying to reach Ada is no step.
    steps: share(4, 30),
    // Rosa, Marco, Nkem; of those and Jun, Ada, Lea. Otto is in the bin.
    people: share(3, 6),
    // The 2nd, 12th (Nkem), 15th, 20th, 24th, 25th, 26th.
    heard: share(1, 7),
    // The 2nd, 12th, 20th, 24th.
    answered: share(4, 7),
    // Rosa in time, Marco late by ten minutes, Nkem open, Nkem told what changed.
    promises: share(2, 4),
    // Rosa at the counter, Nkem who was heard three days later, Nkem’s review that was answered;
    // not Marco’s email, not Ada who was not reached.
    'two-way': share(3, 5),
    // Rosa came back eight days later; Marco only on the same day, Nkem only in January.
    back: share(1, 3),
    // Ada came back; Jun and Lea did not.
    'back-unasked': share(1, 3),
    // That it is slow, and not that it is cold.
    complaints: share(1, 2),
    // That it is faster was told, that there is a stove was not.
    told: share(1, 2),
  });
  expect(month.tones).toEqual({ complaint: 2, question: 1, praise: 1, plain: 3 });
  // The 15th; the 26th; the 25th.
  expect(month.unanswered).toEqual({ noted: 1, letGo: 1, waiting: 1 });
  expect(month.howSoon).toEqual({
    // Of the 24th nobody knows. 5 hours, 2 days, and 10 days in which an hour was left out.
    known: 3,
    median: 48 * hour,
    slowest: { id: hours, after: 239 * hour },
    spread: [1, 1, 0, 1],
  });

  const season = await client.reflection.numbers({ over: 'season' });
  expect(season.from).toBe('2025-12-31');
  expect(season.figures).toEqual({
    ...month.figures,
    // With 15 January (Nkem), 1 February (Otto: a step stays one) and 1 March (Jun).
    steps: share(7, 91),
    people: share(4, 6),
    // With the minute before March began.
    heard: share(1, 8),
    answered: share(4, 8),
    // With Jun’s, done two days early.
    promises: share(3, 5),
    // With Nkem, Otto and Jun.
    'two-way': share(6, 8),
    // With Nkem, five days after the call; and Jun, who did not.
    back: share(2, 4),
    'back-unasked': share(1, 2),
  });

  const year = await client.reflection.numbers({ over: 'year' });
  expect(year.from).toBe('2025-04-01');
  expect(year.figures).toEqual({
    ...season.figures,
    // With 10 July (Ada).
    steps: share(8, 365),
    people: share(5, 6),
    'two-way': share(7, 9),
    back: share(3, 5),
    // Lea alone.
    'back-unasked': share(0, 1),
  });

  const all = await client.reflection.numbers({ over: 'all' });
  expect(all.from).toBeNull();
  expect(all.figures).toEqual({
    ...year.figures,
    // With Christmas Eve; 245 days of 2024 from 1 May, 365 and 90. What was written alone began nothing.
    steps: share(9, 700),
    'two-way': share(8, 10),
  });
});

test('behind every figure are the very ones that it counts, and the others', async () => {
  const { client } = await smallTown();
  for (const asked of [{ over: 'month' }, { over: 'all' }, { since: '2026-01-15' }] as const) {
    const { figures } = await client.reflection.numbers(asked);
    for (const [name, { met, of }] of Object.entries(figures)) {
      const figure = name as Figure;
      const counted = await client.reflection.behind({ ...asked, figure, limit: 1 });
      const others = await client.reflection.behind({ ...asked, figure, part: 'rest', limit: 1 });
      const all = await client.reflection.behind({ ...asked, figure, part: 'all', limit: 1 });
      expect([figure, counted.total, others.total, all.total]).toEqual([
        ...[figure, met, of - met, of],
      ]);
    }
  }
  const month = { over: 'month' } as const;
  expect(await behind(client, 'steps', month)).toEqual(['Nkem', 'Nkem', 'Marco', 'Rosa']);
  expect(await behind(client, 'people', month, 'rest')).toEqual([
    'Ada: came back on Tuesday 10 March',
    'Jun',
    'Lea',
  ]);
  expect(await behind(client, 'back', month)).toEqual([
    'Rosa: turned to on Monday 2 March, came back on Tuesday 10 March, sent Lea',
  ]);
  expect(await behind(client, 'answered', month)).toEqual([
    'Rosa M: Answered where it was said, nobody knows when: answered',
    'Rosa M: When are you open?: answered after 9 days',
    'Nkem: Three weeks for a sole: answered after 2 days',
    'Rosa M: It is cold in there: answered after 5 hours',
  ]);
  expect(await behind(client, 'answered', month, 'rest')).toEqual([
    'Rosa M: Something else: let go',
    'Rosa M: Passing by: waits',
    'Rosa M: So kind: noted',
  ]);
  expect(await behind(client, 'promises', month, 'rest')).toEqual([
    'Nkem: Find the laces: still open',
    'Marco: Send the bill: done on Saturday 7 March',
  ]);
  expect(await behind(client, 'two-way', month, 'rest')).toEqual([
    'Ada: We spoke: Phone call, nobody reached',
    'Marco: We spoke: Email, you began',
  ]);
  expect(await behind(client, 'complaints', month)).toEqual([
    'Nkem: Three weeks for a sole: answered after 2 days',
  ]);
  expect(await behind(client, 'told', month, 'rest')).toEqual(['We are cold: A stove']);
});

test('elsewhere the days begin at another hour, and so do the numbers', async () => {
  const { client, clock } = await smallTown();
  clock.goTo('Europe/London');
  const { figures } = await client.reflection.numbers({ over: 'month' });
  // Half past eleven was half past ten, and midnight in Rome was still the first of March.
  expect(figures.heard).toEqual(share(1, 6));
  // Ten past midnight was ten past eleven: in time.
  expect(figures.promises).toEqual(share(3, 4));
});

test('an empty house has nothing to count, and says so', async () => {
  const { client } = await openHouse();
  const { figures, howSoon, notesReturns } = await client.reflection.numbers({ over: 'all' });
  expect(new Set(Object.values(figures).map(({ of }) => of))).toEqual(new Set([0]));
  expect(howSoon).toEqual({ known: 0, median: null, slowest: null, spread: [0, 0, 0, 0] });
  expect(notesReturns).toBe(false);
});

test('a letter goes both ways once it is noted that they began', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id } = await client.conversations.log({
    ...{ customerIds: [rosa], medium: 'letter', said: 'About the stairs' },
  });
  const twoWay = async () => (await client.reflection.numbers({})).figures['two-way'];
  expect(await twoWay()).toEqual(share(0, 1));
  await client.conversations.change({ id, begunBy: 'them' });
  expect(await twoWay()).toEqual(share(1, 1));
  expect(await behind(client, 'two-way', {})).toEqual([
    'Rosa: About the stairs: Letter, they began',
  ]);
});

const times = fc.array(fc.nat(40 * 24 * hour), { minLength: 1, maxLength: 40 });

test('half of the times are not above the median, half not below, in whatever order', () => {
  fc.assert(
    fc.property(times, (some) => {
      const middle = median(some) ?? Number.NaN;
      expect(some.filter((time) => time <= middle).length * 2).toBeGreaterThanOrEqual(some.length);
      expect(some.filter((time) => time >= middle).length * 2).toBeGreaterThanOrEqual(some.length);
      expect(median(some.toReversed())).toBe(middle);
      expect(median([...some, ...some])).toBe(middle);
    }),
    { numRuns: 100 },
  );
  expect(median([])).toBeNull();
  expect(median([1, 2])).toBe(1.5);
});

test('every time is in one part of the spread', () => {
  fc.assert(
    fc.property(times, (some) => {
      expect(spread(some).reduce((total, part) => total + part, 0)).toBe(some.length);
    }),
    { numRuns: 100 },
  );
  expect(spread([0, 24 * hour, 24 * hour + 1, 72 * hour, 168 * hour, 169 * hour])).toEqual([
    2, 2, 1, 1,
  ]);
});

test('a time that is counted has so many of the shop’s own days, whatever the clocks do', async () => {
  const { house } = await openHouse();
  const days = fc.integer({ min: 0, max: 4000 });
  const zones = fc.constantFrom('Europe/Rome', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Tehran');
  fc.assert(
    fc.property(days, zones, fc.integer({ min: 0, max: 23 }), (later, zone, hours) => {
      const clock = stillClock('2010-01-01T00:00', zone);
      clock.addDays(later);
      clock.addHours(hours);
      for (const [over, many] of [
        ['month', 30],
        ['season', 91],
        ['year', 365],
      ] as const) {
        const { from, until, begins, now } = spanOf(
          { connection: house.connection, clock },
          { over },
        );
        expect(until).toBe(clock.today());
        expect(daysBetween(from, until)).toBe(many - 1);
        expect(begins).toBeLessThan(now + 1);
      }
    }),
    { numRuns: 60 },
  );
});
