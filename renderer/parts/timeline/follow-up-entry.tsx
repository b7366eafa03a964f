import { usePresent } from '../../app/present.ts';
import { FollowUpState } from '../follow-ups/follow-up-state.tsx';
import { useFollowUps } from '../follow-ups/use-follow-ups.ts';
import { FullDay, RelativeDay } from '../relative-day.tsx';
import { followUpChoices } from '../snooze-choices.ts';
import { SnoozeMenu } from '../snooze-menu.tsx';
import type { EntryProps } from './entry.tsx';
import { ChangeAndBin, EntryHead, nameOf, Quiet, WithPeople } from './entry-parts.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import classes from './timeline.module.css';

/** Something promised: still open and how it stands, or kept. */
export function FollowUpEntry({ entry, personId, opening, onGone }: EntryProps) {
  const present = usePresent();
  const { finish, reopen, putOff, bin } = useFollowUps();
  const { followUp } = entry;
  if (!followUp) return null;
  if (opening.open && personId) {
    return (
      <FollowUpForm
        personId={personId}
        followUp={followUp}
        onClose={() => opening.setOpen(false)}
      />
    );
  }
  const { text, dueDay } = followUp;
  const isOpen = followUp.state === 'open';
  const name = nameOf(text);

  return (
    <>
      <EntryHead
        entry={entry}
        actions={
          <>
            {isOpen ? (
              <Quiet label={`Done: ${name}`} onClick={() => void finish(followUp)}>
                Done
              </Quiet>
            ) : (
              <Quiet label={`Open again: ${name}`} onClick={() => void reopen(followUp)}>
                Open again
              </Quiet>
            )}
            {isOpen && (
              <SnoozeMenu
                what={name}
                size="compact-sm"
                choices={followUpChoices(present, followUp)}
                times
                onSnooze={(day, time) => void putOff(followUp, day, time)}
              />
            )}
            <ChangeAndBin
              name={name}
              opening={personId ? opening : undefined}
              onBin={() => void bin(followUp).then((answer) => answer && onGone())}
            />
          </>
        }
      >
        {isOpen ? 'Promised' : 'Promised and kept'}
        <WithPeople entry={entry} personId={personId} word=", for " />
        {isOpen ? ', due ' : ', was due '}
        {isOpen ? <RelativeDay day={dueDay} due /> : <FullDay day={dueDay} />}
      </EntryHead>
      <p className={classes.text} dir="auto">
        {text}
      </p>
      {isOpen && <FollowUpState of={followUp} />}
    </>
  );
}
