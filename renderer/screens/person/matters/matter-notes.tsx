import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Matter } from '../../../../shared/contract/contract.ts';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import { Hits } from '../../../parts/conflicts/hits.tsx';
import { useLookUp } from '../../../parts/conflicts/use-look-up.ts';
import { FullDay } from '../../../parts/relative-day.tsx';
import classes from './matters.module.css';

/** What was noted on a matter, dated; a name can be checked for conflicts and that kept too. */
export function MatterNotes({ matter }: { matter: Matter }) {
  const { attempt } = useDoing();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);

  async function change(said: string, work: () => Promise<{ step: string }>) {
    if (busy) return;
    setBusy(true);
    if (await attempt(work(), said)) setTyped('');
    setBusy(false);
  }
  const add = () =>
    typed.trim() &&
    void change('Noted', () => client.matters.addNote({ id: matter.id, body: typed }));
  const check = () =>
    void change('Kept what was found', () =>
      client.matters.keepLookUp({ id: matter.id, name: typed.trim() }),
    );

  return (
    <section aria-labelledby="matter-notes" className={classes.notes}>
      <h3 id="matter-notes">Notes</h3>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          add();
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          add();
        }}
      >
        <Textarea
          aria-label="A note, or a name to check"
          placeholder="A note, or a name to check for conflicts"
          minRows={1}
          maxLength={5000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          dir="auto"
        />
        <div className={classes.quiet}>
          <Button type="submit" variant="light" size="compact-md" disabled={busy || !typed.trim()}>
            Note it
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            disabled={busy || !isName(typed)}
            onClick={check}
          >
            Check it for conflicts, and keep that
          </Button>
        </div>
      </form>
      {isName(typed) && <Found name={typed} matterId={matter.id} />}
      <ul className={classes.list}>
        {matter.notes.map((note) => (
          <li key={note.id}>
            <div className={classes.noteHead}>
              <FullDay day={note.writtenAt} />
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Take the note off: ${note.body.slice(0, 40)}`}
                onClick={() =>
                  void change('Took the note off', () =>
                    client.matters.removeNote({ noteId: note.id }),
                  )
                }
              >
                Take off
              </Button>
            </div>
            <p dir="auto">{note.body}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Short enough, and on one line: it may be a name. */
function isName(typed: string): boolean {
  const name = typed.trim();
  return [...name].length > 1 && name.length <= 80 && name.split(/\s+/).length <= 6;
}

function Found({ name, matterId }: { name: string; matterId: string }) {
  const { found } = useLookUp(name, matterId);
  if (!found || found.hits.length === 0) return null;
  return (
    <Hits
      hits={found.hits.slice(0, 5)}
      more={found.hits.length + found.more - Math.min(5, found.hits.length)}
      level={3}
    />
  );
}
