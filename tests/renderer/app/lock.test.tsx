import { useQuery } from '@tanstack/react-query';
import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { runAction, useActions } from '../../../renderer/app/actions.ts';
import { api } from '../../../renderer/app/client.ts';
import { Lockable } from '../../../renderer/app/lock/lockable.tsx';
import { LockSection } from '../../../renderer/screens/settings/lock-section.tsx';
import type { HouseEvent } from '../../../shared/contract/contract.ts';
import { refusal, show, usualLock } from './show.tsx';

const step = { step: '019cad58-bd80-7000-8000-000000000002' };
const changed: HouseEvent = { type: 'changed', topics: ['lock'] };

function Inside() {
  const counts = useQuery(api.house.counts.queryOptions());
  return <p>{counts.data ? `${counts.data.people} people` : 'waiting'}</p>;
}

/** The window with a lock; gives the way to change how it stands, as the core would tell. */
function open(lock: Partial<typeof usualLock>) {
  const present = { ...usualLock, isSet: true, ...lock };
  const shown = show(
    <Lockable>
      <Inside />
    </Lockable>,
    {
      framed: false,
      answers: {
        'lock.state': () => ({ ...present }),
        'lock.open': ({ passphrase }: { passphrase: string }) => {
          if (passphrase !== 'porch lamp') {
            throw refusal('forbidden', 'That is not the passphrase.', 'passphrase');
          }
          present.isLocked = false;
        },
        'lock.stir': () => undefined,
      },
    },
  );
  return { ...shown, present };
}

test('a locked window shows the way in, and asks for nothing else', async () => {
  const { calls } = open({ isLocked: true });
  const field = await screen.findByLabelText('Your passphrase');
  expect(document.title).toBe('Locked · Porchlight');
  fireEvent.change(field, { target: { value: 'porch lamb' } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  await screen.findByText('That is not the passphrase.');
  expect(new Set(calls.map(({ path }) => path))).toEqual(new Set(['lock.state', 'lock.open']));

  fireEvent.change(field, { target: { value: 'porch lamp' } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  await screen.findByText('148 people');
});

test('one that is locked from elsewhere forgets what it showed', async () => {
  const { present, emit, calls } = open({});
  await screen.findByText('148 people');
  const askedFor = () => calls.filter(({ path }) => path === 'house.counts').length;
  const before = askedFor();
  present.isLocked = true;
  act(() => emit(changed));
  await screen.findByText('Porchlight is locked');
  expect(screen.queryByText('148 people')).toBeNull();
  present.isLocked = false;
  act(() => emit(changed));
  await screen.findByText('148 people');
  expect(askedFor()).toBeGreaterThan(before);
});

test('a locked window says that something is due, and not what', async () => {
  const { present, emit } = open({ isLocked: true });
  await screen.findByText('Its light stays on.');
  present.isWaiting = true;
  act(() => emit({ type: 'notice' }));
  await screen.findByText('Something is due. Unlock Porchlight to see it.');
});

test('what is chosen in a menu while it is locked is not done later', async () => {
  const { present, emit } = open({ isLocked: true });
  await screen.findByText('Porchlight is locked');
  runAction('undo');
  present.isLocked = false;
  act(() => emit(changed));
  await screen.findByText('148 people');
  const undo = vi.fn();
  renderHook(() => useActions([{ id: 'undo', label: 'Take back', run: undo }]));
  expect(undo).not.toHaveBeenCalled();
});

test('somebody who stirs is told of to the core, not at every move and only for an idle lock', async () => {
  const { calls, present, emit } = open({ idleMinutes: 5 });
  await screen.findByText('148 people');
  const stirred = () => calls.filter(({ path }) => path === 'lock.stir').length;
  for (let count = 0; count < 5; count += 1) fireEvent.pointerMove(document.body);
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(stirred()).toBe(1);
  present.isLocked = true;
  act(() => emit(changed));
  await screen.findByText('Porchlight is locked');
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(stirred()).toBe(1);
});

test('in the settings a lock is chosen, sets itself after a while, and asks to be changed', async () => {
  const present = { ...usualLock };
  const { calls, emit } = show(<LockSection />, {
    answers: {
      'lock.state': () => ({ ...present }),
      'lock.choose': () => {
        present.isSet = true;
      },
      'lock.idle': () => undefined,
      'lock.remove': () => {
        throw refusal('forbidden', 'That is not the passphrase.', 'current');
      },
      'settings.save': () => step,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Choose a passphrase' }));
  const field = screen.getByLabelText('The passphrase');
  fireEvent.change(field, { target: { value: 'lamp' } });
  const keep = screen.getByRole('button', { name: 'Keep it' });
  expect((keep as HTMLButtonElement).disabled).toBe(true);
  fireEvent.change(field, { target: { value: 'porch lamp' } });
  fireEvent.click(keep);
  await waitFor(() =>
    expect(calls).toContainEqual({ path: 'lock.choose', input: { passphrase: 'porch lamp' } }),
  );
  act(() => emit(changed));
  fireEvent.click(await screen.findByRole('button', { name: 'Remove the lock' }));
  fireEvent.change(screen.getByLabelText('The passphrase that it has now'), {
    target: { value: 'porch lamb' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Remove the lock' }));
  await screen.findByText('That is not the passphrase.');
});
