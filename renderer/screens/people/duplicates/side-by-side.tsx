import { type ReactNode, useId } from 'react';
import type { Customer, MergeChoice, MergeFields } from '../../../../shared/contract/contract.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import { Portrait } from '../../../parts/portrait/portrait.tsx';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import classes from './merge.module.css';
import { alsoKnown, type Difference, differences } from './merge-fields.ts';

interface SideBySideProps {
  keep: Customer;
  other: Customer;
  chosen: MergeFields;
  onChoose: (fields: MergeFields) => void;
}

/** Two people beside each other; where they differ, one chooses what stays. */
export function SideBySide({ keep, other, chosen, onChoose }: SideBySideProps) {
  const found = differences(keep, other);
  return (
    <>
      <div className={classes.people}>
        <span className={classes.corner} />
        <Who person={keep} />
        <Who person={other} />
      </div>
      {found.length > 0 && (
        <div className={classes.rows}>
          {found.map((difference) => (
            <Choice
              key={difference.field}
              difference={difference}
              chosen={chosen[difference.field] ?? difference.usual}
              onChoose={(choice) => onChoose({ ...chosen, [difference.field]: choice })}
            />
          ))}
        </div>
      )}
      <div className={classes.row}>
        <span className={classes.soft}>All of it stays</span>
        <Known person={keep} />
        <Known person={other} />
      </div>
    </>
  );
}

function Who({ person }: { person: Customer }) {
  return (
    <div className={classes.person}>
      <Portrait name={person.name} photo={person.photo} size="small" />
      <p>
        <strong>
          <PersonName name={person.name} />
        </strong>
        <span>
          Added <RelativeDay day={person.addedDay} />;{' '}
          {person.lastSpokeDay ? (
            <>
              last spoke <RelativeDay day={person.lastSpokeDay} />
            </>
          ) : (
            'not spoken yet'
          )}
        </span>
      </p>
    </div>
  );
}

interface ChoiceProps {
  difference: Difference;
  chosen: MergeChoice;
  onChoose: (choice: MergeChoice) => void;
}

function Choice({ difference, chosen, onChoose }: ChoiceProps) {
  const name = useId();
  const one = (choice: MergeChoice, words: ReactNode, className = '') => (
    <label className={`${classes.choice} ${className}`}>
      <input
        type="radio"
        name={name}
        checked={chosen === choice}
        onChange={() => onChoose(choice)}
      />
      <span dir="auto">{words}</span>
    </label>
  );
  return (
    <div role="radiogroup" aria-labelledby={`${name}-label`} className={classes.row}>
      <span id={`${name}-label`} className={classes.label}>
        {difference.label}
      </span>
      {one('keep', <Words words={difference.keep} photo={difference.photos?.keep} />)}
      {one('other', <Words words={difference.other} photo={difference.photos?.other} />)}
      {difference.both && one('both', difference.both, classes.both)}
    </div>
  );
}

function Words({ words, photo }: { words: string; photo: string | undefined }) {
  return photo ? (
    <span className={classes.photo}>
      <Portrait name={words} photo={photo} size="small" /> {words}
    </span>
  ) : (
    words
  );
}

function Known({ person }: { person: Customer }) {
  const known = alsoKnown(person);
  if (known.length === 0) return <p className={classes.soft}>Nothing more is written here.</p>;
  return (
    <ul className={classes.known}>
      {[...new Set(known)].map((words) => (
        <li key={words} dir="auto">
          {words}
        </li>
      ))}
    </ul>
  );
}
