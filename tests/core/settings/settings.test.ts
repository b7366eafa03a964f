import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

test('settings have defaults, are kept over a restart, and can be undone', async () => {
  const first = await openHouse();
  expect(await first.client.settings.get()).toMatchObject({ morning: '08:00', welcomed: false });
  await first.client.settings.save({ morning: '06:30', businessName: '  Café Róża ' });
  const second = await first.reopen();
  expect(await second.client.settings.get()).toMatchObject({
    morning: '06:30',
    businessName: 'Café Róża',
  });
  await second.client.journal.undo({});
  expect(await second.client.settings.get()).toMatchObject({ morning: '08:00', businessName: '' });
});

test('bad input is refused in words and changes nothing', async () => {
  const { client } = await openHouse();
  await expect(client.settings.save({ morning: '25:00' })).rejects.toMatchObject({
    code: 'REFUSED',
    defined: true,
    data: { code: 'invalid', field: 'morning' },
    message: 'That could not be taken: A time looks like 08:30.',
  });
  expect(await client.settings.get()).toMatchObject({ morning: '08:00' });
});

test('only web, mail and telephone links are opened', async () => {
  const { client, host } = await openHouse();
  await client.house.open({ address: 'https://example.org/a' });
  await expect(client.house.open({ address: 'file:///etc/passwd' })).rejects.toMatchObject({
    code: 'REFUSED',
  });
  await expect(client.house.open({ address: 'javascript:alert(1)' })).rejects.toThrow('Only web');
  expect(host.opened).toEqual(['https://example.org/a']);
});

test('what was not expected is logged and told without the inside', async () => {
  const { client, house, host } = await openHouse();
  house.connection.exec('DROP TABLE setting');
  await expect(client.settings.get()).rejects.toThrow('Something went wrong inside Porchlight');
  expect(host.lines.join()).toContain('settings.get failed');
});

test('settings that cannot be read are kept aside, their defaults hold, and that is said', async () => {
  const house = await openHouse();
  await house.client.settings.save({ yourName: 'Ada', innerDays: 20 });
  const spoil = house.house.connection.prepare('UPDATE setting SET value = ? WHERE id = ?');
  spoil.run('{"half', 'yourName');
  spoil.run('"many"', 'innerDays');
  expect(await house.client.settings.get()).toMatchObject({ yourName: '', innerDays: 14 });

  const again = await house.reopen();
  expect(await again.client.rescue.remarks()).toEqual([
    { id: 'settings', sentence: expect.stringContaining('2 of your settings could not be read') },
  ]);
  const [file = ''] = readdirSync(join(again.folder, 'set-aside'));
  expect(readFileSync(join(again.folder, 'set-aside', file), 'utf8')).toContain('{\\"half');
  await again.client.settings.save({ yourName: 'Noor' });
  await again.client.rescue.heard({ id: 'settings' });
  expect(await again.client.rescue.remarks()).toEqual([]);
  const last = await again.reopen();
  expect(await last.client.rescue.remarks()).toEqual([]);
  expect((await last.client.settings.get()).yourName).toBe('Noor');
});
