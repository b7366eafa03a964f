import { expect, onTestFinished, test } from 'vitest';
import { createPlainHost } from '../../main/browser/host.ts';
import { openHouse } from '../../main/starting/open-house.ts';
import { temporaryFolder } from '../support/folder.ts';

test('a report tells what is needed to find a fault, and nothing that anybody wrote', async () => {
  const folder = temporaryFolder();
  const opened = await openHouse(
    { data: folder, sample: false, routes: [], help: false, clock: '2026-03-02T08:00' },
    { kind: 'browser', gathersByItself: false, hostIn: createPlainHost },
  );
  onTestFinished(() => opened.close());
  const { client, house } = opened;
  const word = 'Zuleika';
  const { id } = await client.people.add({
    givenName: word,
    familyName: `\n    at ${word} (${folder}/x.ts:1:1)`,
    contacts: [{ kind: 'email', value: `${word}@example.org`, label: '' }],
  });
  await client.conversations.log({ customerIds: [id], medium: 'letter', said: `Ask ${word}` });
  // Things fail in the middle of her words.
  house.connection.exec('DROP TABLE note');
  await client.notes.add({ customerId: id, body: word }).catch(() => undefined);
  await client.search.find({ words: `"${word}: NEAR(` }).catch(() => undefined);
  house.host.log('A file could not be read', new Error(`/home/${word}/${word}.vcf`));

  const { text } = await client.house.report();
  expect(text).toMatch(/^Porchlight \d+\.\d+\.\d+, browser, schema \d+\n/);
  expect(text).toContain(`${process.platform} ${process.arch}`);
  expect(text).toMatch(/\n {2}customer: 1\n/);
  expect(text).toContain('browser opened');
  expect(text).toMatch(/notes\.add failed: Error\n {4}at insertRow main\/core\/journal/);
  expect(text).toMatch(/search\.find failed: SqliteError SQLITE_ERROR no such table\n/);
  expect(text).not.toContain(word);
  expect(text).not.toContain(folder);
});
