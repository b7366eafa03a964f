import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/client.ts';
import { Card } from '../../../parts/card.tsx';
import classes from './timeline.module.css';

/** Notes among which the pinned ones are looked for: more than anybody writes about one person. */
const notesLookedAt = 500;

/** The notes that are to be read first. They are in the timeline too, where they are changed. */
export function Pinned({ personId }: { personId: string }) {
  const notes = useQuery(
    api.people.timeline.queryOptions({
      input: { id: personId, kinds: ['note'], offset: 0, limit: notesLookedAt },
    }),
  );
  const pinned = notes.data?.entries.filter((entry) => entry.pinned) ?? [];
  if (pinned.length === 0) return null;
  return (
    <section aria-label="Pinned notes" className={classes.pinned}>
      {pinned.map((note) => (
        <Card key={note.id} tone="lamp" padding="small">
          <p className={classes.text} dir="auto">
            {note.text}
          </p>
        </Card>
      ))}
    </section>
  );
}
