import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import PeopleScreen from '../../../../renderer/screens/people/people-screen.tsx';
import { type Answers, refusal, show } from '../../app/show.tsx';
import { aRow, idOf, listing } from './people.ts';

async function dialog(more: Answers = {}) {
  const shown = show(<PeopleScreen />, {
    path: '/people',
    answers: {
      'people.list': listing([aRow()]),
      'people.tags': () => [],
      'people.add': () => ({ step: 'added', id: idOf(9) }),
      ...more,
    },
  });
  await screen.findByRole('link', { name: /Rosa/ });
  fireEvent.keyDown(document.body, { key: 'n' });
  await screen.findByRole('dialog', { name: 'New customer' });
  return shown;
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const added = (calls: { path: string; input: unknown }[]) =>
  calls.filter(({ path }) => path === 'people.add').map(({ input }) => input);

test('any one name is enough, and Add and open goes there', async () => {
  const { calls } = await dialog();
  type('Business', 'Hagelag Gardens');
  fireEvent.click(screen.getByRole('button', { name: /Add and open/ }));
  await waitFor(() => expect(window.location.pathname).toBe(`/people/${idOf(9)}`));
  expect(added(calls)).toEqual([
    {
      givenName: '',
      familyName: '',
      company: 'Hagelag Gardens',
      circle: 'regular',
      contacts: [],
      facts: [],
    },
  ]);
});

test('Ctrl+Enter adds and is ready for the next; the circle stays', async () => {
  const { calls } = await dialog();
  fireEvent.click(screen.getByRole('radio', { name: 'Inner circle' }));
  type('First name', 'Roz');
  type('Phone or email', 'roz@example.org');
  type('One thing to remember', 'Allergic to nuts');
  fireEvent.keyDown(screen.getByLabelText('One thing to remember'), {
    key: 'Enter',
    ctrlKey: true,
  });
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe(''));
  expect(document.activeElement).toBe(screen.getByLabelText('First name'));
  type('First name', 'Pip');
  fireEvent.keyDown(screen.getByLabelText('First name'), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(added(calls)).toHaveLength(2));
  expect(added(calls)).toMatchObject([
    {
      givenName: 'Roz',
      circle: 'inner',
      contacts: [{ kind: 'email', value: 'roz@example.org' }],
      facts: [{ text: 'Allergic to nuts' }],
    },
    { givenName: 'Pip', circle: 'inner', contacts: [], facts: [] },
  ]);
  expect(screen.getByRole('dialog').textContent).toContain('Added Pip, 2 in all');
});

test('without any name nothing is sent, and the sentence stands beside the field', async () => {
  const { calls } = await dialog();
  type('Phone or email', '0201 555');
  fireEvent.click(screen.getByRole('button', { name: /Add another/ }));
  const name = screen.getByLabelText('First name');
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('One name is enough, but one is needed.')).toBeDefined();
  expect(document.activeElement).toBe(name);
  expect(added(calls)).toEqual([]);
});

test('a refused field shows its sentence beside it, and nothing typed is lost', async () => {
  await dialog({
    'people.add': () => {
      throw refusal('invalid', 'That is not a mail address.', 'contacts.0.value');
    },
  });
  type('First name', 'Roz');
  type('Phone or email', 'roz@');
  fireEvent.click(screen.getByRole('button', { name: /Add another/ }));
  await screen.findByText('That is not a mail address.');
  expect(screen.getByLabelText('Phone or email').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('First name').value).toBe('Roz');
});

test('somebody of that name is pointed out before they are there twice', async () => {
  await dialog();
  type('First name', 'Rosa');
  type('Last name', 'Marchetti');
  const here = await screen.findByRole('button', { name: 'Rosa Marchetti' });
  fireEvent.click(here);
  await waitFor(() => expect(window.location.pathname).toBe(`/people/${idOf(1)}`));
});
