import { fireEvent, screen } from '@testing-library/react';
import { beforeEach } from 'vitest';
import { Composer } from '../../../renderer/parts/composer/composer.tsx';
import type { Understood } from '../../../shared/contract/contract.ts';
import { type Answers, show } from '../app/show.tsx';
import { idOf } from '../screens/people/people.ts';

export const line = 'called Rosa and Marco, Hannah is better, send the quote friday';
export const rosa = { id: idOf(1), name: 'Rosa Bianchi' };
export const hannah = { id: idOf(2), name: 'Hannah Price' };
export const marco = {
  id: idOf(3),
  name: 'Marco Bianchi',
  company: 'Harbour',
  lastSpokeDay: '2026-02-27',
};
export const other = { id: idOf(4), name: "Marco D'Angelo", company: '', lastSpokeDay: null };

export function understoodOf(changes: Partial<Understood> = {}): Understood {
  return {
    medium: 'phone',
    reached: true,
    happenedDay: '2026-03-02',
    said: line,
    marks: [{ what: 'medium', start: 0, end: 6 }],
    promises: [
      {
        text: 'Send the quote',
        dueDay: '2026-03-06',
        dueTime: null,
        customer: null,
        start: 41,
        end: 62,
      },
    ],
    people: [{ ...rosa, start: 7, end: 11 }],
    spokenOf: [{ ...hannah, start: 23, end: 29 }],
    unsure: [],
    strangers: [],
    isPlan: false,
    ...changes,
  };
}

export const drafts = new Map<string, string>();
beforeEach(() => {
  drafts.clear();
  sessionStorage.clear();
});

export function showComposer(changes: Partial<Understood> = {}, answers: Answers = {}) {
  const logged: unknown[] = [];
  const shown = show(<Composer draftKey="talk:anybody" onLogged={(one) => logged.push(one)} />, {
    path: '/today',
    answers: {
      'drafts.get': ({ key }: { key: string }) => ({ text: drafts.get(key) ?? '' }),
      'drafts.save': ({ key, text }: { key: string; text: string }) => void drafts.set(key, text),
      'conversations.understand': () => understoodOf(changes),
      'conversations.log': () => ({ id: idOf(9), step: 's' }),
      'conversations.plan': () => ({ step: 'p' }),
      'people.list': () => ({ total: 0, rows: [] }),
      ...answers,
    },
  });
  const logs = () =>
    shown.calls.filter(({ path }) => path === 'conversations.log').map(({ input }) => input);
  return { ...shown, logged, logs };
}

export const field = () =>
  screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What was said, and with whom' });
export async function type(words = line) {
  fireEvent.change(await field(), { target: { value: words } });
  await screen.findByRole('button', { name: 'Not with Rosa Bianchi' });
}
export const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole('button', { name }));
export const save = async () => fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true });
