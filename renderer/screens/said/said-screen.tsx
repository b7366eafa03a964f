import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useActions } from '../../app/actions.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { NoteForm } from '../../parts/note/note-form.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';

/** The one timeline of the house: whatever was said, by whatever medium, with whomever. */
export default function SaidScreen() {
  const [, setParams] = useSearchParams();
  const [writing, setWriting] = useState(false);
  const write = () => setWriting(true);
  useShortcut({ keys: 'n', label: 'Write a note', run: write });
  useActions([{ id: 'said-note', label: 'Write a note', words: 'remember', run: write }]);
  return (
    <Screen
      title="Everything said"
      lead="Talks, notes, promises kept, voices and answers, by whatever medium, on one timeline."
      actions={
        <>
          {!writing && (
            <Button variant="subtle" onClick={write}>
              Write a note
            </Button>
          )}
          <Button
            onClick={() =>
              setParams((before) => new URLSearchParams([...before, ['log', '1']]), {
                replace: true,
              })
            }
          >
            Log a conversation
          </Button>
        </>
      }
    >
      {writing && <NoteForm onClose={() => setWriting(false)} />}
      <Timeline
        title="Newest first"
        empty="Nothing has been said yet. The first conversation begins it."
      />
    </Screen>
  );
}
