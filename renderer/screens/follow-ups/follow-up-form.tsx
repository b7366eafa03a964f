import { Button, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FollowUp, Recurrence } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { type ChosenPerson, PersonChoice } from '../../parts/person-choice.tsx';
import { dayAfter } from '../../parts/snooze-choices.ts';
import classes from './follow-ups.module.css';

interface FollowUpFormProps {
  /** The one to change; a new one when absent. */
  followUp?: FollowUp;
  onClose: () => void;
}

/** What is promised, to whom, for when, and whether it comes again. */
export function FollowUpForm({ followUp, onClose }: FollowUpFormProps) {
  const today = usePresentDay();
  const { done } = useDoing();
  const [text, setText] = useState(followUp?.text ?? '');
  const [person, setPerson] = useState<ChosenPerson | null>(followUp?.customer ?? null);
  const [dueDay, setDueDay] = useState(followUp?.dueDay ?? dayAfter(today, 1));
  const [dueTime, setDueTime] = useState(followUp?.dueTime ?? '');
  const [unit, setUnit] = useState<Recurrence['unit'] | 'never'>(
    followUp?.recurrence?.unit ?? 'never',
  );
  const [every, setEvery] = useState(followUp?.recurrence?.every ?? 1);
  const [from, setFrom] = useState<Recurrence['from']>(followUp?.recurrence?.from ?? 'due');
  const [problem, setProblem] = useState<{ field: string | undefined; words: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const fields = {
      text,
      customerId: person?.id ?? null,
      dueDay,
      dueTime: dueTime || null,
      recurrence: unit === 'never' ? null : { every, unit, from },
    };
    try {
      const { step } = followUp
        ? await client.followUps.change({ id: followUp.id, ...fields })
        : await client.followUps.add(fields);
      done(followUp ? 'Changed' : 'Added to what is promised', step);
      onClose();
    } catch (failure) {
      setProblem({ field: fieldOf(failure), words: sentenceOf(failure) });
    } finally {
      setBusy(false);
    }
  }

  const problemAt = (field: string) => (problem?.field === field ? problem.words : undefined);
  const elsewhere = problem && !['text', 'dueDay', 'dueTime'].includes(problem.field ?? '');
  return (
    <Modal
      opened
      onClose={onClose}
      title={followUp ? 'Change this follow-up' : 'A new follow-up'}
      size="lg"
    >
      <form
        onSubmit={save}
        className={classes.form}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
        }}
      >
        <TextInput
          label="What is to be done"
          placeholder="Send the quote"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problemAt('text')}
          maxLength={500}
          required
          data-autofocus
        />
        <PersonChoice label="For whom (if for somebody)" value={person} onChoose={setPerson} />
        <div className={classes.pair}>
          <TextInput
            type="date"
            label="Day"
            value={dueDay}
            onChange={(event) => setDueDay(event.currentTarget.value)}
            error={problemAt('dueDay')}
            required
          />
          <TextInput
            type="time"
            label="Time (if it matters)"
            value={dueTime}
            onChange={(event) => setDueTime(event.currentTarget.value)}
            error={problemAt('dueTime')}
          />
        </div>
        <div className={classes.pair}>
          <NativeSelect
            label="Comes again"
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value as typeof unit)}
            data={[
              { value: 'never', label: 'No, only once' },
              { value: 'day', label: 'Every so many days' },
              { value: 'week', label: 'Every so many weeks' },
              { value: 'month', label: 'Every so many months' },
              { value: 'year', label: 'Every so many years' },
            ]}
          />
          {unit !== 'never' && (
            <NumberInput
              label={`How many ${unit}s`}
              value={every}
              onChange={(value) => setEvery(Math.max(1, Math.min(365, Number(value) || 1)))}
              min={1}
              max={365}
            />
          )}
        </div>
        {unit !== 'never' && (
          <NativeSelect
            label="Counted from"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value as Recurrence['from'])}
            data={[
              { value: 'due', label: 'the day it was due' },
              { value: 'done', label: 'the day it was done' },
            ]}
          />
        )}
        {elsewhere && <p role="alert">{problem.words}</p>}
        <div className={classes.buttons}>
          <Button type="submit" loading={busy}>
            Save
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}
