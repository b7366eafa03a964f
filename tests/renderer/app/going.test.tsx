import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listenForPlaces } from '../../../renderer/app/going.ts';
import { show } from './show.tsx';

/** What the preload tells the page. */
function send(place: unknown, source: unknown = window): void {
  const event = new MessageEvent('message', { data: { kind: 'porchlight:go', place } });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

const here = () => `${window.location.pathname}${window.location.search}`;

test('the shell leads the window to places of the house, and nowhere else', async () => {
  listenForPlaces();
  send('/follow-ups');
  show(<p>.</p>, { path: '/today' });
  await waitFor(() => expect(here()).toBe('/follow-ups'));
  for (const place of ['https://evil.example/', '//evil.example', '/\\evil.example', 7, null]) {
    send(place);
  }
  send('/people', null);
  expect(here()).toBe('/follow-ups');
  send('/people/7?entry=3');
  await waitFor(() => expect(here()).toBe('/people/7?entry=3'));
});

test('the keys of the composer open the line wherever one is', async () => {
  listenForPlaces();
  show(<p>.</p>, { path: '/listening?show=new', answers: { 'drafts.get': () => ({ text: '' }) } });
  await screen.findByText('.');
  send('?log=1');
  await screen.findByRole('dialog', { name: 'Log a conversation' });
  expect(window.location.pathname).toBe('/listening');
  expect(window.location.search).toContain('show=new');
});
