import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Action, actionsFor, useActions } from '../../../renderer/app/actions.ts';
import { placeOf } from '../../../renderer/app/places.ts';
import { refusal, show } from './show.tsx';

const rosa = {
  kind: 'customer',
  id: 'rosa',
  customerId: null,
  title: 'Rosa Marchetti',
  excerpt: 'Marchetti Tailoring',
  at: null,
};
const note = { ...rosa, kind: 'note', id: 'n', customerId: 'rosa', excerpt: 'Seeded rye' };

function Here({ run }: { run: () => void }) {
  useActions([{ id: 'own', label: 'Mark as done', words: 'finish', run }]);
  return <p>Here</p>;
}

async function opened(answers = {}, run = vi.fn()) {
  const shown = show(<Here run={run} />, { answers });
  await screen.findByText('Here');
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const field = await screen.findByRole('combobox');
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  return { ...shown, field, type, run };
}

test('a name that is typed finds the person, and Enter goes there', async () => {
  const find = vi.fn(() => ({ hits: [note, rosa] }));
  const { field, type } = await opened({ 'search.find': find });
  type('ros');
  const options = await screen.findAllByRole('option');
  await waitFor(() => expect(find).toHaveBeenCalledWith({ words: 'ros', limit: 24 }));
  await waitFor(() => expect(options[0]?.textContent).toContain('Rosa Marchetti'));
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(window.location.pathname).toBe('/people/rosa'));
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
});

test('Enter that comes before the search has answered waits for it', async () => {
  const answers = Promise.withResolvers<{ hits: (typeof rosa)[] }>();
  const leo = { ...rosa, id: 'leo', title: 'Leo' };
  const { field, type } = await opened({
    'search.find': ({ words }: { words: string }) =>
      words === 'ro' ? { hits: [leo] } : answers.promise,
  });
  type('ro');
  await screen.findByRole('option', { name: /Leo/ });
  type('rosa');
  fireEvent.keyDown(field, { key: 'Enter' });
  answers.resolve({ hits: [rosa] });
  await waitFor(() => expect(window.location.pathname).toBe('/people/rosa'));
});

test('an action that is called by its name stands first, before and after the search answers', async () => {
  const answers = Promise.withResolvers<{ hits: (typeof rosa)[] }>();
  const { field, type, run } = await opened({ 'search.find': () => answers.promise });
  const first = () => screen.getAllByRole('option')[0]?.textContent;
  type('as done');
  await waitFor(() => expect(first()).toContain('Mark as done'));
  answers.resolve({ hits: [{ ...rosa, title: 'As done as it gets' }] });
  await screen.findByText('As done as it gets');
  expect(first()).toContain('Mark as done');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(run).toHaveBeenCalledOnce();
});

test('what can be done is done by Enter without waiting for what the search will find', async () => {
  const never = Promise.withResolvers<{ hits: (typeof rosa)[] }>();
  const { field, type, run } = await opened({ 'search.find': () => never.promise });
  type('finish');
  expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('Mark as done');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(run).toHaveBeenCalledOnce();
});

test('arrows walk through what was found, and the field says where they are', async () => {
  const { field, type } = await opened({ 'search.find': () => ({ hits: [rosa, note] }) });
  type('rosa');
  await waitFor(() => expect(screen.getAllByRole('option').length).toBe(2));
  const marked = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  expect(marked()?.textContent).toContain('Tailoring');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(marked()?.textContent).toContain('Seeded rye');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(marked()?.textContent).toContain('Tailoring');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(window.location.search).toBe('?entry=n'));
});

test('an action of the screen can be run by its other words', async () => {
  const { field, type, run } = await opened({ 'search.find': () => ({ hits: [] }) });
  type('fini');
  await screen.findByRole('option', { name: 'Mark as done' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(run).toHaveBeenCalledOnce());
});

test('nothing found and a search that failed are both said', async () => {
  const { type } = await opened({
    'search.find': ({ words }: { words: string }) => {
      if (words === 'broken') throw refusal('damaged', 'The index is being built again.');
      return { hits: [] };
    },
  });
  type('zzzz');
  await screen.findByText(/Nothing by that name/);
  type('broken');
  await screen.findByText('The index is being built again.');
});

test('words are found by their beginnings, without their accents', () => {
  const action = (label: string, words?: string): Action => ({
    id: label,
    label,
    words,
    run: () => {},
  });
  const all = [action('Go to Today'), action('Über uns', 'about'), action('Gather now', 'refresh')];
  const labels = (typed: string) => actionsFor(typed, all).map(({ label }) => label);
  expect(labels('')).toHaveLength(3);
  expect(labels('uber')).toEqual(['Über uns']);
  expect(labels('now gath')).toEqual(['Gather now']);
  expect(labels('refr')).toEqual(['Gather now']);
  expect(labels('ather')).toEqual([]);
});

test('everything that is found leads somewhere', () => {
  const place = (kind: Parameters<typeof placeOf>[0]['kind'], customerId: string | null) =>
    placeOf({ kind, id: 'x', customerId });
  expect(place('customer', null)).toBe('/people/x');
  expect(place('conversation', 'rosa')).toBe('/people/rosa?entry=x');
  expect(place('follow-up', null)).toBe('/follow-ups?follow-up=x');
  expect(place('mention', 'rosa')).toBe('/listening?mention=x');
  expect(place('lesson', null)).toBe('/lessons?lesson=x');
});

test('a line that is typed can be logged as a conversation, after all that was found', async () => {
  const { field, type } = await opened({
    'search.find': () => ({ hits: [rosa] }),
    'drafts.get': () => ({ text: '' }),
    'drafts.save': () => undefined,
    'conversations.understand': () => new Promise(() => undefined),
  });
  sessionStorage.clear();
  type('rang Rosa about rye');
  const choice = await screen.findByRole('option', { name: 'Log “rang Rosa about rye”' });
  expect(screen.getAllByRole('option').at(-1)).toBe(choice);
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  fireEvent.keyDown(field, { key: 'Enter' });
  const line = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'What was said, and with whom',
  });
  await waitFor(() => expect(line.value).toBe('rang Rosa about rye'));
});

test('an address can ask for a conversation to be logged, once', async () => {
  show(<p>Here</p>, {
    path: '/people?log=1&tag=rye',
    answers: { 'drafts.get': () => ({ text: '' }) },
  });
  await screen.findByRole('dialog', { name: 'Log a conversation' });
  expect(window.location.search).toBe('?tag=rye');
});
