import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LogDialog } from '../../../renderer/app/log-dialog.tsx';
import { show } from './show.tsx';

test('who opens the line to log a conversation writes at once: it has the focus', async () => {
  show(<LogDialog opened onClose={() => {}} />, {
    answers: { 'drafts.get': () => ({ text: '' }) },
  });
  await screen.findByRole('dialog', { name: 'Log a conversation' });
  const line = await screen.findByRole('textbox');
  // The dialog gives the focus a moment after it has opened, so the line must keep it then too.
  await waitFor(() => expect(document.querySelector('[data-autofocus]')).toBe(line));
  await waitFor(() => expect(document.activeElement).toBe(line));
});
