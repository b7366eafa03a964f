import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Archive } from '../../../../renderer/screens/settings/archive.tsx';
import { partBytes } from '../../../../shared/part-bytes.ts';
import { show } from '../../app/show.tsx';

const id = '01890000-0000-7000-8000-000000000001';
const holds = { people: 2, conversations: 0, notes: 0, followUps: 0, lessons: 0, mentions: 0 };

test('everything is fetched part by part and saved as one file', async () => {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:1';
  });
  const { calls } = show(<Archive />, {
    answers: {
      'archives.make': () => ({ id, fileName: 'porchlight-2026-03-02.porchlight.zip', bytes: 6 }),
      'archives.read': ({ from }: { from: number }) =>
        from === 0 ? { content: btoa('lamp'), next: 4 } : { content: btoa('ÿ!'), next: null },
      'archives.done': () => undefined,
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Save everything as a file' }));
  await screen.findByText('porchlight-2026-03-02.porchlight.zip is in your downloads');
  const bytes = new Uint8Array((await saved[0]?.arrayBuffer()) ?? []);
  expect([...bytes]).toEqual([...'lampÿ!'].map((letter) => letter.charCodeAt(0)));
  expect(calls.at(-1)).toEqual({ path: 'archives.done', input: { id } });
});

test('before moving in it is told what comes and what is replaced', async () => {
  const parts: string[] = [];
  const { calls, container } = show(<Archive />, {
    answers: {
      'archives.begin': () => ({ id }),
      'archives.write': ({ content }: { content: string }) => void parts.push(content),
      'archives.look': () => ({
        ...{ at: 1, day: '2026-02-01', version: '1', holds, isEmpty: false },
        now: { ...holds, people: 3 },
      }),
      'archives.bringIn': () => ({ before: 'porchlight-000001-2026-03-02', holds }),
      'archives.done': () => undefined,
    },
  });
  await screen.findByRole('button', { name: 'Move in from such a file …' });
  const file = new File([new Uint8Array(partBytes + 2).fill(255)], 'all.porchlight.zip');
  const input = container.querySelector('input[type=file]');
  if (input) fireEvent.change(input, { target: { files: [file] } });
  await screen.findByText('It was saved on Sunday 1 February, with 2 people.');
  screen.getByText(/takes the place of all that is here now \(3 people\)/);
  expect(parts.map((part) => atob(part).length)).toEqual([partBytes, 2]);
  fireEvent.click(screen.getByRole('button', { name: 'Move in' }));
  await screen.findByText('Moved in: 2 people');
  await waitFor(() => expect(calls).toContainEqual({ path: 'archives.bringIn', input: { id } }));
});
