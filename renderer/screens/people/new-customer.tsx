import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { circleName, circles } from '../../../shared/wording/circles.ts';
import { client } from '../../app/client.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { AlreadyHere } from './already-here.tsx';
import { fieldInDialog, formOf, hasName, type NewPerson, nextAfter, nobody } from './new-form.ts';

interface NewCustomerProps {
  opened: boolean;
  onClose: () => void;
  /** Goes to the person just added. */
  onOpen: (id: string) => void;
}

/** Adds somebody in seconds: one name, and whatever else is known already. */
export function NewCustomer({ opened, onClose, onOpen }: NewCustomerProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New customer" size="lg">
      <NewCustomerForm onClose={onClose} onOpen={onOpen} />
    </Modal>
  );
}

interface Problem {
  field: keyof NewPerson | undefined;
  sentence: string;
}

function NewCustomerForm({ onClose, onOpen }: Omit<NewCustomerProps, 'opened'>) {
  const { done } = useDoing();
  const first = useRef<HTMLInputElement>(null);
  const [person, setPerson] = useState<NewPerson>(nobody);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [added, setAdded] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);

  const write = (changes: Partial<NewPerson>) => {
    setPerson({ ...person, ...changes });
    setProblem(null);
  };
  const field = (name: 'givenName' | 'familyName' | 'company' | 'contact' | 'fact') => ({
    value: person[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      write({ [name]: event.currentTarget.value }),
    error: problem?.field === name ? problem.sentence : undefined,
    dir: 'auto' as const,
    autoComplete: 'off',
  });

  async function add(then: 'open' | 'another') {
    if (busy) return;
    if (!hasName(person)) {
      setProblem({ field: 'givenName', sentence: 'One name is enough, but one is needed.' });
      first.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const { id, step } = await client.people.add(formOf(person));
      const name = [person.givenName, person.familyName].join(' ').trim() || person.company.trim();
      done(`Added ${name}`, step);
      if (then === 'open') {
        onClose();
        onOpen(id);
        return;
      }
      setAdded([...added, name]);
      setPerson(nextAfter(person));
      first.current?.focus();
    } catch (failure) {
      setProblem({ field: fieldInDialog(fieldOf(failure)), sentence: sentenceOf(failure) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add('open');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void add('another');
        }
      }}
    >
      <Stack gap="md">
        <Group grow align="start">
          <TextInput ref={first} label="First name" data-autofocus {...field('givenName')} />
          <TextInput label="Last name" {...field('familyName')} />
        </Group>
        <TextInput
          label="Business"
          description="Any one of these three names is enough."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('company')}
        />
        <AlreadyHere person={person} onOpen={onOpen} onClose={onClose} />
        <div>
          <Text component="p" id="new-circle" size="sm" fw={500} m={0} mb={4}>
            How near do you keep them?
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="new-circle"
            value={person.circle}
            onChange={(circle) => write({ circle: circle as NewPerson['circle'] })}
            data={circles.map((circle) => ({ value: circle, label: circleName(circle) }))}
          />
        </div>
        <TextInput label="Phone or email" {...field('contact')} />
        <TextInput
          label="One thing to remember"
          placeholder="Allergic to nuts, comes on Thursdays …"
          {...field('fact')}
        />
        {problem && !problem.field && (
          <Text role="alert" c="var(--danger-ink)">
            {problem.sentence}
          </Text>
        )}
        <Group justify="space-between" mt="xs">
          <Text size="sm" c="dimmed" role="status">
            {added.length > 0 && (
              <>
                Added <bdi>{added.at(-1)}</bdi>
                {added.length > 1 && `, ${added.length} in all`}
              </>
            )}
          </Text>
          <Group gap="sm">
            <Button
              variant="default"
              disabled={busy}
              rightSection={<KeyHint keys="mod+enter" />}
              onClick={() => void add('another')}
            >
              Add another
            </Button>
            <Button type="submit" disabled={busy} rightSection={<KeyHint keys="enter" />}>
              Add and open
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
