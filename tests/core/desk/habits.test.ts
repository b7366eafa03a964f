import { expect, test, vi } from 'vitest';
import { createPlainHost } from '../../../main/browser/host.ts';
import type { Habits } from '../../../main/core/host.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openHouse } from '../../support/open-house.ts';

test('what the settings ask of the machine is told at the start and when it changes, and no oftener', async () => {
  const told: Habits[] = [];
  const host = {
    ...createPlainHost(temporaryFolder(), () => undefined),
    takeHabits: (habits: Habits) => void told.push(habits),
    spellingLanguages: async () => ['en-GB', 'it'],
  };
  const { client } = await openHouse({ shell: 'desktop', host });
  const usual: Habits = {
    startAtLogin: false,
    appearance: 'system',
    spelling: false,
    spellingLanguages: [],
    newVersions: 'ask',
  };
  await vi.waitFor(() => expect(told).toEqual([usual]));
  expect(await client.settings.spellingLanguages()).toEqual({ languages: ['en-GB', 'it'] });
  await client.settings.save({ yourName: 'Ada' });
  const { step } = await client.settings.save({ startAtLogin: true, spellingLanguages: ['it'] });
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toEqual({ ...usual, startAtLogin: true, spellingLanguages: ['it'] });
  await client.journal.undo({ step });
  await vi.waitFor(() => expect(told).toHaveLength(3));
  expect(told[2]).toEqual(usual);
});
