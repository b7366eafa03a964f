import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ListeningSection } from '../../../../renderer/screens/settings/listening-section.tsx';
import type { Settings } from '../../../../shared/contract/contract.ts';
import { show } from '../../app/show.tsx';

test('how long words are kept is shown, and saved as it is chosen', async () => {
  const settings = { gatherMinutes: 60, keepMonths: 24 } as Settings;
  const { calls } = show(<ListeningSection settings={settings} />, {
    answers: { 'settings.save': () => ({ step: '01890000-0000-7000-8000-000000000000' }) },
  });
  const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: 'two years' });
  expect(chosen.checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: 'for ever' }));
  await waitFor(() =>
    expect(calls).toContainEqual({ path: 'settings.save', input: { keepMonths: 0 } }),
  );
});
