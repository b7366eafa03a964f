import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Opening } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import classes from './settings.module.css';

const tones: { value: Opening['tone']; label: string }[] = [
  { value: '', label: 'any voice' },
  { value: 'complaint', label: 'a complaint' },
  { value: 'question', label: 'a question' },
  { value: 'praise', label: 'praise' },
  { value: 'plain', label: 'neither' },
];

/** The shop's own first sentences for answers. */
export function OpeningsSection() {
  const { data: openings = [] } = useQuery(api.answers.openings.queryOptions());
  return (
    <Card title="First sentences for answers">
      <div className={classes.fields} id="openings">
        <p className={classes.quiet}>
          A beginning in your own words, with the person’s name where you write {'{name}'}. It is
          never sent as it stands.
        </p>
        {openings.map((opening) => (
          <OpeningLine key={opening.id} opening={opening} />
        ))}
        <NewOpening />
      </div>
    </Card>
  );
}

function OpeningLine({ opening }: { opening: Opening }) {
  const { done, failed } = useDoing();
  const [text, setText] = useState(opening.text);
  const change = useMutation(
    api.answers.changeOpening.mutationOptions({
      meta: { problem: 'shown' },
      onSuccess: ({ step }) => done('Saved', step),
      onError: (problem) => {
        setText(opening.text);
        failed(problem);
      },
    }),
  );
  const bin = useMutation(
    api.answers.binOpening.mutationOptions({
      onSuccess: ({ step }) => done('The sentence is in the bin', step),
    }),
  );
  return (
    <div className={classes.opening}>
      <Textarea
        aria-label="First sentence"
        autosize
        minRows={1}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => text !== opening.text && change.mutate({ ...opening, text })}
      />
      <NativeSelect
        aria-label="For"
        data={tones}
        value={opening.tone}
        onChange={(event) =>
          change.mutate({ ...opening, text, tone: event.currentTarget.value as Opening['tone'] })
        }
      />
      <Button
        variant="subtle"
        aria-label={`Put “${opening.text}” in the bin`}
        onClick={() => bin.mutate({ id: opening.id })}
      >
        Bin
      </Button>
    </div>
  );
}

function NewOpening() {
  const { done } = useDoing();
  const [text, setText] = useState('');
  const add = useMutation(
    api.answers.addOpening.mutationOptions({
      onSuccess: ({ step }) => {
        done('The sentence is kept', step);
        setText('');
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') add.mutate({ text });
  };
  return (
    <form className={classes.newColleague} onSubmit={submit}>
      <Textarea
        label="A first sentence"
        placeholder="Thank you for telling us, {name}."
        autosize
        minRows={1}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={add.isPending}>
        Keep
      </Button>
    </form>
  );
}
