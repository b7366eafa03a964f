import { fullDay } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { FullDay, RelativeDay } from '../relative-day.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, nameOf, Quiet, WithPeople } from './entry-parts.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import classes from './timeline.module.css';

/** Something promised: still open, or kept. */
export function FollowUpEntry({ entry, personId, opening, onGone }: EntryProps) {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const { id, text, dueDay } = entry;
  if (opening.open && personId) {
    return (
      <FollowUpForm
        personId={personId}
        followUp={{ id, text, dueDay: dueDay ?? today }}
        onClose={() => opening.setOpen(false)}
      />
    );
  }
  const isOpen = entry.state === 'open';
  const name = nameOf(text);

  async function finish() {
    try {
      const { step, next } = await client.followUps.done({ id });
      done(next ? `Done. Again ${fullDay(next.dueDay, today)}` : 'Done', step);
    } catch (problem) {
      failed(problem);
    }
  }
  async function reopen() {
    try {
      const { step } = await client.followUps.reopen({ id });
      done('Open again', step);
    } catch (problem) {
      failed(problem);
    }
  }
  async function bin() {
    try {
      const { step } = await client.followUps.bin({ id });
      onGone();
      done('The follow-up is in the bin', step);
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
            {isOpen ? (
              <Quiet label={`Done: ${name}`} onClick={() => void finish()}>
                Done
              </Quiet>
            ) : (
              <Quiet label={`Open again: ${name}`} onClick={() => void reopen()}>
                Open again
              </Quiet>
            )}
            {personId && (
              <Quiet
                ref={opening.opener}
                label={`Change ${name}`}
                onClick={() => opening.setOpen(true)}
              >
                Change
              </Quiet>
            )}
            <Quiet label={`Put ${name} in the bin`} onClick={() => void bin()}>
              Bin
            </Quiet>
          </>
        }
      >
        {isOpen ? 'Promised' : 'Promised and kept'}
        <WithPeople entry={entry} personId={personId} word=", for " />
        {dueDay && (
          <>
            {isOpen ? ', due ' : ', was due '}
            {isOpen ? <RelativeDay day={dueDay} due /> : <FullDay day={dueDay} />}
          </>
        )}
      </EntryHead>
      <p className={classes.text} dir="auto">
        {text}
      </p>
    </>
  );
}
