import { expect, test } from 'vitest';
import type { VersionStep } from '../../../main/core/host.ts';
import { createVersions } from '../../../main/core/versions/versions.ts';
import { openHouse } from '../../support/open-house.ts';

test('what the shell has found out is known, and its steps are taken when asked for', async () => {
  const { house, client, host } = await openHouse({ shell: 'desktop' });
  await expect(client.versions.look()).rejects.toThrow(/cannot look for new versions/);
  const asked: VersionStep[] = [];
  const newVersion = async (step: VersionStep) => void asked.push(step);
  house.versions = createVersions({ ...host, newVersion }, house.bell);
  const found = { stage: 'found', version: '0.2.0', news: 'Faster', percent: 0 } as const;
  house.versions.heard(found);
  expect(await client.versions.state()).toEqual(found);
  await client.versions.fetch();
  await client.versions.install();
  expect(asked).toEqual(['fetch', 'install']);
});
