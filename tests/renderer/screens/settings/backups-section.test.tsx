import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BackupsSection } from '../../../../renderer/screens/settings/backups-section.tsx';
import type { Backup, Settings } from '../../../../shared/contract/contract.ts';
import { refusal, show } from '../../app/show.tsx';

const settings = { backupFolder: '', backupGigabytes: 5 } as Settings;
const holds = { people: 2, conversations: 1, notes: 0, followUps: 0, lessons: 0, mentions: 0 };
const backup: Backup = {
  name: 'porchlight-000002-2026-03-01',
  day: '2026-03-01',
  at: Date.UTC(2026, 2, 1, 8),
  reason: 'day',
  holds,
  bytes: 2_400_000,
  places: ['here'],
  locked: false,
  newer: false,
};
const listed = (more: object = {}) => ({
  backups: [backup],
  folder: '/data/backups',
  bytes: 2_400_000,
  mostBytes: 5_000_000_000,
  running: false,
  problem: null,
  second: { folder: '', locked: false, problem: null },
  ...more,
});

test('the newest is told with what it holds and takes, and a problem in words', async () => {
  show(<BackupsSection settings={settings} />, {
    answers: { 'backups.list': () => listed({ problem: 'The disk is full.' }) },
  });
  await screen.findByText(
    'The newest is of Sunday 1 March, 08:00: 2 people, 1 conversation. It takes 2.4 megabytes.',
  );
  screen.getByText('The disk is full.');
});

test('before one is brought back, it is told what would be gone and that this is saved', async () => {
  const { calls } = show(<BackupsSection settings={settings} />, {
    answers: {
      'backups.list': () => listed(),
      'backups.compare': () => ({
        holds,
        now: { ...holds, people: 3 },
        since: { steps: 31, latest: [{ at: 1, label: 'Added Noor' }] },
        forgotten: [Date.UTC(2026, 2, 1, 9)],
      }),
      'backups.restore': () => ({ before: 'porchlight-000003-2026-03-02', holds }),
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Bring an earlier state back …' }));
  fireEvent.click(screen.getByRole('button', { name: 'Bring back Sunday 1 March, 08:00' }));
  await screen.findByRole('row', { name: 'people 3 2' });
  screen.getByText('Added Noor');
  screen.getByText('and 30 more');
  screen.getByText(/What is here now is saved first/);
  screen.getByText(/still knows somebody whom you had forgotten on Sunday 1 March/);
  fireEvent.click(screen.getByLabelText('Bring back those who were forgotten, too'));
  fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
  await screen.findByText('Everything is as it was on Sunday 1 March, 08:00');
  expect(calls).toContainEqual({
    path: 'backups.restore',
    input: { name: backup.name, withForgotten: true },
  });
});

test('a locked one asks for its passphrase, and says when that is wrong', async () => {
  show(<BackupsSection settings={settings} />, {
    answers: {
      'backups.list': () => listed({ backups: [{ ...backup, places: ['second'], locked: true }] }),
      'backups.compare': () => ({ holds, now: holds, since: null, forgotten: [] }),
      'backups.restore': () => {
        throw refusal('invalid', 'That is not the passphrase.', 'passphrase');
      },
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Bring an earlier state back …' }));
  screen.getByText(/only in the second folder · locked/);
  fireEvent.click(screen.getByRole('button', { name: 'Bring back Sunday 1 March, 08:00' }));
  fireEvent.change(await screen.findByLabelText('Its passphrase'), { target: { value: 'wrong' } });
  fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
  await screen.findByText('That is not the passphrase.');
});

test('a second folder is chosen by its path, and its copies can be locked', async () => {
  const second = {
    folder: '/media/disk',
    locked: false,
    problem: 'The second folder is not there.',
  };
  const { calls } = show(<BackupsSection settings={settings} />, {
    answers: {
      'backups.list': () => listed({ second }),
      'backups.chooseFolder': () => ({ step: '01890000-0000-7000-8000-000000000000' }),
      'backups.choosePassphrase': () => undefined,
    },
  });
  const field = await screen.findByLabelText('A second folder');
  fireEvent.change(field, { target: { value: '/media/other' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() =>
    expect(calls).toContainEqual({
      path: 'backups.chooseFolder',
      input: { folder: '/media/other' },
    }),
  );
  screen.getByText('The second folder is not there.');
  fireEvent.click(screen.getByLabelText('Lock the copies there with a passphrase'));
  fireEvent.change(screen.getByLabelText('The passphrase'), {
    target: { value: 'lamp at the porch' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Lock them' }));
  await screen.findByText('The copies there are locked from now on');
});
