import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from '../../support/child.ts';
import { openHouse } from '../../support/open-house.ts';

test('what was typed is there after kill -9, to the last stroke that was kept', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'porchlight-draft-'));
  const child = startChild('tests/starting/support/type-until-killed.ts', [dataFolder]);
  await child.saying(/kept 25\./);
  child.process.kill('SIGKILL');
  const { out } = await child.finished;
  const strokes = [...out.matchAll(/kept (\d+)\./g)].map(([, count]) => Number(count));
  const { client } = await openHouse({ dataFolder });
  const { text } = await client.drafts.get({ key: 'talk:anybody' });
  expect(text.length).toBeGreaterThanOrEqual(Math.max(...strokes));
  expect(text).toMatch(/^x+$/);
});

test('a draft that is emptied leaves nothing behind', async () => {
  const { client, reopen } = await openHouse();
  await client.drafts.save({ key: 'talk:anybody', text: '  Rang Rosa,\n ' });
  const again = await reopen();
  expect(await again.client.drafts.get({ key: 'talk:anybody' })).toEqual({
    text: '  Rang Rosa,\n ',
  });
  await again.client.drafts.save({ key: 'talk:anybody', text: '' });
  expect(await again.client.drafts.get({ key: 'talk:anybody' })).toEqual({ text: '' });
});
