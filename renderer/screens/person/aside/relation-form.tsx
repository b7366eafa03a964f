import { Autocomplete, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Relation } from '../../../../shared/contract/contract.ts';
import { relationWords } from '../../../../shared/kinship.ts';
import { InlineForm, Missing } from '../../../parts/inline-form/inline-form.tsx';
import { type ChosenPerson, PersonChoice } from '../../../parts/person-choice.tsx';

interface RelationFormProps {
  /** Whose family it is; they are not their own. */
  personId: string;
  relation?: Relation;
  onSave: (relation: Omit<Relation, 'id'>) => Promise<void>;
  onRemove?: () => Promise<void>;
  onClose: () => void;
}

/** Somebody around the person: a name, or a customer who is here already. */
export function RelationForm(props: RelationFormProps) {
  const { personId, relation } = props;
  const [isCustomer, setIsCustomer] = useState(Boolean(relation?.otherId));
  const [other, setOther] = useState<ChosenPerson | null>(
    relation?.otherId ? { id: relation.otherId, name: relation.name } : null,
  );
  const [name, setName] = useState(relation?.otherId ? '' : (relation?.name ?? ''));
  const [kind, setKind] = useState(relation?.relation ?? '');
  const [note, setNote] = useState(relation?.note ?? '');

  async function save() {
    if (isCustomer && !other) throw new Missing('otherId', 'Choose who it is.');
    if (!isCustomer && name.trim() === '') throw new Missing('name', 'Write their name first.');
    await props.onSave({
      name: isCustomer ? (other?.name ?? '') : name,
      otherId: isCustomer ? (other?.id ?? null) : null,
      relation: kind,
      note,
    });
  }

  return (
    <InlineForm
      label={relation ? `Change ${relation.name}` : 'Family or a friend'}
      fields={['name', 'otherId', 'relation', 'note']}
      onSave={save}
      onRemove={props.onRemove}
      onClose={props.onClose}
    >
      {(problemAt) => (
        <>
          {isCustomer ? (
            <PersonChoice
              label="Who"
              value={other}
              onChoose={setOther}
              except={personId}
              error={problemAt('otherId')}
              autoFocus
            />
          ) : (
            <TextInput
              label="Name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={problemAt('name')}
              dir="auto"
              autoFocus
            />
          )}
          <Checkbox
            label="A customer who is here already"
            checked={isCustomer}
            onChange={(event) => setIsCustomer(event.currentTarget.checked)}
          />
          <Autocomplete
            label="Who they are to each other"
            placeholder="daughter, husband, old friend …"
            data={[...relationWords]}
            limit={6}
            value={kind}
            onChange={setKind}
            maxLength={60}
            error={problemAt('relation')}
            dir="auto"
          />
          <TextInput
            label="Worth knowing"
            placeholder="plays the cello"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            dir="auto"
          />
        </>
      )}
    </InlineForm>
  );
}
