import { createEvent, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from './show.tsx';

/** Drops something there, as a browser does; answers whether the page has taken it upon itself. */
function dropOn(target: Element, types: string[]): boolean {
  const dataTransfer = { types, files: [], items: [] };
  const drop = createEvent.drop(target, { dataTransfer });
  fireEvent(target, drop);
  return drop.defaultPrevented;
}

test('a link dropped on the window leads it nowhere; into a field its words may go', async () => {
  show(
    <>
      <p>Here</p>
      <input aria-label="A name" />
    </>,
    { path: '/people' },
  );
  const page = await screen.findByText('Here');
  expect(dropOn(page, ['text/uri-list', 'text/html'])).toBe(true);
  expect(dropOn(page, ['Files'])).toBe(true);
  expect(dropOn(screen.getByRole('textbox', { name: 'A name' }), ['text/plain'])).toBe(false);
});
