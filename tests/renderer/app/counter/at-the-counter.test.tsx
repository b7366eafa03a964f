import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AtTheCounter } from '../../../../renderer/app/counter/at-the-counter.tsx';
import { useKeyboard } from '../../../../renderer/app/keyboard.ts';
import { show } from '../show.tsx';

const idOf = (name: string) => `01890000-0000-7000-8000-0000000000${name.length}0`;
const colleague = (name: string) => ({ id: idOf(name), name, ownDay: false });

function Counter() {
  useKeyboard();
  return <AtTheCounter />;
}

function showWith(names: string[], present: string | null) {
  return show(<Counter />, {
    answers: {
      'counter.get': () => ({
        colleagues: names.map(colleague),
        present: present && idOf(present),
      }),
      'counter.comeIn': () => ({}),
    },
  });
}

test('where one works alone, nobody asks who is here', async () => {
  const { calls } = showWith(['Anna'], null);
  await waitFor(() => expect(calls).toContainEqual({ path: 'counter.get', input: undefined }));
  expect(screen.queryByRole('button', { name: /here/ })).toBeNull();
});

test('of two, one key says that the other is here now', async () => {
  const { calls } = showWith(['Ann', 'Benno'], 'Ann');
  await screen.findByRole('button', { name: 'Ann is here' });
  fireEvent.keyDown(document.body, { key: 'h' });
  await waitFor(() =>
    expect(calls).toContainEqual({ path: 'counter.comeIn', input: { id: idOf('Benno') } }),
  );
});

test('of three, the key asks, and a digit answers', async () => {
  const { calls } = showWith(['Ann', 'Benno', 'Carla Rossi'], 'Ann');
  await screen.findByRole('button', { name: 'Ann is here' });
  fireEvent.keyDown(document.body, { key: 'h' });
  const dialog = await screen.findByRole('dialog', { name: 'Who is here?' });
  fireEvent.keyDown(dialog, { key: '3' });
  await waitFor(() =>
    expect(calls).toContainEqual({ path: 'counter.comeIn', input: { id: idOf('Carla Rossi') } }),
  );
});
