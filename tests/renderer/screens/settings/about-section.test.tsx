import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AboutSection } from '../../../../renderer/screens/settings/about-section.tsx';
import { show, usualAbout } from '../../app/show.tsx';

afterEach(() => vi.unstubAllGlobals());

test('a report can be read before it is copied', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { ...navigator, platform: '', clipboard: { writeText } });
  const text = 'Porchlight 0.1.0, browser, schema 26\ncustomer: 148\n';
  const { calls } = show(<AboutSection />, {
    answers: { 'house.report': () => ({ text }) },
  });
  await screen.findByText(/Version 1\.0\.0/);
  expect(calls.map(({ path }) => path)).not.toContain('house.report');
  fireEvent.click(await screen.findByRole('button', { name: /A report of a fault/ }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The report' });
  expect(field.value).toBe(text);
  expect(field.readOnly).toBe(true);
  expect(writeText).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Copy it' }));
  await screen.findByText('The report is copied');
  expect(writeText).toHaveBeenCalledWith(text);
});

test('the work of others is listed with its texts; where none came, with where it is written', async () => {
  const licences = [
    { name: 'better-sqlite3', version: '13.2.0', licence: 'MIT', text: 'Permission is hereby…' },
    { name: 'wouter', version: '3.13.0', licence: 'Unlicense', text: '' },
  ];
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/licences.json' ? Response.json(licences) : new Response(null, { status: 404 }),
  );
  const { calls } = show(<AboutSection />, {
    answers: { 'house.open': () => undefined },
  });
  fireEvent.click(await screen.findByRole('button', { name: /The work of others/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText('Permission is hereby…');
  fireEvent.click(dialog.getByText('https://spdx.org/licenses/Unlicense.html'));
  await waitFor(() =>
    expect(calls).toContainEqual({
      path: 'house.open',
      input: { address: 'https://spdx.org/licenses/Unlicense.html' },
    }),
  );
});

test('an address that asks for it brings it into focus, once', async () => {
  show(<AboutSection />, {
    path: '/settings?about=1',
    answers: { 'house.about': () => usualAbout },
  });
  const heading = await screen.findByRole('heading', { name: 'About Porchlight' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(window.location.search).toBe('');
});
