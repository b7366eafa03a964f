import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Colleague } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { useCounter } from '../../app/counter/use-counter.ts';
import { sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { SavedField } from './saved-field.tsx';
import classes from './settings.module.css';

/** Who works here: with two or more, the window asks who is at the keyboard. */
export function ColleaguesSection() {
  const { colleagues } = useCounter();
  return (
    <Card title="Who works here">
      <div className={classes.fields}>
        <p className={classes.quiet}>
          If you are several at one counter, name everybody, yourself too. Porchlight then keeps who
          spoke, promised and changed what. The key <kbd>h</kbd> says who is here. The day names one
          person for all of you, or another one for each who wishes.
        </p>
        {colleagues.map((colleague) => (
          <ColleagueLine key={colleague.id} colleague={colleague} />
        ))}
        <NewColleague />
      </div>
    </Card>
  );
}

function ColleagueLine({ colleague }: { colleague: Colleague }) {
  const { done, failed } = useDoing();
  const { id, name, ownDay } = colleague;
  const change = useMutation(
    api.counter.change.mutationOptions({ meta: { problem: 'shown' }, onError: failed }),
  );
  const leave = useMutation(
    api.counter.leave.mutationOptions({
      onSuccess: ({ step }) => done(`${name} is off the list`, step),
    }),
  );
  const save = async (changes: { name?: string; ownDay?: boolean }) => {
    try {
      const { step } = await change.mutateAsync({ id, ...changes });
      done('Saved', step);
      return true;
    } catch {
      return false;
    }
  };
  return (
    <div className={classes.colleague}>
      <SavedField label="Name" value={name} onSave={(next) => save({ name: next })} />
      <Button
        variant="subtle"
        aria-label={`${name} does not work here any more`}
        onClick={() => leave.mutate({ id })}
      >
        Take off the list
      </Button>
      <Switch
        className={classes.ownDay}
        label="A person a day of their own"
        aria-label={`A person a day of their own for ${name}`}
        checked={ownDay}
        disabled={change.isPending}
        onChange={(event) => void save({ ownDay: event.currentTarget.checked })}
      />
    </div>
  );
}

function NewColleague() {
  const [name, setName] = useState('');
  const { done } = useDoing();
  const add = useMutation(
    api.counter.add.mutationOptions({
      meta: { problem: 'shown' },
      onSuccess: ({ step }) => {
        done(`${name.trim()} is on the list`, step);
        setName('');
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') add.mutate({ name });
  };
  return (
    <form className={classes.newColleague} onSubmit={submit}>
      <TextInput
        label="Somebody who works here"
        placeholder="First name"
        value={name}
        error={add.error ? sentenceOf(add.error) : undefined}
        onChange={(event) => {
          add.reset();
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" loading={add.isPending}>
        Add
      </Button>
    </form>
  );
}
