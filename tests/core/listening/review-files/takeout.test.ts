import { describe, expect, test } from 'vitest';
import { all, type Connection } from '../../../../main/core/database/connection.ts';
import { openHouse } from '../../../support/open-house.ts';
import { archive, file, takeoutReview } from './files.ts';

const storedRows = (connection: Connection, table: string) =>
  all<Record<string, unknown>>(connection, `SELECT * FROM ${table} ORDER BY id`);

const reviews = (...list: object[]) => ({ reviews: list });

async function brought(content: Parameters<typeof file>[1], name = 'reviews.json') {
  const opened = await openHouse();
  const result = await opened.client.sources.importReviews(file(name, content));
  const { rows } = await opened.client.mentions.list({});
  return { ...opened, result, rows };
}

test('a file of Google Takeout becomes voices of one source, answered ones with our answer', async () => {
  const { client, house, result, rows } = await brought(
    reviews(
      takeoutReview('a', {
        reviewReply: { comment: 'Thank you, Otto!', updateTime: '2026-02-02T08:00:00Z' },
      }),
      takeoutReview('b', { starRating: 'ONE', comment: 'Stale <b>bread</b>\n& rude' }),
    ),
  );
  expect(result).toMatchObject({ added: 2, edited: 0, already: 0, problems: [] });
  const answered = rows.find(({ state }) => state === 'answered');
  expect(answered).toMatchObject({
    author: 'Otto Kern',
    excerpt: 'Good bread a',
    sourceName: 'Google reviews',
    rating: { value: 4, best: 5, worst: 1, share: 0.75 },
    publishedAt: Date.parse('2026-02-01T09:30:00Z'),
  });
  expect(rows.find(({ state }) => state === 'new')).toMatchObject({
    excerpt: 'Stale <b>bread</b>\n& rude',
    tone: 'complaint',
  });
  expect(storedRows(house.connection, 'mention_state')).toMatchObject([
    { answer: 'Thank you, Otto!', answered_at: Date.parse('2026-02-02T08:00:00Z') },
  ]);
  expect((await client.mentions.get({ id: answered?.id ?? '' })).answer).toEqual({
    text: 'Thank you, Otto!',
    at: Date.parse('2026-02-02T08:00:00Z'),
  });
  const [source] = await client.sources.list();
  expect(source).toMatchObject({ kind: 'file', health: 'well', mentions: 2, newMentions: 1 });
});

test('the same file twice adds nothing, also from another account’s archive; a newer one only what is new', async () => {
  const { client } = await brought(reviews(takeoutReview('a'), takeoutReview('b')));
  const again = await client.sources.importReviews(
    file('reviews.json', reviews(takeoutReview('a'), takeoutReview('b'))),
  );
  expect(again).toMatchObject({ step: null, added: 0, edited: 0, already: 2 });
  const moved = takeoutReview('a', { name: 'accounts/99/locations/77/reviews/a' });
  const newer = await client.sources.importReviews(
    file('reviews-x9.json', reviews(moved, moved, takeoutReview('c'))),
  );
  expect(newer).toMatchObject({ added: 1, edited: 0, already: 1 });
  expect(await client.sources.list()).toHaveLength(1);
});

test('all of an import is undone in one step, and can be brought back', async () => {
  const { client, house, result } = await brought(
    reviews(takeoutReview('a', { reviewReply: { comment: 'Thanks' } }), takeoutReview('b')),
  );
  const tables = ['source', 'mention', 'mention_state', 'mention_earlier'] as const;
  const stored = () => tables.map((table) => storedRows(house.connection, table));
  const before = stored();
  const undone = await client.journal.undo({ step: result.step ?? '' });
  expect(undone.label).toBe('Brought in 2 reviews from reviews.json');
  expect(stored().flat()).toEqual([]);
  await client.journal.undo({ step: undone.step });
  expect(stored()).toEqual(before);
});

test('an import on which something newer stands is not undone', async () => {
  const { client, result, rows } = await brought(reviews(takeoutReview('a')));
  await client.mentions.mark({ ids: [rows[0]?.id ?? ''], state: 'noted' });
  await expect(client.journal.undo({ step: result.step ?? '' })).rejects.toThrow('newer');
  expect((await client.mentions.list({})).rows).toHaveLength(1);
});

test('what finding a customer changes does not hinder undoing', async () => {
  const { client, result } = await brought(reviews(takeoutReview('a')));
  await client.people.add({ givenName: 'Otto', familyName: 'Kern' });
  await client.journal.undo({ step: result.step ?? '' });
  expect((await client.mentions.list({})).rows).toHaveLength(0);
});

