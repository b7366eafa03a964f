import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SentPerson } from '../../../../shared/contract/contract.ts';
import { idOf } from '../people/people.ts';
import { showPerson } from './person.tsx';

const sent = (number: number, depth: number, count = 0): SentPerson => ({
  id: idOf(number),
  name: `Person ${number}`,
  binned: false,
  depth,
  sent: count,
});

test('who sent whom is a nested list, gone through with the arrows', async () => {
  showPerson({
    person: { sentBy: { id: idOf(2), name: 'Otto' }, sent: 2 },
    answers: {
      'people.referrals': () => ({
        cameThrough: [
          { id: idOf(3), name: 'Ada', binned: false },
          { id: idOf(2), name: 'Otto', binned: true },
        ],
        sent: [sent(10, 1, 1), sent(11, 2), sent(12, 1)],
        more: 0,
      }),
    },
  });
  const tree = await screen.findByRole('navigation', { name: 'Who sent whom' });
  const ada = within(tree).getByRole('link', { name: 'Ada' });
  const [lists] = within(tree).getAllByRole('list');
  expect(ada.nextElementSibling).toBe(lists);
  expect(tree.textContent).toBe(
    'Who sent whomAdaOtto in the binRosa MarchettiPerson 10Person 11Person 12See whom they sent, as a list',
  );
  const ten = within(tree).getByRole('link', { name: 'Person 10' });
  ten.focus();
  fireEvent.keyDown(ten, { key: 'ArrowUp' });
  expect(document.activeElement?.textContent).toBe('Otto');
});

test('a tree of two hundred opens branch by branch', async () => {
  const many = Array.from({ length: 20 }, (_, one) => [
    sent(100 + one * 10, 1, 9),
    ...Array.from({ length: 9 }, (__, other) => sent(101 + one * 10 + other, 2)),
  ]).flat();
  showPerson({
    person: { sent: 20 },
    answers: { 'people.referrals': () => ({ cameThrough: [], sent: many, more: 0 }) },
  });
  const tree = await screen.findByRole('navigation', { name: 'Who sent whom' });
  const names = () => within(tree).getAllByRole('link', { name: /^Person/ }).length;
  expect(names()).toBe(8);
  fireEvent.click(within(tree).getByRole('button', { name: '12 more' }));
  expect(names()).toBe(20);
  fireEvent.click(within(tree).getByRole('button', { name: 'Whom Person 100 sent: 9' }));
  expect(names()).toBe(28);
  const first = within(tree).getByRole('link', { name: 'Person 100' });
  first.focus();
  fireEvent.keyDown(first, { key: 'ArrowLeft' });
  expect(names()).toBe(20);
  fireEvent.keyDown(first, { key: 'ArrowRight' });
  expect(names()).toBe(28);
});
