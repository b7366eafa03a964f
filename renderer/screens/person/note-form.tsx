import { Textarea } from '@mantine/core';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { InlineForm, Missing } from './inline-form.tsx';
import { useEdited } from './use-edited.ts';

interface NoteFormProps {
  personId: string;
  /** The note to change; a new one without it. */
  note?: { id: string; body: string };
  onClose: () => void;
}

/** Something to keep about somebody that was not said in a conversation. */
export function NoteForm({ personId, note, onClose }: NoteFormProps) {
  const { done } = useDoing();
  const edited = useEdited(note ? `note:${note.id}` : `person:${personId}:note`, note?.body ?? '');

  async function save() {
    const body = edited.text.trim();
    if (body === '') throw new Missing('body', 'Write a few words first.');
    const { step } = note
      ? await client.notes.change({ id: note.id, body })
      : await client.notes.add({ customerId: personId, body });
    edited.forget();
    done(note ? 'Changed the note' : 'Noted', step);
  }

  return (
    <InlineForm
      label={note ? 'Change the note' : 'A note'}
      fields={['body']}
      onSave={save}
      onCancel={edited.forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <Textarea
          aria-label="The note"
          placeholder="What you want to remember"
          minRows={3}
          maxLength={50_000}
          value={edited.text}
          onChange={(event) => edited.write(event.currentTarget.value)}
          error={problemAt('body')}
          dir="auto"
          autoFocus
        />
      )}
    </InlineForm>
  );
}
