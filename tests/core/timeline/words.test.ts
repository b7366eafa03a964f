import fc from 'fast-check';
import { expect, test } from 'vitest';
import { first } from '../../../main/core/database/connection.ts';
import { hasWords } from '../../../main/core/search/has-words.ts';
import { wanted } from '../../../main/core/search/query.ts';
import { searchable } from '../../../main/core/search/searchable.ts';
import { openHouse } from '../../support/open-house.ts';

const pieces = [
  'boiler',
  'Boilers',
  'café',
  'CAFE',
  "it's",
  'O’Brien',
  '東京タワー',
  '京',
  'Straße',
  '12',
  'a-b',
  '🎂',
];

test('of a single text the same words are found as by the search index', async () => {
  const { client, house } = await openHouse();
  const { id } = await client.notes.add({ customerId: null, body: 'x' });
  const some = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(some, some, async (said, asked) => {
      const body = said.join(' ');
      const words = asked.slice(0, 2).join(' ');
      await client.notes.change({ id, body });
      const found = first(
        house.connection,
        'SELECT 1 FROM search_index WHERE search_index MATCH ?',
        [wanted(words).match ?? '""'],
      );
      expect(hasWords(searchable(body), words)).toBe(found !== undefined);
    }),
    { numRuns: 60 },
  );
});
