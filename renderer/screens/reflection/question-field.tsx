import { Textarea } from '@mantine/core';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { useDraft } from '../../parts/use-draft.ts';

interface QuestionFieldProps {
  /** Who is at the keyboard: what is begun is theirs. */
  writer: string | undefined;
  week: string;
  questionKey: string;
  text: string;
  answer: string;
}

/** One of the week's questions: private, saved when one leaves the field. */
export function QuestionField({ writer, week, questionKey, text, answer }: QuestionFieldProps) {
  const draft = useDraft(`reflection:${writer ?? ''}:${week}:${questionKey}`);
  const { done, failed } = useDoing();
  const shown = draft.text === '' ? answer : draft.text;
  const save = () => {
    if (draft.text === '' || draft.text === answer) return;
    client.reflection.write({ week, key: questionKey, answer: draft.text }).then(({ step }) => {
      draft.clear();
      done('Kept, for you alone', step);
    }, failed);
  };
  return (
    <Textarea
      label={text}
      value={shown}
      // An answer that is wiped clean is kept as a space until it is saved as empty.
      onChange={(event) => draft.write(event.currentTarget.value || ' ')}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
      autosize
      minRows={2}
      maxLength={20_000}
    />
  );
}
