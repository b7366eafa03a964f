import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import type { Customer, SentPerson } from '../../../../shared/contract/contract.ts';
import { api } from '../../../app/client.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import { type Branch, branchesOf } from './referral-branches.ts';
import classes from './referral-tree.module.css';

/** Up to so many people the whole tree lies open; a larger one opens branch by branch. */
const openUpTo = 14;
/** So many of one sender's people are shown before the rest is asked for. */
const mostBeside = 8;

/** Who sent whom around somebody: the line that led here, and all who came through them. */
export function ReferralTree({ person }: { person: Customer }) {
  const caption = useId();
  // Only who sent them is said in words already; more than that is a picture.
  const isAlone = person.sentBy === null && person.sent === 0;
  const found = useQuery({
    ...api.people.referrals.queryOptions({ input: { id: person.id } }),
    enabled: !isAlone,
  });
  if (isAlone || !found.data) return null;
  const { cameThrough, sent, more } = found.data;
  if (sent.length === 0 && cameThrough.length < 2) return null;
  const [top, ...line] = cameThrough;
  const self = (
    <>
      <span className={classes.self} aria-current="true">
        <PersonName name={person.name} />
      </span>
      <Branches branches={branchesOf(sent)} folds={sent.length > openUpTo} />
    </>
  );
  return (
    <nav aria-labelledby={caption} className={classes.tree} onKeyDown={moveAlong}>
      <p id={caption} className={classes.more}>
        Who sent whom
      </p>
      {top ? <Senders sender={top} others={line} last={self} /> : self}
      {sent.length > 1 && (
        <Link href={`/people?sent-by=${person.id}`} className={classes.all}>
          See whom they sent, as a list
        </Link>
      )}
      {more > 0 && <p className={classes.more}>and {more} more, further down</p>}
    </nav>
  );
}

type Sender = Pick<SentPerson, 'id' | 'name' | 'binned'>;

interface SendersProps {
  sender: Sender;
  others: readonly Sender[];
  last: ReactNode;
}

/** The line that leads to somebody, each a step further in. */
function Senders({ sender, others: [next, ...others], last }: SendersProps) {
  return (
    <>
      <Name person={sender} />
      <ul className={classes.branches}>
        <li>{next ? <Senders sender={next} others={others} last={last} /> : last}</li>
      </ul>
    </>
  );
}

function Branches({ branches, folds }: { branches: readonly Branch[]; folds: boolean }) {
  const [all, setAll] = useState(false);
  if (branches.length === 0) return null;
  const shown = all ? branches : branches.slice(0, mostBeside);
  return (
    <ul className={classes.branches}>
      {shown.map((branch) => (
        <BranchOf key={branch.person.id} branch={branch} folds={folds} />
      ))}
      {shown.length < branches.length && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {branches.length - shown.length} more
          </Button>
        </li>
      )}
    </ul>
  );
}

function BranchOf({ branch: { person, sent }, folds }: { branch: Branch; folds: boolean }) {
  const [open, setOpen] = useState(!folds);
  if (sent.length === 0 || !folds) {
    return (
      <li>
        <Name person={person} />
        <Branches branches={sent} folds={folds} />
      </li>
    );
  }
  return (
    <li>
      <Name person={person} />{' '}
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-label={`Whom ${person.name} sent: ${sent.length}`}
        data-branch
        onClick={() => setOpen(!open)}
      >
        {open ? '−' : `+${sent.length}`}
      </button>
      {open && <Branches branches={sent} folds={folds} />}
    </li>
  );
}

function Name({ person }: { person: Sender }) {
  return (
    <>
      <Link href={`/people/${person.id}`} className={classes.name}>
        <PersonName name={person.name} />
      </Link>
      {person.binned && <span className={classes.more}> in the bin</span>}
    </>
  );
}

/** Up and down go along the names; right opens a branch, left closes it. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    names[names.indexOf(focused) + step]?.focus();
    return;
  }
  const wanted = { ArrowRight: 'false', ArrowLeft: 'true' }[event.key];
  const fold = focused.closest('li')?.querySelector<HTMLElement>(':scope > [data-branch]');
  if (!wanted || fold?.getAttribute('aria-expanded') !== wanted) return;
  event.preventDefault();
  fold.click();
}
