import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesReader } from '../../../../main/core/listening/review-files/table-dates.ts';
import {
  guessBest,
  readRating,
  scaleTo,
} from '../../../../main/core/listening/review-files/table-ratings.ts';
import type { ReviewField } from '../../../../shared/contract/contract.ts';
import { openHouse } from '../../../support/open-house.ts';
import { file } from './files.ts';

const table = [
  'Reviewer,Stars,Review,Date,Owner reply,Reply date',
  'Otto Kern,4/5,"Good bread, warm",13/02/2026,Thank you,14/02/2026',
  'Ada,2/5,Stale,01/02/2026,,',
].join('\n');

async function looked(content: string | Buffer, name = 'reviews 2026-03.csv', more = {}) {
  const opened = await openHouse();
  const look = await opened.client.sources.lookAtFile({ ...file(name, content), ...more });
  if (look.holds !== 'reviews') throw new Error(`It holds ${look.holds}.`);
  return { ...opened, look };
}

const fields = (look: { columns: { field: ReviewField }[] | null }) =>
  look.columns?.map(({ field }) => field);

test('a table of reviews is recognised, its columns guessed and shown with what they bring', async () => {
  const { look } = await looked(table);
  expect(fields(look)).toEqual(['author', 'rating', 'text', 'date', 'answer', 'answerDate']);
  expect(look).toMatchObject({ sourceName: 'Reviews', total: 2, best: 5, remembered: false });
  expect(look.reviews).toMatchObject([
    {
      author: 'Otto Kern',
      text: 'Good bread, warm',
      rating: { value: 4, best: 5, worst: 1 },
      publishedAt: Date.UTC(2026, 1, 13),
      answer: 'Thank you',
    },
    // The 13th above tells that the day stands first.
    { author: 'Ada', publishedAt: Date.UTC(2026, 1, 1), answer: '' },
  ]);
});

test.each<[string, ReviewField[]]>([
  [
    'Guest;Score;Title;Positive review;Negative review\nA;8,5;Nice;Warm;Cold',
    ['author', 'rating', 'title', 'text', 'text'],
  ],
  ['Name\tBewertung\tKommentar\tDatum\nA\t5\tGut\t1.2.2026', ['author', 'rating', 'text', 'date']],
  ['Auteur,Note,Avis,Date\nA,5,Bon,2026-02-01', ['author', 'rating', 'text', 'date']],
  [
    'review_id,reviewer_name,star_rating,review_text,created_at,review_url\n1,A,5,Good,2026-02-01,https://a.example/1',
    ['id', 'author', 'rating', 'text', 'date', 'link'],
  ],
  ['Autore,Stelle,Recensione,Risposta\nA,5,Buono,Grazie', ['author', 'rating', 'text', 'answer']],
])('the columns of %j are guessed', async (content, expected) => {
  const { look } = await looked(content);
  expect(fields(look)).toEqual(expected);
});

