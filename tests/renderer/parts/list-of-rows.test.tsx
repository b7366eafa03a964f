import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { expect, test, vi } from 'vitest';
import { ListOfRows } from '../../../renderer/parts/list-of-rows.tsx';
import { type PageAsked, usePages } from '../../../renderer/parts/pages.ts';
import { renderPart } from './parts.tsx';

interface Person {
  id: string;
  name: string;
}

const people = (count: number, from = 0): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${from + index}`,
    name: `Person ${from + index}`,
  }));

const list = (rows: Person[], more = {}) => (
  <ListOfRows
    label="People"
    rows={rows}
    keyOf={({ id }) => id}
    hrefOf={({ id }) => `/people/${id}`}
    {...more}
  >
    {({ name }) => name}
  </ListOfRows>
);

const focused = () => document.activeElement?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('of twenty thousand rows only those in sight are drawn, each knowing its place', () => {
  renderPart(list(people(20_000)));
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(60);
  expect(rows[2]?.getAttribute('aria-posinset')).toBe('3');
  expect(rows[2]?.getAttribute('aria-setsize')).toBe('20000');
});

test('on paper stand all rows that are here, one under the other', () => {
  renderPart(list(people(300)));
  fireEvent(window, new Event('beforeprint'));
  const rows = screen.getAllByRole('listitem');
  expect(rows).toHaveLength(300);
  expect(rows[299]?.style.transform).toBe('');
  fireEvent(window, new Event('afterprint'));
  expect(screen.getAllByRole('listitem').length).toBeLessThan(60);
});

test('one Tab comes to the list; j, k, arrows, Home and End go through it', async () => {
  renderPart(list(people(5)));
  const links = screen.getAllByRole('link');
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  act(() => links[0]?.focus());
  press('j');
  await waitFor(() => expect(focused()).toBe('Person 1'));
  press('ArrowDown');
  await waitFor(() => expect(focused()).toBe('Person 2'));
  press('k');
  await waitFor(() => expect(focused()).toBe('Person 1'));
  press('End');
  await waitFor(() => expect(focused()).toBe('Person 4'));
  press('j');
  expect(focused()).toBe('Person 4');
  press('Home');
  await waitFor(() => expect(focused()).toBe('Person 0'));
});

test('keys of the screen act on the row that has the focus', () => {
  const star = vi.fn();
  renderPart(list(people(3), { keys: { s: star } }));
  act(() => screen.getAllByRole('link')[1]?.focus());
  press('s');
  expect(star).toHaveBeenCalledWith({ id: '1', name: 'Person 1' });
});

test('buttons beside a row are their own, and the open row is marked', () => {
  renderPart(
    list(people(2), {
      current: '1',
      actions: ({ name }: Person) => <button type="button">Log {name}</button>,
    }),
  );
  expect(screen.getByRole('button', { name: 'Log Person 0' }).closest('a')).toBeNull();
  expect(screen.getByRole('link', { current: true }).textContent).toBe('Person 1');
});

test('a row without an address opens by its button', () => {
  const open = vi.fn();
  renderPart(list(people(1), { hrefOf: undefined, onOpen: open }));
  fireEvent.click(screen.getByRole('button', { name: 'Person 0' }));
  expect(open).toHaveBeenCalledWith({ id: '0', name: 'Person 0' });
});

function Paged({
  words,
  ask,
}: {
  words: string;
  ask: (words: string, page: PageAsked) => Promise<{ total: number; rows: Person[] }>;
}) {
  const pages = usePages(['people', words], (page) => ask(words, page));
  return (
    <>
      <p>{pages.total ?? 'waiting'}</p>
      <button type="button" onClick={() => pages.want(19_950, 19_999)}>
        To the end
      </button>
      <output>{pages.rowAt(19_999)?.name ?? 'not here'}</output>
      <ListOfRows
        label="People"
        pages={pages}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/people/${id}`}
      >
        {({ name }) => name}
      </ListOfRows>
    </>
  );
}

const wrapped = (words: string, ask: Parameters<typeof Paged>[0]['ask'], queries: QueryClient) => (
  <QueryClientProvider client={queries}>
    <Paged words={words} ask={ask} />
  </QueryClientProvider>
);

test('of a long list only the pages that are looked at are asked for', async () => {
  const ask = vi.fn(async (_: string, { offset, limit }: PageAsked) => ({
    total: 20_000,
    rows: people(limit, offset),
  }));
  render(wrapped('', ask, new QueryClient()));
  await screen.findByText('Person 0');
  expect(ask.mock.calls.map(([, { offset }]) => offset)).toEqual([0]);
  fireEvent.click(screen.getByRole('button', { name: 'To the end' }));
  await screen.findByText('Person 19999');
  expect(ask.mock.calls.map(([, { offset }]) => offset)).toEqual([0, 19_900]);
});

test('while another question is asked the last answer stays', async () => {
  let answer: (rows: Person[]) => void = () => {};
  const ask = vi.fn((words: string) =>
    words === ''
      ? Promise.resolve({ total: 3, rows: people(3) })
      : new Promise<{ total: number; rows: Person[] }>((go) => {
          answer = (rows) => go({ total: rows.length, rows });
        }),
  );
  const queries = new QueryClient();
  const { rerender } = render(wrapped('', ask, queries));
  await screen.findByText('Person 2');
  rerender(wrapped('ros', ask, queries));
  expect(screen.getByText('Person 2')).toBeTruthy();
  expect(screen.getByRole('list').getAttribute('aria-busy')).toBe('true');
  answer([{ id: 'r', name: 'Rosa' }]);
  await screen.findByText('Rosa');
  expect(screen.queryByText('Person 2')).toBeNull();
});

test('a row keeps the focus when others come before it, and leaves its place to the next', async () => {
  const { again } = renderPart(list(people(5)));
  act(() => screen.getByRole('link', { name: 'Person 2' }).focus());
  again(list([...people(2, 100), ...people(5)]));
  await waitFor(() => expect(focused()).toBe('Person 2'));
  expect(screen.getByRole('link', { name: 'Person 2' }).tabIndex).toBe(0);
  again(list([...people(2, 100), ...people(2), ...people(2, 3)]));
  await waitFor(() => expect(focused()).toBe('Person 3'));
});

test('keys in the open menu of a row are the menu’s own', () => {
  const opened = vi.fn();
  const actions = ({ id }: Person) =>
    id === '0' && createPortal(<button type="button">In the menu</button>, document.body);
  renderPart(list(people(3), { actions, keys: { d: opened } }));
  act(() => screen.getByRole('button', { name: 'In the menu' }).focus());
  press('ArrowDown');
  press('d');
  expect(focused()).toBe('In the menu');
  expect(opened).not.toHaveBeenCalled();
});
