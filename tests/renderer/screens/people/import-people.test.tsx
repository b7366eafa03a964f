import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import PeopleScreen from '../../../../renderer/screens/people/people-screen.tsx';
import type { PersonFound } from '../../../../shared/contract/contract.ts';
import { type Answers, refusal, show } from '../../app/show.tsx';
import { aRow, idOf, listing } from './people.ts';

const found = (row: number, name: string, changes: Partial<PersonFound> = {}): PersonFound => ({
  row,
  name,
  note: '',
  problem: null,
  remarks: [],
  photo: false,
  already: null,
  form: {
    givenName: name,
    familyName: '',
    nickname: '',
    company: '',
    role: '',
    nameOrder: 'given-first',
    pronouns: '',
    saidAs: '',
    otherNames: [],
    works: [],
    circle: 'regular',
    rhythmDays: null,
    howMet: '',
    sentBy: null,
    contacts: [{ kind: 'phone', label: '', value: '0201 555', network: '' }],
    relations: [],
    dates: [],
    facts: [],
    tags: [],
  },
  ...changes,
});

const preview = {
  format: 'csv',
  mapping: [
    { column: 'Name', field: 'fullName' },
    { column: 'Tel', field: 'ignore' },
  ],
  examples: ['Åsa', '0201 555'],
  total: 3,
  problems: 1,
  people: [
    found(1, 'Åsa'),
    found(2, '', { problem: 'There is no name in this row.' }),
    found(3, 'Rosa Marchetti', {
      already: { id: idOf(1), name: 'Rosa Marchetti', why: 'The same name' },
    }),
  ],
};
const result = {
  step: 'import',
  added: 1,
  updated: 1,
  skipped: 0,
  problems: [{ row: 2, sentence: 'There is no name in this row.' }],
  remarks: [{ row: 3, sentence: 'The photo is larger than 2 megabytes and was left out.' }],
};

async function dropped(more: Answers = {}) {
  const shown = show(<PeopleScreen />, {
    path: '/people',
    answers: {
      'people.list': listing([aRow()]),
      'people.tags': () => [],
      'exchange.previewPeople': () => preview,
      'exchange.importPeople': () => result,
      'journal.undo': () => ({ step: 'undone', label: 'Brought in 2 people' }),
      ...more,
    },
  });
  const file = new File(['Name,Tel\nÅsa,0201 555\n'], 'people.csv', { type: 'text/csv' });
  const dataTransfer = { types: ['Files'], files: [file] };
  fireEvent.drop(await screen.findByRole('link', { name: /Rosa/ }), { dataTransfer });
  return shown;
}
const inputs = (calls: { path: string; input: unknown }[], path: string) =>
  calls.filter((call) => call.path === path).map((call) => call.input);

test('a dropped file shows who is in it, with problems and likely doubles, and keeps nothing', async () => {
  const { calls } = await dropped();
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText(/holds 3 people; 1 of them cannot be taken/);
  expect(within(dialog).getByText('There is no name in this row.')).toBeDefined();
  expect(dialog.textContent).toContain('Here already? Rosa Marchetti. The same name.');
  expect(inputs(calls, 'exchange.previewPeople')).toEqual([
    { fileName: 'people.csv', content: 'TmFtZSxUZWwKw4VzYSwwMjAxIDU1NQo=' },
  ]);
  expect(inputs(calls, 'exchange.importPeople')).toEqual([]);
});

test('a column that was read wrongly is put right, and looked at anew', async () => {
  const { calls } = await dropped();
  fireEvent.change(await screen.findByRole('combobox', { name: 'Tel is' }), {
    target: { value: 'phone' },
  });
  await waitFor(() => expect(inputs(calls, 'exchange.previewPeople')).toHaveLength(2));
  expect(inputs(calls, 'exchange.previewPeople')[1]).toMatchObject({
    mapping: [
      { column: 'Name', field: 'fullName' },
      { column: 'Tel', field: 'phone' },
    ],
  });
});

test('what is brought in is told row by row, and all of it can be undone', async () => {
  const { calls } = await dropped();
  fireEvent.click(await screen.findByRole('radio', { name: /gets what the file knows/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Bring in 2 people' }));
  await screen.findByText('1 person came in, 1 person got something new.');
  expect(screen.getByText('Row 2: There is no name in this row.')).toBeDefined();
  const partly = screen.getByRole('region', { name: 'Taken, but not all of it' });
  expect(within(partly).getByText(/Row 3: The photo is larger/)).toBeDefined();
  expect(inputs(calls, 'exchange.importPeople')).toMatchObject([{ already: 'update' }]);
  fireEvent.click(screen.getByRole('button', { name: 'Undo this import' }));
  await screen.findByText('The import of people.csv is undone');
  expect(inputs(calls, 'journal.undo')).toEqual([{ step: 'import' }]);
});

test('a file that cannot be read says why, and another can be chosen', async () => {
  await dropped({
    'exchange.previewPeople': () => {
      throw refusal('unreadable', 'This is no address book that Porchlight knows.');
    },
  });
  await screen.findByText('This is no address book that Porchlight knows.');
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDefined();
});
