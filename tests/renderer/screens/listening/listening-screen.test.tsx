import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import ListeningScreen from '../../../../renderer/screens/listening/listening-screen.tsx';
import type { Mention, MentionRow } from '../../../../shared/contract/contract.ts';
import { type Answers, refusal, show } from '../../app/show.tsx';

const id = (number: number) => `019cad58-bd80-7000-8000-${String(number).padStart(12, '0')}`;
const step = { step: id(999) };

function row(number: number, more: Partial<MentionRow> = {}): MentionRow {
  return {
    id: id(number),
    sourceId: id(500),
    sourceName: 'Town square',
    title: `Voice ${number}`,
    excerpt: '',
    author: `Author ${number}`,
    authorHandle: '',
    address: 'https://town.example/1',
    publishedAt: Date.UTC(2026, 2, 1),
    receivedAt: Date.UTC(2026, 2, 1),
    state: 'new',
    starred: false,
    snoozedUntil: null,
    rating: null,
    tone: 'plain',
    toneFrom: 'guess',
    edited: false,
    places: 1,
    together: 1,
    customer: null,
    likely: null,
    ...more,
  };
}

function voice(number: number, more: Partial<Mention> = {}): Mention {
  return {
    ...row(number),
    html: '',
    text: `The words of ${number}`,
    language: '',
    earlier: [],
    elsewhere: [],
    conversation: [],
    pictureHosts: [],
    others: [],
    othersByName: false,
    answer: null,
    answered: null,
    ...more,
  };
}

/** The screen over a list that the core keeps. */
function open(rows: MentionRow[], answers: Answers = {}, path = '/listening') {
  let kept = rows;
  const shown = show(<ListeningScreen />, {
    path,
    answers: {
      'sources.list': () => [],
      'mentions.list': () => ({ total: kept.length, rows: kept }),
      'mentions.get': (input: { id: string }) => voice(Number(input.id.slice(-3))),
      'mentions.mark': (input: { ids: string[] }) => {
        kept = kept.filter((one) => !input.ids.includes(one.id));
        return step;
      },
      ...answers,
    },
  });
  return shown;
}

const list = () => screen.findByRole('list', { name: 'Voices' });

/** Presses a key where the focus is. */
async function press(key: string, more: Partial<KeyboardEventInit> = {}) {
  await act(async () => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  });
}

test('a key deals with the voice, and the next one has the focus at once', async () => {
  const { calls } = open([row(1), row(2), row(3)]);
  await list();
  await press('j');
  expect(document.activeElement?.textContent).toContain('Voice 1');
  await press('n');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Voice 2'));
  await press('a');
  const marked = calls.filter((call) => call.path === 'mentions.mark').map((call) => call.input);
  expect(marked).toEqual([
    { ids: [id(1)], state: 'noted' },
    { ids: [id(2)], state: 'answered' },
  ]);
});

test('what is being dealt with is not dealt with twice, nor brought back by a late answer', async () => {
  let finish: () => void = () => {};
  const slow = new Promise<void>((done) => {
    finish = done;
  });
  const { calls, emit, end } = open([row(1), row(2)], {
    'mentions.mark': async () => {
      await slow;
      return step;
    },
  });
  await list();
  await press('j');
  await press('l');
  // The core still knows it as new, and something else has changed.
  emit({ type: 'changed', topics: ['mention'] });
  await waitFor(() => expect(screen.queryByText('Voice 1')).toBeNull());
  await press('l');
  const marked = calls.filter((call) => call.path === 'mentions.mark').map((call) => call.input);
  expect(marked).toEqual([
    { ids: [id(1)], state: 'let-go' },
    { ids: [id(2)], state: 'let-go' },
  ]);
  finish();
  end();
});

test('a voice that could not be dealt with comes back with the reason', async () => {
  open([row(1), row(2)], {
    'mentions.mark': () => {
      throw refusal('no-space', 'The disk is full.');
    },
  });
  await list();
  await press('j');
  await press('a');
  await screen.findByText('The disk is full.');
  await screen.findByText('Voice 1');
});

test('those that are chosen are dealt with together', async () => {
  const { calls } = open([row(1), row(2), row(3)]);
  await list();
  await press('j');
  await press('x');
  await press('j');
  await press('x');
  const bar = await screen.findByRole('region', { name: 'Chosen voices' });
  expect(bar.textContent).toContain('2 voices');
  fireEvent.click(within(bar).getByRole('button', { name: 'Noted' }));
  expect(calls.find((call) => call.path === 'mentions.mark')?.input).toEqual({
    ids: [id(1), id(2)],
    state: 'noted',
  });
  expect(screen.queryByRole('region', { name: 'Chosen voices' })).toBeNull();
});

test('pictures are shown only when they are asked for, as data', async () => {
  const picture = 'data:image/png;base64,AAAA';
  const address = 'https://pictures.example/bread.png';
  const { container, calls } = open(
    [row(1)],
    {
      'mentions.get': () =>
        voice(1, {
          html: `<p>Look</p><img data-remote-src="${address}" alt="bread">`,
          pictureHosts: ['pictures.example'],
        }),
      'mentions.pictures': () => ({ pictures: [{ address, data: picture }], missing: 0 }),
    },
    `/listening?mention=${id(1)}`,
  );
  await screen.findByText('[picture: bread]');
  expect(container.querySelector('article img')).toBeNull();
  expect(calls.some((call) => call.path === 'mentions.pictures')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Show pictures from pictures.example' }));
  const img = await screen.findByRole('img', { name: 'bread' });
  expect(img.getAttribute('src')).toBe(picture);
});

test('a proposal is answered with one key, either way', async () => {
  const likely = { id: id(9), name: 'Rosa Marin', why: 'The name is the same.' };
  const { calls } = open(
    [row(1)],
    {
      'mentions.get': () => voice(1, { likely }),
      'mentions.link': () => step,
      'mentions.unlink': () => step,
    },
    `/listening?mention=${id(1)}`,
  );
  await screen.findByText(/The name is the same/);
  await press('y');
  expect(calls.find((call) => call.path === 'mentions.link')?.input).toMatchObject({
    id: id(1),
    customerId: id(9),
  });
  await press('Y', { shiftKey: true });
  expect(calls.find((call) => call.path === 'mentions.unlink')?.input).toMatchObject({
    customerId: id(9),
  });
});

test('a guess is told as one, and corrected with one key', async () => {
  const { calls } = open([row(1, { tone: 'complaint' })], {
    'mentions.tone': () => step,
  });
  const voices = await list();
  await within(voices).findByText(/sounds unhappy\?/);
  await press('j');
  await press('3');
  expect(calls.find((call) => call.path === 'mentions.tone')?.input).toEqual({
    ids: [id(1)],
    tone: 'praise',
  });
});

test('a saved search brings its words, its filter and its source', async () => {
  const { calls } = open([row(1)], {
    'savedSearches.list': () => [
      { id: id(7), name: 'Rye', words: 'rye loaf', show: 'all', sourceId: id(500) },
    ],
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Saved searches' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Rye' }));
  await waitFor(() =>
    expect(calls.findLast((call) => call.path === 'mentions.list')?.input).toMatchObject({
      words: 'rye loaf',
      sourceId: id(500),
      state: undefined,
    }),
  );
  expect(screen.getByDisplayValue('rye loaf')).toBe(
    screen.getByLabelText('Search in what was said'),
  );
});
