import { fireEvent, render as renderAlone, screen } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import {
  matches,
  setSingleKeys,
  useKeyboard,
  useShortcut,
} from '../../../renderer/app/keyboard.ts';

interface Keys {
  keys: string;
  run: () => void;
  inFields?: boolean;
  inDialogs?: boolean;
  while?: boolean;
}

function Frame({ children }: { children: ReactNode }) {
  useKeyboard();
  return children;
}

function Keyed(props: Keys) {
  useShortcut({ label: 'It', ...props });
  return <input aria-label="Words" />;
}

const render = (shown: ReactElement) => renderAlone(shown, { wrapper: Frame });

const press = (key: string, more: Partial<KeyboardEventInit> = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key, ...more });

test('a shortcut runs, and not while somebody is writing', () => {
  const run = vi.fn();
  render(<Keyed keys="/" run={run} />);
  press('/', {}, screen.getByLabelText('Words'));
  expect(run).not.toHaveBeenCalled();
  press('/');
  expect(run).toHaveBeenCalledOnce();
});

test('plus is a key like any other', () => {
  const run = vi.fn();
  render(<Keyed keys="+" run={run} />);
  press('+', { shiftKey: true });
  expect(run).toHaveBeenCalledOnce();
});

test('a shortcut for fields runs while writing too', () => {
  const run = vi.fn();
  render(<Keyed keys="mod+enter" run={run} inFields />);
  press('Enter', { ctrlKey: true }, screen.getByLabelText('Words'));
  expect(run).toHaveBeenCalledOnce();
});

test('an open dialog has the keyboard to itself', () => {
  const run = vi.fn();
  render(
    <>
      <Keyed keys="mod+z" run={run} />
      <div role="dialog" aria-modal="true" aria-label="Over it" />
    </>,
  );
  press('z', { ctrlKey: true });
  expect(run).not.toHaveBeenCalled();
});

test('the newest shortcut of the same keys goes first, and the older comes back', () => {
  const [older, newer] = [vi.fn(), vi.fn()];
  const { rerender } = render(
    <>
      <Keyed keys="mod+s" run={older} />
      <Keyed keys="mod+s" run={newer} />
    </>,
  );
  press('s', { ctrlKey: true });
  expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([0, 1]);
  rerender(<Keyed keys="mod+s" run={older} />);
  press('s', { ctrlKey: true });
  expect(older).toHaveBeenCalledOnce();
});

test('single keys can be turned off, and the others stay', () => {
  const [single, both] = [vi.fn(), vi.fn()];
  render(
    <>
      <Keyed keys="?" run={single} />
      <Keyed keys="mod+k" run={both} />
    </>,
  );
  setSingleKeys(false);
  press('?', { shiftKey: true });
  press('k', { ctrlKey: true });
  expect(single).not.toHaveBeenCalled();
  expect(both).toHaveBeenCalledOnce();
  setSingleKeys(true);
  press('?', { shiftKey: true });
  expect(single).toHaveBeenCalledOnce();
});

test('a shortcut that is off does nothing', () => {
  const run = vi.fn();
  render(<Keyed keys="/" run={run} while={false} />);
  press('/');
  expect(run).not.toHaveBeenCalled();
});

test('keys are told apart by what is held with them, on keyboards of any script', () => {
  const event = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
  expect(matches('mod+k', event({ key: 'k', ctrlKey: true }))).toBe(true);
  expect(matches('mod+k', event({ key: 'k' }))).toBe(false);
  expect(matches('mod+z', event({ key: 'Z', ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matches('mod+k', event({ key: 'л', code: 'KeyK', ctrlKey: true }))).toBe(true);
  expect(matches('?', event({ key: '?', shiftKey: true }))).toBe(true);
  expect(matches('k', event({ key: 'k', altKey: true }))).toBe(false);
});
