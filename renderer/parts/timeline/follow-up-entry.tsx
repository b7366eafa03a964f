import { client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { FollowUpState } from '../follow-ups/follow-up-state.tsx';
import { useFollowUps } from '../follow-ups/use-follow-ups.ts';
import { FullDay, RelativeDay } from '../relative-day.tsx';
import { followUpChoices } from '../snooze-choices.ts';
import { SnoozeMenu } from '../snooze-menu.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, nameOf, Quiet, WithPeople } from './entry-parts.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import classes from './timeline.module.css';

/** Something promised: still open, or kept. */
export function FollowUpEntry({ entry, personId, opening, onGone }: EntryProps) {
  const present = usePresent();
  const { done, failed } = useDoing();
  const { finish, reopen, putOff } = useFollowUps();
  const { id, text, dueDay, followUp } = entry;
  if (opening.open && personId) {
    return (
      <FollowUpForm
        personId={personId}
        followUp={followUp ?? { id, text, dueDay: dueDay ?? present.day }}
        onClose={() => opening.setOpen(false)}
      />
    );
  }
  const isOpen = entry.state === 'open';
  const name = nameOf(text);

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
              <Quiet label={`Done: ${name}`} onClick={() => void finish(entry)}>
                Done
              </Quiet>
            ) : (
              <Quiet label={`Open again: ${name}`} onClick={() => void reopen(entry)}>
                Open again
              </Quiet>
            )}
            {isOpen && followUp && (
              <SnoozeMenu
                what={name}
                size="compact-sm"
                choices={followUpChoices(present, followUp)}
                times
                onSnooze={(day, time) => void putOff(followUp, day, time)}
              />
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
      {isOpen && followUp && <FollowUpState of={followUp} />}
    </>
  );
}
