import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TagsDialog } from '../../../../renderer/screens/people/tags-dialog.tsx';
import { refusal, show } from '../../app/show.tsx';

test('a tag is renamed everywhere, or removed, and a refusal is told beside it', async () => {
  let refused = true;
  const { calls } = show(<TagsDialog onClose={() => {}} />, {
    answers: {
      'people.tags': () => [
        { tag: 'bakery', people: 12 },
        { tag: 'music', people: 1 },
      ],
      'people.renameTag': () => {
        if (refused) throw refusal('not-found', 'Nobody has that tag any more.');
        return { step: 's' };
      },
      'people.dropTag': () => ({ step: 't' }),
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Rename bakery' }));
  fireEvent.change(screen.getByLabelText('New name of bakery'), { target: { value: 'bread' } });
  fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
  await screen.findByText('Nobody has that tag any more.');
  refused = false;
  fireEvent.click(screen.getByRole('button', { name: 'Rename' }));
  await screen.findByText('“bakery” is now “bread”');
  fireEvent.click(screen.getByRole('button', { name: 'Remove music from everybody' }));
  await waitFor(() =>
    expect(calls.filter(({ path }) => path === 'people.dropTag')).toMatchObject([
      { input: { tag: 'music' } },
    ]),
  );
});
