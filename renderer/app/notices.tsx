import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { client } from './client.ts';
import { sentenceOf } from './problems.ts';

/** Milliseconds that a notice stays; longer when it offers something to do. */
const stay = { plain: 5000, withUndo: 10_000, problem: 12_000 };

/** Tells in one kind sentence what went wrong. The same sentence is not said twice at once. */
export function showProblem(error: unknown): void {
  const sentence = sentenceOf(error);
  notifications.show({
    id: `problem:${sentence}`,
    message: sentence,
    color: 'danger',
    autoClose: stay.problem,
    role: 'alert',
  });
}

/** Tells something in passing. */
export function showNotice(message: string): void {
  notifications.show({ message, autoClose: stay.plain, role: 'status' });
}

/** Tells what was done, with a way back when the step of the journal is given. */
export function showDone(label: string, step?: string): void {
  if (!step) {
    showNotice(label);
    return;
  }
  const id = `step:${step}`;
  const takeBack = () => {
    notifications.hide(id);
    void undo(step);
  };
  notifications.show({
    id,
    autoClose: stay.withUndo,
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="lg">
        <Text span style={{ overflowWrap: 'anywhere' }}>
          {label}
        </Text>
        <Button size="compact-md" variant="light" style={{ flex: 'none' }} onClick={takeBack}>
          Undo
        </Button>
      </Group>
    ),
  });
}

/** Takes back the named step, or the last one, and says what it was. */
export async function undo(step?: string): Promise<void> {
  try {
    const { label } = await client.journal.undo({ step });
    showNotice(`Taken back: ${label}`);
  } catch (problem) {
    showProblem(problem);
  }
}
