import { type ReactNode, type Ref, useRef } from 'react';
import classes from './marked-field.module.css';

/** Words in the field that were understood: start and end in UTF-16 units. */
export interface Mark {
  start: number;
  end: number;
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
}

/** A field that grows with its text and underlines the words that were understood. */
export function MarkedField(props: MarkedFieldProps) {
  const { label, value, marks, onChange, placeholder, describedBy, fieldRef, autoFocus } = props;
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
        placeholder={placeholder}
        value={value}
        maxLength={20_000}
        onChange={(event) => onChange(event.currentTarget.value)}
        onScroll={(event) => {
          if (behind.current) behind.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

function marked(value: string, marks: readonly Mark[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start)) {
    if (mark.start < at || mark.end > value.length) continue;
    pieces.push(value.slice(at, mark.start));
    pieces.push(<mark key={mark.start}>{value.slice(mark.start, mark.end)}</mark>);
    at = mark.end;
  }
  // A last line break takes no room in a div, but it does in the field.
  pieces.push(`${value.slice(at)}\u200b`);
  return pieces;
}
