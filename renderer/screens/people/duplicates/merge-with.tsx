import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { type ChosenPerson, PersonChoice } from '../../../parts/person-choice.tsx';
import { MergeForm } from './merge-form.tsx';

interface MergeWithProps {
  /** Who stays. */
  person: ChosenPerson;
  onClose: () => void;
}

/** Makes one of this person and somebody who is chosen here. */
export function MergeWith({ person, onClose }: MergeWithProps) {
  const [other, setOther] = useState<ChosenPerson | null>(null);
  return (
    <Modal opened onClose={onClose} title={`Merge ${person.name} with somebody`} size="60rem">
      <Stack gap="md">
        <PersonChoice
          label="Who is the same person?"
          value={other}
          onChoose={setOther}
          except={person.id}
          autoFocus
        />
        {other && (
          <MergeForm key={other.id} keep={person.id} other={other.id} onMerged={onClose}>
            <Button variant="subtle" onClick={onClose}>
              Leave it
            </Button>
          </MergeForm>
        )}
      </Stack>
    </Modal>
  );
}
