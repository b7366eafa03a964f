import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FollowUp, Recurrence } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/dates.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { RecurrenceFields } from '../follow-ups/recurrence-fields.tsx';
import inline from '../inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../inline-form/inline-form.tsx';
import { useEdited } from '../use-edited.ts';

interface FollowUpFormProps {
  personId: string;
  /** The one to change; a new one without it. */
  followUp?: FollowUp;
  onClose: () => void;
}

const soon = [
  { label: 'Tomorrow', days: 1 },
  { label: 'In a week', days: 7 },
  { label: 'In two weeks', days: 14 },
  { label: 'In a month', days: 30 },
];

/** What you owe somebody, and when. */
export function FollowUpForm({ personId, followUp, onClose }: FollowUpFormProps) {
  const { done } = useDoing();
  const today = usePresentDay();
  const edited = useEdited(
    followUp ? `follow-up:${followUp.id}` : `person:${personId}:follow-up`,
    followUp?.text ?? '',
  );
  const [dueDay, setDueDay] = useState(followUp?.dueDay ?? addDays(today, 1));
  const [dueTime, setDueTime] = useState(followUp?.dueTime ?? '');
  const [recurrence, setRecurrence] = useState<Recurrence | null>(followUp?.recurrence ?? null);

  async function save() {
    const text = edited.text.trim();
    if (text === '') throw new Missing('text', 'Write what it is first.');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(dueDay)) throw new Missing('dueDay', 'Choose a day.');
    const written = { text, dueDay, dueTime: dueTime || null, recurrence };
    const { step } = followUp
      ? await client.followUps.change({ id: followUp.id, ...written })
      : await client.followUps.add({ customerId: personId, ...written });
    edited.forget();
    done(followUp ? 'Changed the follow-up' : 'Added to what is promised', step);
  }

  return (
    <InlineForm
      label={followUp ? 'Change the follow-up' : 'A follow-up'}
      fields={['text', 'dueDay', 'dueTime']}
      onSave={save}
      onCancel={edited.forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <TextInput
            label="What is to be done"
            placeholder="Send the quote"
            maxLength={500}
            value={edited.text}
            onChange={(event) => edited.write(event.currentTarget.value)}
            error={problemAt('text')}
            dir="auto"
            autoComplete="off"
            autoFocus
          />
          <TextInput
            label="By when"
            type="date"
            className={inline.narrow}
            value={dueDay}
            onChange={(event) => setDueDay(event.currentTarget.value)}
            error={problemAt('dueDay')}
          />
          <div className={inline.buttons}>
            {soon.map(({ label, days }) => (
              <Button
                key={days}
                variant="subtle"
                size="compact-sm"
                aria-pressed={dueDay === addDays(today, days)}
                onClick={() => setDueDay(addDays(today, days))}
              >
                {label}
              </Button>
            ))}
          </div>
          <TextInput
            label="Time (if it matters)"
            type="time"
            className={inline.narrow}
            value={dueTime}
            onChange={(event) => setDueTime(event.currentTarget.value)}
            error={problemAt('dueTime')}
          />
          <RecurrenceFields value={recurrence} onChange={setRecurrence} />
        </>
      )}
    </InlineForm>
  );
}
