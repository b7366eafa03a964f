import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { FollowUp, Recurrence } from '../../../shared/contract/contract.ts';
import { isQuiet } from '../../../shared/quiet.ts';
import { api, client } from '../../app/client.ts';
import { useCounter } from '../../app/counter/use-counter.ts';
import { usePresentDay } from '../../app/present.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { type ChosenPerson, PersonChoice } from '../person-choice.tsx';
import { dayAfter } from '../snooze-choices.ts';
import { RecurrenceFields } from './recurrence-fields.tsx';

interface FollowUpFormProps {
  /** The one to change; a new one when absent. */
  followUp?: FollowUp;
  onClose: () => void;
}

/** What is promised, to whom, for when, and whether it comes again. */
export function FollowUpForm({ followUp, onClose }: FollowUpFormProps) {
  const today = usePresentDay();
  const { done } = useDoing();
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const [text, setText] = useState(followUp?.text ?? '');
  const [person, setPerson] = useState<ChosenPerson | null>(followUp?.customer ?? null);
  const { colleagues } = useCounter();
  const [givenTo, setGivenTo] = useState(followUp?.givenTo?.id ?? '');
  const [dueDay, setDueDay] = useState(followUp?.dueDay ?? dayAfter(today, 1));
  const [dueTime, setDueTime] = useState(followUp?.dueTime ?? '');
  const [recurrence, setRecurrence] = useState<Recurrence | null>(followUp?.recurrence ?? null);
  const [problem, setProblem] = useState<{ field: string | undefined; words: string } | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const fields = {
      text,
      customerId: person?.id ?? null,
      givenTo: givenTo || null,
      dueDay,
      dueTime: dueTime || null,
      recurrence,
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

  // In quiet hours the reminder waits, and whoever chooses such a time may want to know.
  const quiet =
    settings && dueTime && isQuiet(dueTime, settings)
      ? `In your quiet hours: you are reminded at ${settings.quietUntil}.`
      : undefined;
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
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
        }}
      >
        <Stack>
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
          <Group grow align="flex-start">
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
              description={quiet}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
          </Group>
          {colleagues.length > 1 && (
            <NativeSelect
              label="Who of us does it"
              data={[
                { value: '', label: 'Whoever is here' },
                ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={givenTo}
              onChange={(event) => setGivenTo(event.currentTarget.value)}
            />
          )}
          <RecurrenceFields value={recurrence} onChange={setRecurrence} />
          {elsewhere && <p role="alert">{problem.words}</p>}
          <Group>
            <Button type="submit" loading={busy}>
              Save
            </Button>
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
