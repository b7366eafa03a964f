import { Button, TextInput } from '@mantine/core';
import inline from '../../parts/inline-form/inline-form.module.css';
import classes from './pairs-field.module.css';

/** A line of two short texts; the second one may be left empty. */
export interface Pair {
  /** Of its row here, and of the stored one where there is one. */
  key: string;
  id: string | undefined;
  first: string;
  second: string;
}

interface PairsFieldProps {
  /** What there are several of: "Other names". */
  legend: string;
  labels: [first: string, second: string];
  placeholders: [first: string, second: string];
  /** The word of the button: "Add a name". */
  add: string;
  value: readonly Pair[];
  onChange: (value: Pair[]) => void;
}

let made = 0;

/** A new, empty line. */
function emptyPair(): Pair {
  made += 1;
  return { key: `new-${made}`, id: undefined, first: '', second: '' };
}

/** As many lines of two texts as are wanted. An emptied line is left out when saving. */
export function PairsField(props: PairsFieldProps) {
  const { legend, labels, placeholders, value, onChange } = props;
  const change = (key: string, part: Partial<Pair>) =>
    onChange(value.map((pair) => (pair.key === key ? { ...pair, ...part } : pair)));
  const nth = (index: number) => (value.length > 1 ? ` ${index + 1}` : '');
  return (
    <fieldset className={classes.pairs}>
      <legend className={classes.legend}>{legend}</legend>
      {value.map((pair, index) => (
        <div key={pair.key} className={inline.pair}>
          <TextInput
            aria-label={`${labels[0]}${nth(index)}`}
            placeholder={placeholders[0]}
            maxLength={200}
            value={pair.first}
            onChange={(event) => change(pair.key, { first: event.currentTarget.value })}
            dir="auto"
            autoComplete="off"
            autoFocus={pair.id === undefined}
          />
          <TextInput
            aria-label={`${labels[1]}${nth(index)}`}
            placeholder={placeholders[1]}
            maxLength={60}
            value={pair.second}
            onChange={(event) => change(pair.key, { second: event.currentTarget.value })}
            dir="auto"
            autoComplete="off"
          />
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={value.length >= 20}
          onClick={() => onChange([...value, emptyPair()])}
        >
          {props.add}
        </Button>
      </div>
    </fieldset>
  );
}
