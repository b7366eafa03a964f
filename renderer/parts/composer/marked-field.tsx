import { type ReactNode, type Ref, useRef } from 'react';
import type { Understood } from '../../../shared/contract/contract.ts';
import type { useOffers } from '../offers/use-offers.tsx';
import classes from './marked-field.module.css';
import type { Settled } from './put-right.ts';

/** Words in the field that were understood: start and end in UTF-16 units. */
export interface Mark {
  /** A promise, a person, or how and when it was. */
  what: 'promise' | 'person' | 'how';
  start: number;
  end: number;
}

/** The words of a text that were understood, but for what was put right since. */
export function marksOf(understood: Understood, settled: Settled, text: string): Mark[] {
  const { promises, people, newPeople, spokenOf } = settled;
  const meant = new Set([...people, ...spokenOf].map((person) => person.id));
  const isNew = new Set(newPeople);
  const marks: Mark[] = [
    ...promises.map(({ understood: { start, end } }) => ({ what: 'promise' as const, start, end })),
    ...[...understood.people, ...understood.spokenOf]
      .filter(({ id }) => meant.has(id))
      .map(({ start, end }) => ({ what: 'person' as const, start, end })),
    ...understood.strangers
      .filter(({ name }) => isNew.has(name))
      .map(({ start, end }) => ({ what: 'person' as const, start, end })),
    ...understood.marks.map(({ start, end }) => ({ what: 'how' as const, start, end })),
  ];
  // What was understood counts from the first word, the field from whatever stands before it.
  const before = text.length - text.trimStart().length;
  return marks.map((mark) => ({ ...mark, start: mark.start + before, end: mark.end + before }));
}

interface MarkedFieldProps {
  label: string;
  value: string;
  marks: readonly Mark[];
  onChange: (value: string) => void;
  placeholder?: string;
  describedBy?: string;
  fieldRef?: Ref<HTMLTextAreaElement>;
  autoFocus?: boolean;
  /** Customers and tags that are offered while it is written in. */
  offers: ReturnType<typeof useOffers>;
}

/** A field that grows with its text and underlines the words that were understood. */
export function MarkedField(props: MarkedFieldProps) {
  const { label, value, marks, onChange, placeholder, describedBy, fieldRef, autoFocus, offers } =
    props;
  const behind = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.frame}>
      <div ref={behind} className={classes.marks} dir="auto" aria-hidden>
        {marked(value, marks)}
      </div>
      <textarea
        ref={fieldRef}
        className={classes.field}
        aria-label={label}
        aria-describedby={describedBy}
        dir="auto"
        rows={1}
        spellCheck
        // biome-ignore lint/a11y/noAutofocus: the one line is what the person came for
        autoFocus={autoFocus}
        // A dialog gives the focus to what says so, and else to its close button.
        data-autofocus={autoFocus || undefined}
        placeholder={placeholder}
        value={value}
        maxLength={20_000}
        {...offers.aria}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          offers.look();
        }}
        onSelect={offers.look}
        onBlur={offers.close}
        onKeyDown={(event) => void offers.keys(event)}
        onScroll={(event) => {
          if (behind.current) behind.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
      {offers.list}
    </div>
  );
}

function marked(value: string, marks: readonly Mark[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    if (mark.start < at || mark.end > value.length) continue;
    pieces.push(value.slice(at, mark.start));
    pieces.push(
      <mark key={mark.start} data-what={mark.what}>
        {value.slice(mark.start, mark.end)}
      </mark>,
    );
    at = mark.end;
  }
  // A last line break takes no room in a div, but it does in the field.
  pieces.push(`${value.slice(at)}\u200b`);
  return pieces;
}
