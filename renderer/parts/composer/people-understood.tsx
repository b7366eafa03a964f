import { useState } from 'react';
import type { Understood } from '../../../shared/contract/contract.ts';
import { relativeDay } from '../../../shared/wording/days.ts';
import { usePresentDay } from '../../app/present.ts';
import { type ChosenPerson, PersonChoice } from '../person-choice.tsx';
import { PersonName } from '../person-name.tsx';
import type { PutRight, Settled } from './put-right.ts';
import classes from './understood-line.module.css';

interface PeopleUnderstoodProps {
  settled: Settled;
  right: PutRight;
  customer: ChosenPerson | undefined;
  onPut: (changes: Partial<PutRight>) => void;
}

/** Who took part and who was spoken of, each to be put right; and what has to be asked. */
export function PeopleUnderstood({ settled, right, customer, onPut }: PeopleUnderstoodProps) {
  const [asking, setAsking] = useState(false);
  const { people, newPeople, spokenOf, unsure, strangers } = settled;
  const others = people.filter((person) => person.id !== customer?.id);
  const isNobody = people.length + newPeople.length + unsure.length + strangers.length === 0;

  const role = (id: string, to: PutRight['people'][string]) =>
    onPut({
      people: { ...right.people, [id]: to },
      ...(to === 'not-meant' && {
        added: right.added.filter((person) => person.id !== id),
        which: Object.fromEntries(
          Object.entries(right.which).filter(([, person]) => person?.id !== id),
        ),
      }),
    });
  const stranger = (name: string, to: PutRight['strangers'][string]) =>
    onPut({ strangers: { ...right.strangers, [name]: to } });

  return (
    <>
      {others.length + newPeople.length > 0 && <span>{customer ? 'also with' : 'with'}</span>}
      {others.map(({ id, name }) => (
        <Chip key={id} removeLabel={`Not with ${name}`} onRemove={() => role(id, 'not-meant')}>
          <PersonName name={name} />
        </Chip>
      ))}
      {newPeople.map((name) => (
        <Chip
          key={name}
          removeLabel={`${name} is no new customer`}
          onRemove={() => stranger(name, 'not-meant')}
        >
          <PersonName name={name} />, a new customer
        </Chip>
      ))}
      {unsure.map((name) => (
        <Which
          key={name.start}
          name={name}
          onChoose={(person) => onPut({ which: { ...right.which, [name.said]: person } })}
        />
      ))}
      {strangers.map((name) => (
        <Chip
          key={name}
          removeLabel={`${name} is nobody to remember`}
          onRemove={() => stranger(name, 'not-meant')}
        >
          <button
            type="button"
            className={classes.offer}
            data-asks
            aria-label={`${name}: a new customer?`}
            onClick={() => stranger(name, 'new')}
          >
            <PersonName name={name} />: a new customer?
          </button>
        </Chip>
      ))}
      {spokenOf.length > 0 && <span>spoken of:</span>}
      {spokenOf.map(({ id, name }) => (
        <Chip
          key={id}
          quiet
          removeLabel={`${name} is not meant`}
          onRemove={() => role(id, 'not-meant')}
        >
          <PersonName name={name} />
          <button
            type="button"
            className={classes.offer}
            aria-label={`${name} was there`}
            onClick={() => role(id, 'took-part')}
          >
            was there
          </button>
        </Chip>
      ))}
      {isNobody || asking ? (
        <div className={classes.who} data-who>
          <PersonChoice
            label={isNobody ? 'Who was it?' : 'Who else?'}
            value={null}
            autoFocus={asking}
            onChoose={(person) => {
              if (person)
                onPut({ added: [...right.added, person], people: without(right, person) });
              setAsking(false);
            }}
            onNew={(name) => {
              stranger(name, 'new');
              setAsking(false);
            }}
          />
        </div>
      ) : (
        <button type="button" className={classes.offer} onClick={() => setAsking(true)}>
          somebody else too
        </button>
      )}
    </>
  );
}

/** What was said of everybody's part but this person's. */
const without = (right: PutRight, { id }: ChosenPerson): PutRight['people'] =>
  Object.fromEntries(Object.entries(right.people).filter(([other]) => other !== id));

interface ChipProps {
  children: React.ReactNode;
  removeLabel: string;
  onRemove: () => void;
  quiet?: boolean;
}

function Chip({ children, removeLabel, onRemove, quiet }: ChipProps) {
  return (
    <span className={classes.chip} data-quiet={quiet || undefined}>
      <span>{children}</span>
      <button
        type="button"
        className={classes.drop}
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
      >
        ×
      </button>
    </span>
  );
}

interface WhichProps {
  name: Understood['unsure'][number];
  onChoose: (person: ChosenPerson | null) => void;
}

/** Asks which of several is meant. */
function Which({ name, onChoose }: WhichProps) {
  const today = usePresentDay();
  return (
    <select
      className={classes.asks}
      data-asks
      aria-label={`Which ${name.said}?`}
      value=""
      onChange={(event) => {
        const chosen = name.choices.find(({ id }) => id === event.currentTarget.value);
        onChoose(chosen ? { id: chosen.id, name: chosen.name } : null);
      }}
    >
      <option value="" disabled>
        Which {name.said}?
      </option>
      {name.choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {[
            choice.name,
            choice.company !== choice.name && choice.company,
            choice.lastSpokeDay && `spoke ${relativeDay(choice.lastSpokeDay, today)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </option>
      ))}
      <option value="none">none of them</option>
    </select>
  );
}
