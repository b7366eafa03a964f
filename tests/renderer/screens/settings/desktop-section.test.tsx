import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DesktopSection } from '../../../../renderer/screens/settings/desktop-section.tsx';
import { usualLanguages } from '../../../../renderer/screens/settings/spelling.tsx';
import { show, usualAbout, usualSettings } from '../../app/show.tsx';

/** The section where these languages can be chosen; gives what was saved. */
function open(languages: string[], about: Partial<typeof usualAbout> = {}) {
  const { calls } = show(<DesktopSection settings={usualSettings} />, {
    path: '/settings',
    answers: {
      'settings.save': () => ({ step: '019cad58-bd80-7000-8000-000000000002' }),
      'settings.shortcut': () => ({ state: 'works' }),
      'settings.spellingLanguages': () => ({ languages }),
      'house.about': () => ({ ...usualAbout, ...about }),
    },
  });
  return () => calls.filter(({ path }) => path === 'settings.save').map(({ input }) => input);
}

test('the program starts with the machine only when asked to', async () => {
  const saved = open([]);
  const start = await screen.findByRole<HTMLInputElement>('switch', { name: /Start with the/ });
  expect(start.checked).toBe(false);
  fireEvent.click(start);
  fireEvent.click(screen.getByRole('switch', { name: /Stay in the tray/ }));
  await waitFor(() => expect(saved()).toEqual([{ startAtLogin: true }, { closeToTray: false }]));
});

test('a program that the system does not know is not offered to start with it', async () => {
  open([], { installed: false });
  await screen.findByRole('switch', { name: /Stay in the tray/ });
  expect(screen.queryByRole('switch', { name: /Start with the/ })).toBeNull();
});

test('misspelt words are marked when asked for, in the languages of this machine', async () => {
  const saved = open(['de', 'en-GB', 'en-US', 'it']);
  await screen.findByText(/fetched once, from Google/);
  expect(screen.queryByRole('textbox', { name: 'In these languages' })).toBeNull();
  fireEvent.click(screen.getByRole('switch', { name: /misspelt/ }));
  await waitFor(() =>
    expect(saved()).toEqual([{ spelling: true, spellingLanguages: usualLanguages(['en-US']) }]),
  );
});

test('the languages of a machine are found, or those nearest to them', () => {
  const known = ['de', 'en-GB', 'en-US', 'it', 'pt-BR'];
  expect(usualLanguages(known, ['en-US', 'en', 'it'])).toEqual(['en-US', 'it']);
  expect(usualLanguages(known, ['pt-PT'])).toEqual(['pt-BR']);
  expect(usualLanguages(known, ['ka'])).toEqual([]);
});

test('a browser has none of it', async () => {
  open([], { shell: 'browser' });
  await screen.findByText('Today');
  await waitFor(() => expect(screen.queryByText('On this machine')).toBeNull());
});
