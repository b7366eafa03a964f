import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { KeyForm } from '../../../renderer/screens/sources/key-form.tsx';
import { show, usualAbout } from '../app/show.tsx';

const warning = /Whoever uses your account can read it/;

test('where a key is entered, the browser shell warns how it is kept', async () => {
  show(<KeyForm service="bluesky" onKept={() => undefined} />, {
    answers: { 'house.about': () => ({ ...usualAbout, shell: 'browser' }) },
  });
  await screen.findByText(warning);
});

test('the desktop shell, which has a keychain, does not', async () => {
  const { calls } = show(<KeyForm service="bluesky" onKept={() => undefined} />, {});
  await waitFor(() => expect(calls).toContainEqual({ path: 'house.about', input: undefined }));
  expect(screen.queryByText(warning)).toBeNull();
});
