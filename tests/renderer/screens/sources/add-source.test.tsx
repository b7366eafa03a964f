import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AddSource } from '../../../../renderer/screens/sources/add-source.tsx';
import { show } from '../../app/show.tsx';

const preview = {
  kind: 'feed',
  name: 'Town paper',
  address: 'https://paper.example/feed',
  home: '',
  describes: 'A feed.',
  items: [],
  already: false,
};

async function keepingOne() {
  const gathering = Promise.withResolvers<{ started: boolean; sources: number }>();
  const { calls } = show(<AddSource autoFocus={false} />, {
    answers: {
      'sources.typed': () => ({ isAddress: true, posts: [] }),
      'sources.preview': () => [preview],
      'sources.add': () => ({ id: 'a', step: 's' }),
      'sources.gather': () => gathering.promise,
    },
  });
  const box = await screen.findByLabelText<HTMLInputElement>('Add something to listen to');
  fireEvent.change(box, { target: { value: 'paper.example' } });
  fireEvent.click(screen.getByRole('button', { name: 'Look' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Listen to this' }));
  await waitFor(() => expect(calls.some(({ path }) => path === 'sources.gather')).toBe(true));
  return { box, finish: () => gathering.resolve({ started: true, sources: 1 }) };
}

test('the box is empty once a source is kept', async () => {
  const { box, finish } = await keepingOne();
  finish();
  await waitFor(() => expect(box.value).toBe(''));
  expect(screen.queryByRole('button', { name: 'Listen to this' })).toBeNull();
});

test('what is typed while a source is being kept stays in the box', async () => {
  const { box, finish } = await keepingOne();
  fireEvent.change(box, { target: { value: 'next.example' } });
  finish();
  await screen.findByText('Listening to Town paper');
  expect(box.value).toBe('next.example');
});
