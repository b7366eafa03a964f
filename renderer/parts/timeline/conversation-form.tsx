import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Conversation, Medium, TimelineEntry } from '../../../shared/contract/contract.ts';
import { mediaOffered, mediumNoun } from '../../../shared/wording/media.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import inline from '../inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../inline-form/inline-form.tsx';
import { useEdited } from '../use-edited.ts';

const beginners: { value: Conversation['begunBy']; label: string }[] = [
  { value: 'unknown', label: 'Not noted' },
  { value: 'them', label: 'They did' },
  { value: 'us', label: 'We did' },
];

interface ConversationFormProps {
  entry: TimelineEntry;
  onClose: () => void;
}

/** Puts a logged conversation right: its words, its medium, its day, and who began it. */
export function ConversationForm({ entry, onClose }: ConversationFormProps) {
  const { done } = useDoing();
  const today = usePresentDay();
  const edited = useEdited(`conversation:${entry.id}`, entry.text);
  const [medium, setMedium] = useState<Medium>(entry.medium ?? 'other');
  const [begunBy, setBegunBy] = useState(entry.begunBy ?? 'unknown');
  const [happenedDay, setHappenedDay] = useState(entry.day);
  const [reached, setReached] = useState(entry.reached ?? true);

  async function save() {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(happenedDay)) {
      throw new Missing('happenedDay', 'Choose the day.');
    }
    const { step } = await client.conversations.change({
      id: entry.id,
      said: edited.text,
      medium,
      reached,
      begunBy,
      // An untouched day keeps its time of day too.
      happenedDay: happenedDay === entry.day ? undefined : happenedDay,
    });
    edited.forget();
    done('Changed the conversation', step);
  }

  return (
    <InlineForm
      label="Change the conversation"
      fields={['said', 'medium', 'happenedDay']}
      onSave={save}
      onCancel={edited.forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <Textarea
            label="What was said"
            maxLength={20_000}
            value={edited.text}
            onChange={(event) => edited.write(event.currentTarget.value)}
            error={problemAt('said')}
            dir="auto"
            autoFocus
          />
          <div className={inline.pair}>
            <NativeSelect
              label="How you spoke"
              data={mediaOffered.map((value) => ({ value, label: mediumNoun(value) }))}
              value={medium}
              onChange={(event) => setMedium(event.currentTarget.value as Medium)}
              error={problemAt('medium')}
            />
            <TextInput
              label="Day"
              type="date"
              max={today}
              value={happenedDay}
              onChange={(event) => setHappenedDay(event.currentTarget.value)}
              error={problemAt('happenedDay')}
            />
          </div>
          <NativeSelect
            label="Who began it"
            data={beginners}
            value={begunBy}
            onChange={(event) => setBegunBy(event.currentTarget.value as Conversation['begunBy'])}
          />
          <Checkbox
            label="Nobody was reached"
            checked={!reached}
            onChange={(event) => setReached(!event.currentTarget.checked)}
          />
        </>
      )}
    </InlineForm>
  );
}
