import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { idOf } from '../screens/people/people.ts';
import { field, marco, save, showComposer } from './composing.tsx';

describe('while it is typed', () => {
  const fox = { id: idOf(7), name: '🦊 Fox (R.)', company: 'Harbour' };
  const write = async (words: string) =>
    fireEvent.change(await field(), { target: { value: words } });
  const key = async (name: string) => fireEvent.keyDown(await field(), { key: name });

  test('@ offers people, and who is chosen is meant, whatever they are called', async () => {
    const asked: unknown[] = [];
    const { logs } = showComposer(
      {
        said: 'Rang 🦊 Fox (R.) ',
        ...{ people: [], spokenOf: [], promises: [], marks: [] },
        strangers: [{ name: 'Fox', start: 8, end: 11 }],
      },
      {
        'people.list': ({ words }: { words: string }) => {
          asked.push(words);
          return { total: 2, rows: [marco, fox] };
        },
      },
    );
    await write('Rang @fo');
    const list = await screen.findByRole('listbox', { name: 'Customers' });
    expect(asked.at(-1)).toBe('fo');
    // Whose name begins so comes before whoever was found by something else.
    const [first, second] = screen.getAllByRole('option');
    expect(first?.textContent).toContain(fox.name);
    expect(first?.getAttribute('aria-selected')).toBe('true');
    await key('ArrowDown');
    expect(second?.getAttribute('aria-selected')).toBe('true');
    expect((await field()).getAttribute('aria-activedescendant')).toBe(second?.id);
    expect((await field()).getAttribute('aria-controls')).toBe(list.id);
    await key('ArrowUp');
    await key('Enter');
    expect((await field()).value).toBe('Rang 🦊 Fox (R.) ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await screen.findByRole('button', { name: 'Not with 🦊 Fox (R.)' });
    expect(screen.queryByRole('button', { name: /a new customer/ })).toBeNull();
    await save();
    await waitFor(() => expect(logs()).toMatchObject([{ customerIds: [fox.id] }]));
  });

  test('# offers tags; Escape puts the offer away and leaves the words', async () => {
    showComposer(
      {},
      {
        'timeline.tags': () => [{ tag: 'velvet', times: 2 }],
        'people.tags': () => [{ tag: 'Very good payer', people: 1 }],
      },
    );
    await write('Wants #ve');
    await screen.findByRole('listbox', { name: 'Tags' });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '#velvet',
      '#Very-good-payer',
    ]);
    await key('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect((await field()).value).toBe('Wants #ve');
    await write('Wants #vel');
    await screen.findByRole('listbox', { name: 'Tags' });
    await key('Tab');
    expect((await field()).value).toBe('Wants #velvet ');
  });
});
