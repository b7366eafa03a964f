import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Card } from '../../../renderer/parts/card.tsx';
import { WithContents } from '../../../renderer/parts/contents.tsx';
import { renderPart } from './parts.tsx';

const page = (titles: readonly string[]) => (
  <WithContents>
    {titles.map((title) => (
      <Card key={title} title={title}>
        <p>About it</p>
      </Card>
    ))}
  </WithContents>
);

test('what is on a long page stands beside it, and each heading is one step away', async () => {
  const { again } = renderPart(page(['Your business', 'Reminders']));
  const contents = screen.getByRole('navigation', { name: 'On this page' });
  const links = () =>
    within(contents)
      .getAllByRole('link')
      .map((link) => link.textContent);
  expect(links()).toEqual(['Your business', 'Reminders']);
  fireEvent.click(within(contents).getByRole('link', { name: 'Reminders' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Reminders' }));
  again(page(['Your business', 'Reminders', 'Backups']));
  await waitFor(() => expect(links()).toContain('Backups'));
});
