import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usualSettings } from '../../app/show.tsx';
import { showPerson } from './person.tsx';

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

async function openForm(leapDay = usualSettings.leapDay) {
  const shown = showPerson({ answers: { 'settings.get': () => ({ ...usualSettings, leapDay }) } });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a date' }));
  return shown;
}

test('a day that the month does not have is refused beside it', async () => {
  const { inputs } = await openForm();
  type('Month', '4');
  type('Day', '31');
  save();
  await screen.findByText('April has 30 days.');
  type('Month', '2');
  type('Day', '29');
  type('Year', '1999');
  save();
  await screen.findByText('February 1999 has 28 days.');
  expect(inputs('people.change')).toEqual([]);
  type('Year', '2000');
  save();
  await waitFor(() =>
    expect(inputs('people.change')).toMatchObject([
      { changes: { dates: [{ kind: 'birthday', day: 29, month: 2, year: 2000, yearly: true }] } },
    ]),
  );
});

test('29 February says on which day it is kept, by the rule that is set', async () => {
  await openForm('march-1');
  type('Month', '2');
  type('Day', '29');
  await screen.findByText(/it is kept on 1 March/);
  type('Day', '28');
  expect(screen.queryByText(/it is kept on/)).toBeNull();
});

test('what comes only once needs its year, and notice is given as it is set', async () => {
  const { inputs } = await openForm();
  type('What', 'other');
  type('In words', 'opens the second shop');
  type('Day', '5');
  type('Month', '6');
  type('Say so this many days before', '14');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Comes every year' }));
  save();
  await screen.findByText('What comes only once needs its year.');
  type('Year', '2027');
  save();
  await waitFor(() =>
    expect(inputs('people.change')).toMatchObject([
      {
        changes: {
          dates: [
            {
              kind: 'other',
              label: 'opens the second shop',
              ...{ day: 5, month: 6, year: 2027 },
              yearly: false,
              noticeDays: 14,
            },
          ],
        },
      },
    ]),
  );
});
