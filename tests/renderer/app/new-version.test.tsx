import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NewVersions } from '../../../renderer/screens/settings/new-versions.tsx';
import type { Settings, VersionState } from '../../../shared/contract/contract.ts';
import { show, usualSettings } from './show.tsx';

const idle: VersionState = { stage: 'idle', version: '', news: '', percent: 0 };
const found: VersionState = { ...idle, stage: 'found', version: '0.2.0', news: 'It is faster.' };

/** The window where it stands so; `now` makes it stand otherwise. */
function open(state: VersionState, settings: Partial<Settings> = {}) {
  let present = state;
  const shown = show(<NewVersions />, {
    path: '/today',
    answers: {
      'settings.get': () => ({ ...usualSettings, ...settings }),
      'settings.save': () => ({ step: '019cad58-bd80-7000-8000-000000000002' }),
      'versions.state': () => present,
      'versions.look': () => undefined,
      'versions.fetch': () => undefined,
      'versions.install': () => undefined,
    },
  });
  return {
    asked: () => shown.calls.filter(({ path }) => /^(versions\.[^s]|settings\.s)/.test(path)),
    now(next: VersionState) {
      present = next;
      shown.emit({ type: 'changed', topics: ['version'] });
    },
  };
}

test('whether to look is asked once, of somebody who is at home here', async () => {
  const { asked } = open(idle, { newVersions: 'ask' });
  await screen.findByText(/May Porchlight look once a day/);
  fireEvent.click(screen.getByRole('button', { name: 'No' }));
  await waitFor(() =>
    expect(asked()).toEqual([{ path: 'settings.save', input: { newVersions: 'never' } }]),
  );
});

test('a newer one is told with what is new, and comes step by step when asked for', async () => {
  const { asked, now } = open(found, { newVersions: 'look' });
  fireEvent.click(await screen.findByRole('button', { name: 'What is new' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Porchlight 0.2.0' }));
  dialog.getByText('It is faster.');
  expect(asked()).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Fetch it' }));
  now({ ...found, stage: 'fetching', percent: 42 });
  await dialog.findByText('Fetching it: 42 of 100');
  now({ ...found, stage: 'fetched', percent: 100 });
  fireEvent.click(await dialog.findByRole('button', { name: 'Begin now' }));
  await waitFor(() =>
    expect(asked().map(({ path }) => path)).toEqual(['versions.fetch', 'versions.install']),
  );
});

test('one that is put off is not told again', async () => {
  open(found, { newVersions: 'look' });
  fireEvent.click(await screen.findByRole('button', { name: 'Later' }));
  await waitFor(() => expect(screen.queryByText('Porchlight 0.2.0 is there.')).toBeNull());
});

test('it can be looked for at once, and what came of it is said', async () => {
  const { asked, now } = open(idle, { newVersions: 'never' });
  fireEvent.click(await screen.findByRole('button', { name: 'Look now' }));
  await waitFor(() => expect(asked().map(({ path }) => path)).toEqual(['versions.look']));
  now({ ...idle, stage: 'newest' });
  await screen.findByText('This is the newest.');
});

test('where nothing can be looked for, nothing is said of it', async () => {
  open({ ...idle, stage: 'none' }, { newVersions: 'ask' });
  await screen.findByText('Today');
  expect(screen.queryByText(/newer/)).toBeNull();
});
