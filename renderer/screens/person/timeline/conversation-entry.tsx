import { Link } from 'wouter';
import { mediumNoun } from '../../../../shared/wording/media.ts';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import { ConversationForm } from './conversation-form.tsx';
import type { EntryProps } from './entry.tsx';
import { EntryHead, nameOf, Quiet } from './entry-parts.tsx';
import classes from './timeline.module.css';

/** A conversation, by whatever medium; or an attempt that reached nobody. */
export function ConversationEntry({ entry, opening, onGone }: EntryProps) {
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
        {entry.withOthers.length > 0 && ', with '}
        {entry.withOthers.map((other, index) => (
          <span key={other.id}>
            {index > 0 && ', '}
            <Link href={`/people/${other.id}`} className={classes.link}>
              <PersonName name={other.name} />
            </Link>
          </span>
        ))}
      </EntryHead>
      {entry.text && (
        <p className={classes.text} dir="auto">
          {entry.text}
        </p>
      )}
    </>
  );
}
