import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { NoteForm } from '../note/note-form.tsx';
import { NoteWords } from '../note/note-words.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, nameOf, Quiet, WithPeople } from './entry-parts.tsx';

/** Something noted about the person. */
export function NoteEntry({ entry, personId, opening, onGone }: EntryProps) {
  const { done, failed } = useDoing();
  if (opening.open) {
    return (
      <NoteForm
        personId={entry.people[0]?.id}
        note={{ id: entry.id, body: entry.text }}
        onClose={() => opening.setOpen(false)}
      />
    );
  }
  const name = nameOf(entry.text);

  async function pin() {
    try {
      const { step } = await client.notes.change({ id: entry.id, pinned: !entry.pinned });
      done(entry.pinned ? 'Taken down' : 'Pinned to the top', step);
    } catch (problem) {
      failed(problem);
    }
  }
  async function bin() {
    try {
      const { step } = await client.notes.bin({ id: entry.id });
      onGone();
      done('The note is in the bin', step);
    } catch (problem) {
      failed(problem);
    }
  }

  return (
    <>
      <EntryHead
        entry={entry}
        actions={
          <>
            <Quiet
              label={entry.pinned ? `Take down ${name}` : `Pin ${name}`}
              onClick={() => void pin()}
            >
              {entry.pinned ? 'Take down' : 'Pin'}
            </Quiet>
            <Quiet
              ref={opening.opener}
              label={`Change ${name}`}
              onClick={() => opening.setOpen(true)}
            >
              Change
            </Quiet>
            <Quiet label={`Put ${name} in the bin`} onClick={() => void bin()}>
              Bin
            </Quiet>
          </>
        }
      >
        Note
        <WithPeople entry={entry} personId={personId} word=" about " />
        {entry.pinned && ', pinned'}
      </EntryHead>
      <NoteWords body={entry.text} />
    </>
  );
}