test('an edited review keeps its earlier words, its state and our answer; undoing gives them back', async () => {
  const { client, rows } = await brought(
    reviews(takeoutReview('a', { reviewReply: { comment: 'Thanks' } })),
  );
  const edited = await client.sources.importReviews(
    file(
      'reviews.json',
      reviews(takeoutReview('a', { comment: 'Stale bread', starRating: 'ONE' })),
    ),
  );
  expect(edited).toMatchObject({ added: 0, edited: 1 });
  const id = rows[0]?.id ?? '';
  expect(await client.mentions.get({ id })).toMatchObject({
    text: 'Stale bread',
    state: 'answered',
    rating: { value: 1 },
    earlier: [{ text: 'Good bread a' }],
  });
  await client.journal.undo({ step: edited.step ?? '' });
  expect(await client.mentions.get({ id })).toMatchObject({ text: 'Good bread a', earlier: [] });
});

test.each([
  ['(Translated by Google) Good bread\n\n(Original)\nGutes Brot', 'Gutes Brot'],
  ['Gutes Brot\n\n(Translated by Google)\nGood bread', 'Gutes Brot'],
  ['(Original)\nGutes Brot\n\n(Translated by Google)\nGood bread', 'Gutes Brot'],
  ['(Translated by Google) Good bread', 'Good bread'],
  ['Gutes (Original) Brot', 'Gutes (Original) Brot'],
])('%j is kept in its own words', async (comment, words) => {
  const { rows } = await brought(reviews(takeoutReview('a', { comment })));
  expect(rows[0]?.excerpt).toBe(words);
});

test('odd reviews: anonymous, without words, without a name of their own, and one that is no review', async () => {
  const { client, result, rows } = await brought(
    reviews(
      takeoutReview('a', { reviewer: { displayName: 'A Google User', isAnonymous: true } }),
      takeoutReview('b', { comment: undefined, starRating: 'FIVE' }),
      { ...takeoutReview('c'), name: undefined },
      takeoutReview('d', { comment: '', starRating: 'STAR_RATING_UNSPECIFIED' }),
      { reviewer: 'not as it should be' },
    ),
  );
  expect(result.added).toBe(3);
  expect(result.problems.map(({ row }) => row)).toEqual([4, 5]);
  expect(rows.map(({ author, title }) => [author, title]).sort()).toEqual([
    ['', ''],
    ['Otto Kern', ''],
    ['Otto Kern', '5 of 5, without words'],
  ]);
  const look = await client.sources.lookAtFile(file('x', reviews({ reviewer: 'odd' })));
  expect(look).toMatchObject({ holds: 'reviews', total: 1, problems: 1, columns: null });
});

describe('the archive itself', () => {
  const base = 'Takeout/Google Business Profile/account-1/location-';
  const files = {
    [`${base}77/reviews.json`]: JSON.stringify(reviews(takeoutReview('a'))),
    [`${base}77/reviews-AbC.json`]: JSON.stringify(reviews(takeoutReview('a'), takeoutReview('b'))),
    [`${base}88/reviews.json`]: JSON.stringify(
      reviews({ ...takeoutReview('a'), name: 'accounts/1/locations/88/reviews/a' }),
    ),
    [`${base}77/data.json`]: '{"title":"Shop"}',
  };

  test.each([0, 8] as const)(
    'is read whole, a source for each place (method %s)',
    async (method) => {
      const { client, result } = await brought(archive(files, method), 'takeout.zip');
      expect(result).toMatchObject({ added: 3 });
      const sources = await client.sources.list();
      expect(sources.map(({ name, mentions }) => [name, mentions])).toEqual([
        ['Google reviews', 2],
        ['Google reviews (2)', 1],
      ]);
    },
  );

  test('without reviews, or damaged, is refused in words', async () => {
    const { client } = await openHouse();
    const look = (content: Buffer) => client.sources.lookAtFile(file('takeout.zip', content));
    await expect(look(archive({ 'Takeout/photos.json': '{}' }))).rejects.toThrow(
      'no reviews in this archive',
    );
    await expect(look(archive(files).subarray(0, 200))).rejects.toThrow('damaged');
  });
});

test.each([
  [{ type: 'FeatureCollection', features: [] }, 'you wrote yourself on Google Maps'],
  [{ title: 'The shop' }, 'no reviews in this file'],
  ['{"reviews": [', 'damaged'],
  ['<html><body>Reviews</body></html>', 'cannot read'],
  [Buffer.from([0, 1, 2, 0, 255, 0]), 'cannot read'],
])('%j is refused in words, and nothing is kept', async (content, sentence) => {
  const { client } = await openHouse();
  const dropped = file('Reviews.json', content);
  await expect(client.sources.lookAtFile(dropped)).rejects.toThrow(sentence);
  await expect(client.sources.importReviews(dropped)).rejects.toThrow(sentence);
  expect(await client.sources.list()).toEqual([]);
});

test('what came by file is neither gathered nor listed as a feed', async () => {
  const { client } = await brought(reviews(takeoutReview('a')));
  expect(await client.sources.gather({ all: true })).toEqual({ started: false, sources: 0 });
  expect((await client.sources.exportOpml()).content).not.toContain('<outline');
});
