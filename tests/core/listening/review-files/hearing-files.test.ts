import { expect, test } from 'vitest';
import { openHouse } from '../../../support/open-house.ts';
import { file, takeoutReview } from './files.ts';

const words = 'The rye was still warm when I carried it home.';
const takeout = (...list: object[]) => file('reviews.json', { reviews: list });
const table = (...lines: string[]) =>
  file('guest book.csv', ['Author,Date,Rating,Review', ...lines].join('\n'));
const inTable = table(`Otto Kern,2026-02-01,4,"${words}"`);

async function opened() {
  const house = await openHouse();
  const list = async () => (await house.client.mentions.list({})).rows;
  return { ...house, list };
}

test('a person’s rules are kept with reviews out of a file, in the one step that brings them', async () => {
  const { client, list } = await opened();
  await client.rules.keep({ starsAtMost: 2, does: 'star' });
  await client.rules.keep({ author: 'Otto Kern', does: 'let-go' });
  await client.rules.ignore({ terms: ['lottery'], alsoStored: false });
  const { step } = await client.sources.importReviews(
    takeout(
      takeoutReview('a', { starRating: 'ONE' }),
      takeoutReview('b', { reviewReply: { comment: 'Thank you, Otto!' } }),
      takeoutReview('c', {
        reviewer: { displayName: 'Win Now' },
        comment: 'A lottery for everybody',
      }),
    ),
  );
  const became = Object.fromEntries(
    (await list()).map(({ excerpt, state, starred }) => [excerpt, [state, starred]]),
  );
  expect(became).toEqual({
    'Good bread a': ['let-go', true],
    'Good bread b': ['answered', false],
    'A lottery for everybody': ['let-go', false],
  });
  await client.journal.undo({ step: step ?? '' });
  expect(await list()).toEqual([]);
});

test('a review that another source brought before is a second place of it, until that is undone', async () => {
  const { client, list } = await opened();
  await client.sources.importReviews(inTable);
  const [before] = await list();
  const brought = await client.sources.importReviews(
    takeout(takeoutReview('a', { comment: words }), takeoutReview('b')),
  );
  const sources = async () =>
    (await client.sources.list()).map(({ name, mentions, newMentions }) => [
      name,
      mentions,
      newMentions,
    ]);
  expect(await sources()).toEqual([
    ['Google reviews', 2, 1],
    ['Guest book', 1, 1],
  ]);
  expect((await list()).map(({ excerpt, places }) => [excerpt, places])).toEqual(
    expect.arrayContaining([
      [words, 2],
      ['Good bread b', 1],
    ]),
  );
  expect((await client.house.counts()).newMentions).toBe(2);
  await client.mentions.snooze({ ids: [before?.id ?? ''], until: '2026-04-01' });
  expect((await sources())[1]).toEqual(['Guest book', 1, 0]);
  await client.journal.undo({});
  await client.journal.undo({ step: brought.step ?? '' });
  expect(await list()).toEqual([before]);
});

test('what it learns from the second place is unlearnt with it', async () => {
  const { client, list } = await opened();
  const plain = file('guest book.csv', `Author,Date,Review\nOtto Kern,2026-02-01,"${words}"`);
  await client.sources.importReviews({ ...plain, as: 'reviews' });
  const { step } = await client.sources.importReviews(
    takeout(takeoutReview('a', { comment: words, starRating: 'ONE' })),
  );
  expect(await list()).toMatchObject([{ places: 2, rating: { value: 1 }, tone: 'complaint' }]);
  await client.journal.undo({ step: step ?? '' });
  expect(await list()).toMatchObject([{ places: 1, rating: null, tone: 'plain' }]);
});

test('an answer in a file is shown where the voice is heard, and comes once', async () => {
  const { client, list } = await opened();
  await client.sources.importReviews(inTable);
  const [heard] = await list();
  const answered = takeout(
    takeoutReview('a', { comment: words, reviewReply: { comment: 'Come again!' } }),
  );
  await client.sources.importReviews(answered);
  expect(await list()).toMatchObject([{ id: heard?.id, state: 'answered', places: 2 }]);
  const whole = await client.mentions.get({ id: heard?.id ?? '' });
  expect(whole.answer).toMatchObject({ text: 'Come again!' });
  expect(await client.sources.importReviews(answered)).toMatchObject({ step: null, already: 1 });

  // What was answered stays where it was heard, also without its source.
  await client.sources.remove({ id: heard?.sourceId ?? '' });
  expect(await list()).toMatchObject([{ id: heard?.id, state: 'answered', places: 2 }]);
  const again = await client.mentions.get({ id: heard?.id ?? '' });
  expect(again.answer).toMatchObject({ text: 'Come again!' });
});
