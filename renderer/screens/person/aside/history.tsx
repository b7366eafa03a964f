import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/client.ts';
import { undo } from '../../../app/notices.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import classes from '../block.module.css';

/** What was changed about somebody, newest first; each can be taken back. */
export function History({ personId }: { personId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>What was changed</summary>
      {open && <Steps personId={personId} />}
    </details>
  );
}

function Steps({ personId }: { personId: string }) {
  const input = { customerId: personId, limit: 100 };
  const steps = useQuery(api.journal.history.queryOptions({ input }));
  return (
    <Loaded query={steps} loading={<LoadingState lines={3} />}>
      {(entries) => (
        <ul className={classes.list}>
          {entries.map((entry) => (
            <li key={entry.step} className={classes.item}>
              <div className={classes.row}>
                <div className={classes.text}>
                  <span dir="auto" className={entry.undone ? classes.undone : undefined}>
                    {entry.label}
                  </span>
                  <div className={classes.soft}>
                    <RelativeDay day={entry.at} />
                    {entry.undone && ', taken back'}
                  </div>
                </div>
                {entry.canUndo && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Undo: ${entry.label}`}
                    onClick={() => void undo(entry.step)}
                  >
                    Undo
                  </Button>
                )}
              </div>
            </li>
          ))}
          {entries.length === 0 && <li className={classes.nothing}>Nothing yet.</li>}
        </ul>
      )}
    </Loaded>
  );
}
