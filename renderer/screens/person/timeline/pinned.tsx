import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/client.ts';
import { Card } from '../../../parts/card.tsx';
import { NoteWords } from '../../../parts/note/note-words.tsx';
import classes from './pinned.module.css';

/** The notes that are to be read first. They are in the timeline too, where they are changed. */
export function Pinned({ personId }: { personId: string }) {
  const notes = useQuery(
    api.timeline.list.queryOptions({ input: { customerId: personId, pinned: true, limit: 50 } }),
  );
  const pinned = notes.data?.entries ?? [];
  if (pinned.length === 0) return null;
  return (
    <section aria-label="Pinned notes" className={classes.pinned}>
      {pinned.map((note) => (
        <Card key={note.id} tone="lamp" padding="small">
          <NoteWords body={note.text} />
        </Card>
      ))}
    </section>
  );
}
