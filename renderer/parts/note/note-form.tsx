import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { forWriting, fromWriting, tagKey, tagsIn } from '../../../shared/note-words.ts';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { InlineForm, Missing } from '../inline-form/inline-form.tsx';
import type { ChosenPerson } from '../person-choice.tsx';
import { useDraft } from '../use-draft.ts';
import { useEdited } from '../use-edited.ts';
import classes from './note.module.css';
import { NoteField } from './note-field.tsx';
import { NoteWords } from './note-words.tsx';

interface NoteFormProps {
  /** Whom it is about; a note of the house without it. */
  personId?: string;
  /** The note to change; a new one without it. */
  note?: { id: string; body: string };
  onClose: () => void;
}

/** Something to keep that was not said in a conversation, in Markdown. */
export function NoteForm({ personId, note, onClose }: NoteFormProps) {
  const { done } = useDoing();
  const key = note ? `note:${note.id}` : personId ? `person:${personId}:note` : 'note:house';
  const original = forWriting(note?.body ?? '');
  const edited = useEdited(key, original.text);
  const linked = useLinked(key, original.people);
  const [tagging, setTagging] = useState<readonly string[]>([]);
  const [pinned, setPinned] = useState(false);
  const [reading, setReading] = useState(false);

  const forget = () => {
    edited.forget();
    linked.forget();
  };
  async function save() {
    const body = edited.text.trim();
    if (body === '') throw new Missing('body', 'Write a few words first.');
    const said = tagsIn(body).map(({ tag }) => tag);
    const written = {
      body,
      people: linked.people,
      tagPerson: tagging.filter((tag) => said.includes(tag)),
    };
    const { step } = note
      ? await client.notes.change({ id: note.id, ...written })
      : await client.notes.add({ customerId: personId ?? null, pinned, ...written });
    forget();
    done(note ? 'Changed the note' : 'Noted', step);
  }

  return (
    <InlineForm
      label={note ? 'Change the note' : 'A note'}
      fields={['body']}
      onSave={save}
      onCancel={forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          {reading ? (
            <div className={classes.preview}>
              <NoteWords body={fromWriting(edited.text, linked.people)} />
            </div>
          ) : (
            <NoteField
              value={edited.text}
              onChange={edited.write}
              onPerson={linked.add}
              error={problemAt('body')}
            />
          )}
          <div className={classes.helps}>
            <span>@ names a customer, # a tag; **bold**, - a list</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-pressed={reading}
              onClick={() => setReading(!reading)}
            >
              {reading ? 'Write on' : 'Read it through'}
            </Button>
          </div>
          {personId && (
            <TagsToGive
              personId={personId}
              text={edited.text}
              chosen={tagging}
              onChoose={setTagging}
            />
          )}
          {!note && (
            <Checkbox
              label="Pin it to the top"
              checked={pinned}
              onChange={(event) => setPinned(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </InlineForm>
  );
}

/** Who is meant by each `@`, kept with the draft. */
function useLinked(key: string, original: readonly ChosenPerson[]) {
  const draft = useDraft(`${key}:people`);
  const chosen = draft.text === '' ? [] : (JSON.parse(draft.text) as ChosenPerson[]);
  return {
    people: [...original, ...chosen],
    add: (person: ChosenPerson) => draft.write(JSON.stringify([...chosen, person])),
    forget: draft.clear,
  };
}

interface TagsToGiveProps {
  personId: string;
  text: string;
  chosen: readonly string[];
  onChoose: (tags: readonly string[]) => void;
}

/** A tag in a note tags the note; the person is given it only when somebody says so. */
function TagsToGive({ personId, text, chosen, onChoose }: TagsToGiveProps) {
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
  if (!person.data) return null;
  const carried = new Set(person.data.tags.map(tagKey));
  const tags = tagsIn(text).filter(({ key }) => !carried.has(key));
  if (tags.length === 0) return null;
  const called = person.data.givenName || person.data.name;
  return (
    <div className={classes.tags}>
      {tags.map(({ tag, key }) => (
        <Checkbox
          key={key}
          size="sm"
          label={`Tag ${called} with “${tag}” too`}
          checked={chosen.includes(tag)}
          onChange={(event) =>
            onChoose(
              event.currentTarget.checked
                ? [...chosen, tag]
                : chosen.filter((other) => other !== tag),
            )
          }
        />
      ))}
    </div>
  );
}
