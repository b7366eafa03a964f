import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Matter, PartySide } from '../../../../shared/contract/contract.ts';
import { sideNames } from '../../../../shared/wording/matters.ts';
import { ConflictRemark } from '../../../parts/conflicts/remark.tsx';
import { type ChosenPerson, PersonChoice } from '../../../parts/person-choice.tsx';
import classes from './matters.module.css';

/** Somebody in a matter as they are being written. */
export interface PartyDraft {
  key: string;
  id: string | undefined;
  side: PartySide;
  name: string;
  /** The customer that they are; a name suffices otherwise. */
  person: ChosenPerson | null;
  isCustomer: boolean;
  role: string;
}

let made = 0;

/** Somebody not written yet. */
export function emptyParty(): PartyDraft {
  made += 1;
  const key = `new-${made}`;
  return { key, id: undefined, side: 'other', name: '', person: null, isCustomer: false, role: '' };
}

/** Somebody who is in the matter already, ready to be changed. */
export function partyOf({ id, side, name, otherId, role }: Matter['parties'][number]): PartyDraft {
  const person = otherId ? { id: otherId, name } : null;
  return { key: id, id, side, name: person ? '' : name, person, isCustomer: person !== null, role };
}

interface PartyFieldsProps {
  party: PartyDraft;
  nth: number;
  client: string;
  matterId: string | undefined;
  onChange: (party: PartyDraft) => void;
  onRemove: () => void;
}

const sides = Object.entries(sideNames).map(([value, label]) => ({ value, label }));

/** Who somebody is in a matter; a name that is known here already is remarked on at once. */
export function PartyFields(props: PartyFieldsProps) {
  const { party, nth, client, matterId, onChange, onRemove } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be heard twice
    <div role="group" aria-label={`Somebody ${nth}`} className={classes.party}>
      <div className={classes.fields}>
        {party.isCustomer ? (
          <PersonChoice
            label="Who"
            value={party.person}
            onChoose={(person) => onChange({ ...party, person })}
            except={client}
          />
        ) : (
          <TextInput
            label="Name"
            placeholder="Northgate Estates"
            maxLength={200}
            value={party.name}
            onChange={(event) => onChange({ ...party, name: event.currentTarget.value })}
            dir="auto"
            autoComplete="off"
          />
        )}
        <NativeSelect
          label="Side"
          data={sides}
          value={party.side}
          onChange={(event) => onChange({ ...party, side: event.currentTarget.value as PartySide })}
        />
        <TextInput
          label="As"
          placeholder="landlord, their attorney …"
          maxLength={120}
          value={party.role}
          onChange={(event) => onChange({ ...party, role: event.currentTarget.value })}
          dir="auto"
        />
      </div>
      {!party.isCustomer && (
        <ConflictRemark name={party.name} client={client} exceptMatter={matterId} />
      )}
      <div className={classes.quiet}>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange({ ...party, isCustomer: !party.isCustomer, person: null })}
        >
          {party.isCustomer ? 'Only a name' : 'A customer who is here'}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Take out somebody ${nth}`}
          onClick={onRemove}
        >
          Take out
        </Button>
      </div>
    </div>
  );
}
