import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';

export interface QuestionAsked {
  title: string;
  /** What it means, in a sentence. */
  sentence: string;
  /** The word of the button that goes ahead, such as `Delete`. */
  yes: string;
  no?: string;
  danger?: boolean;
}

/** Asks before something that cannot be taken back; gives true when the person goes ahead. */
export function ask(question: QuestionAsked): Promise<boolean> {
  return new Promise((answer) => {
    modals.openConfirmModal({
      title: question.title,
      children: <Text>{question.sentence}</Text>,
      labels: { confirm: question.yes, cancel: question.no ?? 'Leave it' },
      confirmProps: question.danger ? { color: 'danger' } : {},
      cancelProps: { variant: 'subtle' },
      onConfirm: () => answer(true),
      // Closing in any other way is a no; a second answer to a promise changes nothing.
      onClose: () => answer(false),
    });
  });
}
