import { Button, type ButtonProps } from '@mantine/core';
import { Fragment, type ReactNode, type Ref } from 'react';
import { Link } from 'wouter';
import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { plainWords, tagPattern } from '../../../shared/note-words.ts';
import { PersonName } from '../person-name.tsx';
import type { useOpening } from '../use-opening.ts';
import classes from './timeline.module.css';

interface EntryHeadProps {
  entry: TimelineEntry;
  /** What it is: "At the counter", "Note". */
  children: ReactNode;
  /** Its quiet buttons. */
  actions?: ReactNode;
}

/** The first line of an entry, with the buttons that come when it is looked at. */
export function EntryHead({ entry, children, actions }: EntryHeadProps) {
  return (
    <div className={classes.head}>
      <p id={`head-${entry.kind}-${entry.id}`} className={classes.caption}>
        {children}
      </p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

interface WithPeopleProps {
  entry: TimelineEntry;
  /** Who is known from the place and need not be said. */
  personId?: string;
  /** Before the names: " with ". */
  word: string;
}

/** The people of an entry, each a link to their page. */
export function WithPeople({ entry, personId, word }: WithPeopleProps) {
  const people = entry.people.filter(({ id }) => id !== personId);
  if (people.length === 0) return null;
  return (
    <>
      {word}
      <People people={people} />
    </>
  );
}

/** Names as links. */
export function People({ people }: { people: TimelineEntry['people'] }) {
  return people.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Link href={`/people/${id}`} className={classes.link}>
        <PersonName name={name} />
      </Link>
    </span>
  ));
}

/** What was said, as it was written down; its tags lead to all that has them. */
export function SaidWords({ text }: { text: string }) {
  if (text === '') return null;
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const found of text.matchAll(tagPattern)) {
    pieces.push(<Fragment key={at}>{text.slice(at, found.index)}</Fragment>);
    at = found.index + found[0].length;
    pieces.push(
      <Link
        key={at}
        href={`/said?tag=${encodeURIComponent(found[1] ?? '')}`}
        className={classes.tag}
      >
        {found[0]}
      </Link>,
    );
  }
  return (
    <p className={classes.text} dir="auto">
      {pieces}
      {text.slice(at)}
    </p>
  );
}

interface QuietProps extends Pick<ButtonProps, 'color'> {
  children: string;
  /** The same for those who only hear it, with what it is about. */
  label: string;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A small button that keeps to itself. */
export function Quiet({ children, label, onClick, ref }: QuietProps) {
  return (
    <Button ref={ref} variant="subtle" size="compact-sm" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}

interface ChangeAndBinProps {
  /** What the entry is called by those who only hear it. */
  name: string;
  /** Of its form; without it, it is not changed here. */
  opening: ReturnType<typeof useOpening> | undefined;
  onBin: () => void;
}

/** The buttons of what a person wrote: to change it where it stands, and to throw it away. */
export function ChangeAndBin({ name, opening, onBin }: ChangeAndBinProps) {
  return (
    <>
      {opening && (
        <Quiet ref={opening.opener} label={`Change ${name}`} onClick={() => opening.setOpen(true)}>
          Change
        </Quiet>
      )}
      <Quiet label={`Put ${name} in the bin`} onClick={onBin}>
        Bin
      </Quiet>
    </>
  );
}

/** The first words of a text, to name it by. */
export function nameOf(text: string): string {
  const line = plainWords(text).trim().split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40).trim()} …` : line;
}
