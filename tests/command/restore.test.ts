import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell, commandShellIn } from './run-command.ts';

test('porchlight restore lists the backups, brings one back by its number, and takes that back', async () => {
  const porchlight = commandShell();
  expect((await porchlight('restore')).text).toBe('There is no backup yet.');
  const folder = temporaryFolder();
  const bring = async (...names: string[]) => {
    const path = join(folder, 'people.csv');
    writeFileSync(path, ['First name', ...names].join('\n'));
    await porchlight('import', path);
  };
  await bring('Rosa');
  // The next command is the first start of a day with something to lose.
  await bring('Noor', 'Ada');

  const listed = await porchlight('restore');
  expect(listed.text).toMatch(
    /^ {2}1 {2}Monday 2 March, 08:\d\d; 1 person; \d+ (?:kilo|mega)bytes?; the day’s first start$/,
  );
  expect(listed.json.backups).toMatchObject([{ number: 1, reason: 'day', holds: { people: 1 } }]);

  const back = await porchlight('restore', '1');
  expect(back.text).toMatch(
    /^Everything is as it was on Monday 2 March, 08:\d\d: 1 person\.\nDone since then, and no longer here:\n {2}Brought in 2 people from people.csv\nWhat was here is kept; porchlight restore 2 takes this back\.$/,
  );
  expect(back.json).toMatchObject({ holds: { people: 1 }, undone: 1, wayBack: 2 });
  expect((await porchlight('people')).json.total).toBe(1);

  await porchlight('restore', String(back.json.wayBack));
  expect((await porchlight('people')).json.total).toBe(3);

  const none = await porchlight('restore', '99');
  expect(none).toMatchObject({ code: 1, refused: true });
  expect(none.text).toContain('There is no backup 99');
});

test('after a damage no command works in the empty house, and restore brings all of it back', async () => {
  const { porchlight, data } = commandShellIn();
  const people = join(temporaryFolder(), 'people.csv');
  writeFileSync(people, 'First name\nRosa');
  await porchlight('import', people);
  writeFileSync(people, 'First name\nNoor');
  await porchlight('import', people);
  writeFileSync(join(data, 'porchlight.db'), 'The cat walked over the keys.'.repeat(400));

  const refused = await porchlight('people');
  expect(refused).toMatchObject({ refused: true, json: { error: { code: 'damaged' } } });
  expect(refused.text).toMatch(
    /^The file with your data no longer holds what Porchlight wrote\. It is set aside, untouched: .*porchlight\.db\nporchlight restore lists the backups; porchlight restore 1 brings the newest back, and the one thing that you did since then\.$/,
  );
  expect((await porchlight('restore')).text).toContain('1 person;');
  expect((await porchlight('restore', '1')).text).toMatch(
    /^Brought back: Monday 2 March, 08:\d\d, and the one thing that you did since then: 2 people\.$/,
  );
  expect((await porchlight('people')).json.total).toBe(2);
});
