import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archive, takeoutReview } from '../core/listening/review-files/files.ts';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell } from './run-command.ts';

it('imports reviews from a Takeout archive and from a table, and nothing twice', async () => {
  const porchlight = commandShell();
  const folder = temporaryFolder();
  const written = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const reviews = JSON.stringify({ reviews: [takeoutReview('a'), takeoutReview('b')] });
  const takeout = written(
    'takeout.zip',
    archive({ 'Takeout/Google Business Profile/account-1/location-7/reviews.json': reviews }),
  );
  const first = await porchlight('import', takeout);
  expect(first).toMatchObject({ code: 0, text: '2 reviews added.' });
  const again = await porchlight('import', takeout);
  expect(again.json).toMatchObject({ kind: 'reviews', added: 0, already: 2 });

  const table = written('guests.csv', 'Author,Rating,Review\nOtto,4,Good\nAda,,\n');
  const { text } = await porchlight('import', table);
  expect(text).toBe(
    '1 review added, 1 could not be taken.\n  row 2: There are no words and no rating here.',
  );
});

it('refuses the reviews that the person wrote themselves', async () => {
  const file = join(temporaryFolder(), 'Reviews.json');
  writeFileSync(file, '{"type":"FeatureCollection","features":[]}');
  const { code, text } = await commandShell()('import', file);
  expect(code).toBe(1);
  expect(text).toContain('you wrote yourself on Google Maps');
});
