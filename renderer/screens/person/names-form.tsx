import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Customer } from '../../../shared/contract/contract.ts';
import inline from '../../parts/inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../../parts/inline-form/inline-form.tsx';
import pairs from './pairs-field.module.css';
import { type Pair, PairsField } from './pairs-field.tsx';
import type { ChangePerson } from './use-change.ts';

interface NamesFormProps {
  person: Customer;
  change: ChangePerson;
  onClose: () => void;
}

const names = [
  'givenName',
  'familyName',
  'nickname',
  'company',
  'role',
  'saidAs',
  'pronouns',
] as const;
type Name = (typeof names)[number];

const labels: Record<Name, string> = {
  givenName: 'First name',
  familyName: 'Last name',
  nickname: 'Called',
  company: 'Business',
  role: 'What they do',
  saidAs: 'How the name is said',
  pronouns: 'Pronouns',
};

const examples: Partial<Record<Name, string>> = {
  saidAs: 'roh-za mar-KET-ti',
  pronouns: 'she/her',
};

/** All that somebody is called by. Any one of the names suffices. */
export function NamesForm({ person, change, onClose }: NamesFormProps) {
  const [written, setWritten] = useState<Record<Name, string>>(() => ({
    givenName: person.givenName,
    familyName: person.familyName,
    nickname: person.nickname,
    company: person.company,
    role: person.role,
    saidAs: person.saidAs,
    pronouns: person.pronouns,
  }));
  const [nameOrder, setNameOrder] = useState(person.nameOrder);
  const [otherNames, setOtherNames] = useState<Pair[]>(() =>
    person.otherNames.map(({ id, name, label }) => ({ key: id, id, first: name, second: label })),
  );
  const [works, setWorks] = useState<Pair[]>(() =>
    person.works.map(({ id, company, role }) => ({ key: id, id, first: company, second: role })),
  );
  const [isMore] = useState(otherNames.length + works.length > 0);

  async function save() {
    const { givenName, familyName, nickname, company } = written;
    if (![givenName, familyName, nickname, company].some((name) => name.trim())) {
      throw new Missing('givenName', 'One name is enough, but one is needed.');
    }
    await change('Changed', {
      ...written,
      nameOrder,
      otherNames: otherNames
        .filter(({ first }) => first.trim())
        .map(({ id, first, second }) => ({ id, name: first, label: second })),
      works: works
        .filter(({ first, second }) => first.trim() || second.trim())
        .map(({ id, first, second }) => ({ id, company: first, role: second })),
    });
  }

  return (
    <InlineForm label="Names" fields={[...names, 'nameOrder']} onSave={save} onClose={onClose}>
      {(problemAt) => (
        <>
          <div className={inline.names}>
            {names.map((name, index) => (
              <TextInput
                key={name}
                label={labels[name]}
                placeholder={examples[name]}
                value={written[name]}
                onChange={(event) => setWritten({ ...written, [name]: event.currentTarget.value })}
                error={problemAt(name)}
                dir="auto"
                autoComplete="off"
                autoFocus={index === 0}
              />
            ))}
            <NativeSelect
              label="Order of the names"
              data={[
                { value: 'given-first', label: 'First name first' },
                { value: 'family-first', label: 'Last name first' },
              ]}
              value={nameOrder}
              onChange={(event) => setNameOrder(event.currentTarget.value as typeof nameOrder)}
              error={problemAt('nameOrder')}
            />
          </div>
          <details open={isMore || undefined}>
            <summary className={pairs.summary}>Other names and businesses</summary>
            <div className={pairs.more}>
              <PairsField
                legend="Other names"
                labels={['Other name', 'What name it is']}
                placeholders={['Rosa Bianchi', 'before she married']}
                add="Add a name"
                value={otherNames}
                onChange={setOtherNames}
              />
              <PairsField
                legend="Other businesses"
                labels={['Other business', 'What they do there']}
                placeholders={['Harbour Choir', 'conductor']}
                add="Add a business"
                value={works}
                onChange={setWorks}
              />
            </div>
          </details>
        </>
      )}
    </InlineForm>
  );
}
