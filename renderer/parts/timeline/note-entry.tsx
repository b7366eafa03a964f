import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { NoteForm } from '../note/note-form.tsx';
import { NoteWords } from '../note/note-words.tsx';
import type { EntryProps } from './entry.tsx';
import { ChangeAndBin, EntryHead, nameOf, Quiet, WithPeople } from './entry-parts.tsx';

/** Something noted about the person. */
export function NoteEntry({ entry, personId, opening, onGone }: EntryProps) {
  const { attempt } = useDoing();
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

  const pin = () =>
    attempt(
      client.notes.change({ id: entry.id, pinned: !entry.pinned }),
      entry.pinned ? 'Taken down' : 'Pinned to the top',
    );
  async function bin() {
    const work = client.notes.bin({ id: entry.id });
    if (await attempt(work, 'The note is in the bin')) onGone();
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
            <ChangeAndBin name={name} opening={opening} onBin={() => void bin()} />
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