test.each([
  ['an address book', true, 'First Name,Last Name,Phone,Notes\nAda,Kern,0171 555 0142,Likes rye'],
  ['people with dates and notes', false, 'Name,Note,Birth date\nAda,likes rye,1970-02-01'],
  ['a vCard', true, 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD'],
])('%s is left to the people', async (_what, sure, content) => {
  const { client } = await openHouse();
  const dropped = file('x.csv', content);
  expect(await client.sources.lookAtFile(dropped)).toEqual({ holds: 'people', sure });
  const said = client.sources.lookAtFile({ ...dropped, as: 'reviews' });
  await expect(said.then(({ holds }) => holds)).resolves.toBe(
    content.startsWith('BEGIN') ? 'people' : 'reviews',
  );
});

test('a list of feeds is recognised, with what it holds', async () => {
  const { client } = await openHouse();
  const opml =
    '<?xml version="1.0"?><opml><body><outline text="Paper" xmlUrl="https://a.example/f"/></body></opml>';
  expect(await client.sources.lookAtFile(file('x.xml', opml))).toEqual({
    holds: 'sources',
    total: 1,
    names: ['Paper'],
  });
});

test('a mapping that was put right is used, remembered with its scale and name, and offered again', async () => {
  const content = 'Who,What,How much\nOtto,Good bread,8\nAda,Stale,3';
  const columns = [
    { column: 'Who', field: 'author' as const },
    { column: 'What', field: 'text' as const },
    { column: 'How much', field: 'rating' as const },
  ];
  const { client } = await openHouse();
  const dropped = file('march.csv', content);
  const first = await client.sources.importReviews({
    ...dropped,
    columns,
    best: 10,
    sourceName: 'Guest book',
  });
  expect(first).toMatchObject({ added: 2 });
  const { rows } = await client.mentions.list({});
  expect(rows.find(({ author }) => author === 'Ada')).toMatchObject({
    sourceName: 'Guest book',
    rating: { value: 3, best: 10, worst: 1 },
    tone: 'complaint',
  });

  const look = await client.sources.lookAtFile(file('april.csv', `${content}\nUmi,Lovely,10`));
  expect(look).toMatchObject({
    holds: 'reviews',
    remembered: true,
    sourceName: 'Guest book',
    best: 10,
    already: 2,
    total: 3,
  });
  expect(await client.sources.importReviews(dropped)).toMatchObject({ step: null, already: 2 });

  await client.journal.undo({ step: first.step ?? '' });
  expect(await client.sources.lookAtFile(dropped)).toMatchObject({ holds: 'people' });
});

test('rows that cannot be taken are told of and stop nobody else', async () => {
  const { client, look } = await looked(
    'Author,Rating,Review\nA,7,Good\nB,,\nC,lots,Fine\nD,N/A,Words',
    'r.csv',
    { best: 5 },
  );
  expect(look).toMatchObject({ total: 4, problems: 3 });
  const { added, problems } = await client.sources.importReviews({
    ...file('r.csv', 'Author,Rating,Review\nA,7,Good\nB,,\nC,lots,Fine\nD,N/A,Words'),
    best: 5,
  });
  expect(added).toBe(1);
  expect(problems).toEqual([
    { row: 1, sentence: 'The rating 7 is more than the scale to 5 has.' },
    { row: 2, sentence: 'There are no words and no rating here.' },
    { row: 3, sentence: '“lots” is no rating that can be read.' },
  ]);
});

test('a table in the usual Western encoding is read as such', async () => {
  const { look } = await looked(Buffer.from('Author,Rating,Review\nJosé,5,Señor', 'latin1'));
  expect(look.reviews[0]).toMatchObject({ author: 'José', text: 'Señor' });
});

describe('ratings', () => {
  test.each([
    ['4', 4, null],
    ['4,5', 4.5, null],
    ['4.0 stars', 4, null],
    ['3/5', 3, 5],
    ['8 out of 10', 8, 10],
    ['9 von 10', 9, 10],
    ['80 %', 80, 100],
    ['★★★☆☆', 3, 5],
    ['⭐⭐', 2, 5],
    ['FIVE', 5, 5],
    ['two stars', 2, 5],
  ])('%j', (cell, value, best) => {
    expect(readRating(cell)).toEqual({ value, best });
  });
  test.each(['', 'good', '2026-02-01', '+44 171 555'])('%j is none', (cell) => {
    expect(readRating(cell)).toBeNull();
  });

  test('every rating fits on the scale that is guessed for its column', () => {
    const column = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(column, (values) => {
        const ratings = values.map((value) => ({ value, best: null }));
        const { best, worst } = scaleTo(guessBest(ratings) ?? 0, ratings);
        return values.every((value) => worst <= value && value <= best);
      }),
    );
  });
});

describe('dates of a column', () => {
  const now = Date.UTC(2026, 2, 2);
  test('the day stands first where any of them shows it, else by the country', () => {
    expect(datesReader(['13/01/2026'], 'US', now)('02/01/2026')).toBe(Date.UTC(2026, 0, 2));
    expect(datesReader(['01/13/2026'], 'GB', now)('01/02/2026')).toBe(Date.UTC(2026, 0, 2));
    expect(datesReader([], 'US', now)('01/02/2026')).toBe(Date.UTC(2026, 0, 2));
    expect(datesReader([], 'GB', now)('01/02/26 10:30')).toBe(Date.UTC(2026, 1, 1, 10, 30));
    expect(datesReader([], 'GB', now)('Feb 1, 2026')).toBe(Date.UTC(2026, 1, 1));
    expect(datesReader([], 'GB', now)('soon')).toBeNull();
  });
});
