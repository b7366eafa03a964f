import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { acceleratorOf } from '../../../../renderer/screens/settings/accelerator.ts';
import { ComposerKeys } from '../../../../renderer/screens/settings/composer-keys.tsx';
import { show } from '../../app/show.tsx';

const held = { code: 'KeyL', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  [{ ctrlKey: true, shiftKey: true }, 'CommandOrControl+Shift+L'],
  [{ altKey: true, code: 'Digit4' }, 'Alt+4'],
  [{ ctrlKey: true, altKey: true, code: 'ArrowUp' }, 'CommandOrControl+Alt+Up'],
  [{ metaKey: true, code: 'Space' }, 'Super+Space'],
  [{ ctrlKey: true, code: 'ControlLeft' }, null],
  [{ shiftKey: true }, null],
  [{}, null],
])('%o are the keys %s', (pressed, keys) => {
  expect(acceleratorOf({ ...held, ...pressed })).toBe(keys);
});

test('the keys are chosen by pressing them, and said to be taken when they are', async () => {
  const { calls } = show(<ComposerKeys keys="CommandOrControl+Shift+L" />, {
    answers: {
      'settings.shortcut': () => ({ state: 'taken' }),
      'settings.save': () => ({ step: '019cad58-bd80-7000-8000-000000000002' }),
    },
  });
  await screen.findByText('Ctrl + Shift + L');
  await screen.findByText(/Another program has these keys/);
  fireEvent.click(screen.getByRole('button', { name: /^Change/ }));
  const waiting = screen.getByRole('button', { name: /Press the keys/ });
  fireEvent.keyDown(waiting, { key: 'Control', code: 'ControlLeft', ctrlKey: true });
  fireEvent.keyDown(waiting, { key: 'p', code: 'KeyP', ctrlKey: true, altKey: true });
  await waitFor(() =>
    expect(calls.find(({ path }) => path === 'settings.save')?.input).toEqual({
      composerShortcut: 'CommandOrControl+Alt+P',
    }),
  );
});
