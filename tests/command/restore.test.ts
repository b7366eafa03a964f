import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell } from './run-command.ts';

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
    /^ {2}1 {2}Monday 2 March, 08:\d\d; 1 person; .* kilobytes; the day’s first start$/,
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
