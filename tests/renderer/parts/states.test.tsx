import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Card } from '../../../renderer/parts/card.tsx';
import { EmptyState } from '../../../renderer/parts/empty-state.tsx';
import { Loaded } from '../../../renderer/parts/loaded.tsx';
import { LoadingState } from '../../../renderer/parts/loading-state.tsx';
import { Screen } from '../../../renderer/parts/screen.tsx';
import { refusal } from '../app/show.tsx';
import { renderPart } from './parts.tsx';

afterEach(() => vi.useRealTimers());

test('waiting shows nothing at first, and quiet lines when it takes a while', () => {
  vi.useFakeTimers();
  renderPart(<LoadingState />);
  const status = screen.getByRole('status');
  expect(status.getAttribute('aria-busy')).toBe('true');
  expect(status.children).toHaveLength(0);
  act(() => vi.advanceTimersByTime(250));
  expect(status.textContent).toBe('One moment');
});

test('an answer is shown once it is there, and stays when a later one fails', () => {
  const refetch = vi.fn();
  const part = (data: string | undefined, error: unknown) => (
    <Loaded query={{ data, error, refetch }}>{(words) => <p>{words}</p>}</Loaded>
  );
  const { again } = renderPart(part(undefined, null));
  expect(screen.getByRole('status')).toBeTruthy();
  again(part('Rosa', null));
  expect(screen.getByText('Rosa')).toBeTruthy();
  again(part('Rosa', new Error('late')));
  expect(screen.getByText('Rosa')).toBeTruthy();
});

test('an answer that failed says why, and can be asked for again', () => {
  const refetch = vi.fn();
  const error = refusal('not-found', 'This person is no longer here.');
  renderPart(<Loaded query={{ data: undefined, error, refetch }}>{() => null}</Loaded>);
  expect(screen.getByRole('alert').textContent).toContain('This person is no longer here.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledOnce();
});

test('an empty room has a heading, a sentence and one thing to do', () => {
  renderPart(
    <EmptyState title="Nobody yet" drawing="house" action={<button type="button">Add</button>}>
      The street waits for its first house.
    </EmptyState>,
  );
  expect(screen.getByRole('heading', { name: 'Nobody yet' })).toBeTruthy();
  expect(screen.getByText(/first house/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add' })).toBeTruthy();
});

test('a card with a title is a region of that name, one without is none', () => {
  const { again } = renderPart(<Card title="Family">Marco</Card>);
  expect(screen.getByRole('region', { name: 'Family' })).toBeTruthy();
  again(<Card tone="calm">A question</Card>);
  expect(screen.queryByRole('region')).toBeNull();
});

test('a screen has one h1, a lead, actions, an aside, and names the window', () => {
  renderPart(
    <Screen
      title="People"
      lead="Each a house."
      actions={<button type="button">New</button>}
      aside={<p>Beside</p>}
    >
      Everybody
    </Screen>,
  );
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(screen.getByText('Each a house.')).toBeTruthy();
  expect(screen.getByRole('complementary').textContent).toBe('Beside');
  expect(document.title).toBe('People · Porchlight');
});
