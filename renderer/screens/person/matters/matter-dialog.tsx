import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Matter, MatterState } from '../../../../shared/contract/contract.ts';
import { matterStates } from '../../../../shared/wording/matters.ts';
import { client as house } from '../../../app/client.ts';
import { usePresentDay } from '../../../app/present.ts';
import { useDoing } from '../../../app/undo.ts';
import inline from '../../../parts/inline-form/inline-form.module.css';
import { InlineForm, Missing } from '../../../parts/inline-form/inline-form.tsx';
import type { ChosenPerson } from '../../../parts/person-choice.tsx';
import { PersonName } from '../../../parts/person-name.tsx';
import { MatterNotes } from './matter-notes.tsx';
import classes from './matters.module.css';
import { emptyParty, type PartyDraft, PartyFields, partyOf } from './party-fields.tsx';

interface MatterDialogProps {
  client: ChosenPerson;
  /** The one to look at and change; a new one without it. */
  matter: Matter | undefined;
  onClose: () => void;
}

const states = Object.entries(matterStates).map(([value, label]) => ({ value, label }));

/** A matter in full: how it stands, who is in it, what was noted on it. */
export function MatterDialog({ client, matter, onClose }: MatterDialogProps) {
  return (
    <Modal opened onClose={onClose} title={<Title client={client} matter={matter} />} size="46rem">
      <div className={classes.plain}>
        <MatterForm client={client} matter={matter} onClose={onClose} />
      </div>
      {matter && <MatterNotes matter={matter} />}
    </Modal>
  );
}

function Title({ client, matter }: Pick<MatterDialogProps, 'client' | 'matter'>) {
  return (
    <>
      {matter ? <bdi>{matter.name}</bdi> : 'A new matter'}, <PersonName name={client.name} />
    </>
  );
}

function MatterForm({ client, matter, onClose }: MatterDialogProps) {
  const { done, failed } = useDoing();
  const today = usePresentDay();
  const [name, setName] = useState(matter?.name ?? '');
  const [state, setState] = useState<MatterState>(matter?.state ?? 'open');
  const [opened, setOpened] = useState(matter ? (matter.openedDay ?? '') : today);
  const [closed, setClosed] = useState(matter?.closedDay ?? '');
  const [note, setNote] = useState(matter?.note ?? '');
  const [parties, setParties] = useState<PartyDraft[]>(() =>
    matter ? matter.parties.map(partyOf) : [emptyParty()],
  );
  const isOver = state === 'closed' || state === 'declined';

  function choose(next: MatterState) {
    setState(next);
    const over = next === 'closed' || next === 'declined';
    if (over !== isOver) setClosed(over ? today : '');
  }

  async function save() {
    if (name.trim() === '') throw new Missing('name', 'Give it a name first.');
    const form = {
      name,
      state,
      openedDay: opened || null,
      closedDay: (isOver && closed) || null,
      note,
      parties: parties
        .filter(({ person, name: typed }) => person || typed.trim())
        .map(({ id, side, person, name: typed, role }) => ({
          id,
          side,
          role,
          name: person ? person.name : typed,
          otherId: person?.id ?? null,
        })),
    };
    const { step } = matter
      ? await house.matters.change({ id: matter.id, changes: form })
      : await house.matters.add({ customerId: client.id, matter: form });
    done(matter ? 'Changed the matter' : `Opened “${name.trim()}”`, step);
  }

  async function remove() {
    if (!matter) return;
    const { step } = await house.matters.remove({ id: matter.id });
    done(`Took “${matter.name}” away`, step);
  }

  return (
    <InlineForm
      label={matter ? 'Change the matter' : 'A new matter'}
      fields={['name', 'closedDay', 'openedDay']}
      onSave={save}
      onRemove={matter ? () => remove().catch(failed) : undefined}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <TextInput
            label="What it is about"
            placeholder="Lease of the corner shop"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problemAt('name')}
            dir="auto"
            autoComplete="off"
            data-autofocus={!matter || undefined}
          />
          <div className={inline.names}>
            <NativeSelect
              label="How it stands"
              data={states}
              value={state}
              onChange={(event) => choose(event.currentTarget.value as MatterState)}
            />
            <TextInput
              label="Opened"
              type="date"
              value={opened}
              onChange={(event) => setOpened(event.currentTarget.value)}
              error={problemAt('openedDay')}
            />
            {isOver && (
              <TextInput
                label="Closed"
                type="date"
                value={closed}
                onChange={(event) => setClosed(event.currentTarget.value)}
                error={problemAt('closedDay')}
              />
            )}
          </div>
          <fieldset className={classes.parties}>
            <legend>Who else is in it</legend>
            {parties.map((party, index) => (
              <PartyFields
                key={party.key}
                party={party}
                nth={index + 1}
                client={client.id}
                matterId={matter?.id}
                onChange={(changed) =>
                  setParties(parties.map((one) => (one.key === party.key ? changed : one)))
                }
                onRemove={() => setParties(parties.filter(({ key }) => key !== party.key))}
              />
            ))}
            <div>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setParties([...parties, emptyParty()])}
              >
                Add somebody
              </Button>
            </div>
          </fieldset>
          <Textarea
            label="Worth knowing"
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            dir="auto"
          />
        </>
      )}
    </InlineForm>
  );
}
