import { mediumNoun } from '../../../shared/wording/media.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { ConversationForm } from './conversation-form.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, nameOf, People, Quiet, SaidWords, WithPeople } from './entry-parts.tsx';
import classes from './timeline.module.css';

/** A conversation, by whatever medium; or an attempt that reached nobody. */
export function ConversationEntry({ entry, personId, opening, onGone }: EntryProps) {
  const { done, failed } = useDoing();
  if (opening.open) {
    return <ConversationForm entry={entry} onClose={() => opening.setOpen(false)} />;
  }
  const name = nameOf(entry.text) || 'this conversation';

  async function bin() {
    try {
      const { step } = await client.conversations.bin({ id: entry.id });
      onGone();
      done('The conversation is in the bin', step);
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
            <Quiet
              ref={opening.opener}
              label={`Change ${name}`}
              onClick={() => opening.setOpen(true)}
            >
              Change
            </Quiet>
            <Quiet label={`Put ${name} in the bin`} onClick={() => void bin()}>
              Bin
            </Quiet>
          </>
        }
      >
        {mediumNoun(entry.medium ?? 'other')}
        {entry.reached === false && ', nobody reached'}
        <WithPeople entry={entry} personId={personId} word={personId ? ', with ' : ' with '} />
        {entry.ofUs && (
          <>
            {' · '}
            <bdi>{entry.ofUs}</bdi>
          </>
        )}
      </EntryHead>
      <SaidWords text={entry.text} />
      {entry.spokenOf.length > 0 && (
        <p className={classes.caption}>
          Spoken of: <People people={entry.spokenOf} />
        </p>
      )}
    </>
  );
}
