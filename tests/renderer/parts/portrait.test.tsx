import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { initialsOf } from '../../../renderer/parts/portrait/initials.ts';
import { Portrait } from '../../../renderer/parts/portrait/portrait.tsx';
import { show } from '../app/show.tsx';

test.each([
  ['Rosa Marin', 'RM'],
  ['Jan van den Berg', 'JB'],
  ['rosie', 'R'],
  ['山田花子', '山'],
  ['محمد الفاسي', 'ما'],
  ['Zoë (the baker)', 'Z'],
  ['नेहा शर्मा', 'नेश'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('photos on one screen are asked for once and together; without one there are initials', async () => {
  const picture = (digit: string) => digit.repeat(64);
  const { calls } = show(
    <>
      <p>Rosa and friends</p>
      <Portrait name="Rosa Marin" photo={picture('a')} size="row" />
      <Portrait name="Rosa Marin" photo={picture('a')} size="large" />
      <Portrait name="Leo Blu" photo={picture('b')} size="row" />
      <Portrait name="Ada Verdi" photo={null} size="row" />
      <Portrait name="Gone Photo" photo={picture('c')} size="row" />
    </>,
    {
      answers: {
        'people.pictures': ({ ids }: { ids: string[] }) =>
          ids
            .filter((id) => !id.startsWith('c'))
            .map((id) => ({ id, type: 'image/jpeg', content: `content-of-${id[0]}` })),
      },
    },
  );
  await screen.findByText('Rosa and friends');
  const addresses = () => [...document.querySelectorAll('img')].map((image) => image.src);
  await waitFor(() => expect(addresses()).toHaveLength(3));
  expect(addresses()).toEqual([
    'data:image/jpeg;base64,content-of-a',
    'data:image/jpeg;base64,content-of-a',
    'data:image/jpeg;base64,content-of-b',
  ]);
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-initials]')];
  expect(drawn.map(({ dataset }) => dataset.initials)).toEqual(['AV', 'GP']);
  const asked = calls.filter(({ path }) => path === 'people.pictures');
  expect(asked.map(({ input }) => input)).toEqual([
    { ids: [picture('a'), picture('b'), picture('c')] },
  ]);
});
