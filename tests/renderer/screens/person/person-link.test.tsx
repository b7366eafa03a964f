import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usualAbout } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';
import { showPerson } from './person.tsx';

afterEach(() => vi.unstubAllGlobals());

async function openMenu(installed: boolean) {
  showPerson({ answers: { 'house.about': () => ({ ...usualAbout, installed }) } });
  fireEvent.click(await screen.findByRole('button', { name: 'More' }));
  await screen.findByRole('menuitem', { name: 'Save as vCard' });
}

test('a link to a person can be copied where the system hands it to the program', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { ...navigator, platform: '', clipboard: { writeText } });
  await openMenu(true);
  fireEvent.click(await screen.findByText('Copy a link'));
  await screen.findByText(/The link is copied/);
  expect(writeText).toHaveBeenCalledWith(`porchlight://person/${idOf(1)}`);
});

test('elsewhere, where nothing would open it, there is none', async () => {
  await openMenu(false);
  expect(screen.queryByText('Copy a link')).toBeNull();
});
