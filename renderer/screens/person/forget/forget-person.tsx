import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WhatGoes } from '../../../../shared/contract/contract.ts';
import { olderWords, staysWords, whatGoesWords } from '../../../../shared/wording/forgetting.ts';
import { api, client } from '../../../app/client.ts';
import { usePresent } from '../../../app/present.ts';
import { sentenceOf } from '../../../app/problems.ts';
import { useDoing } from '../../../app/undo.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { forgetDraftsOf } from '../../../parts/use-draft.ts';
import classes from './forget.module.css';

interface ForgetPersonProps {
  person: { id: string; name: string };
  onClose: () => void;
  onForgotten: () => void;
}

/** Asks whether somebody is to be forgotten for good, naming what goes and what stays. */
export function ForgetPerson({ person, onClose, onForgotten }: ForgetPersonProps) {
  return (
    <Modal opened onClose={onClose} title={`Forget ${person.name} for good?`} size="lg">
      <Question person={person} onClose={onClose} onForgotten={onForgotten} />
    </Modal>
  );
}

function Question({ person, onClose, onForgotten }: ForgetPersonProps) {
  const { id } = person;
  const { done } = useDoing();
  // Asked once: when they are gone there is nobody to ask about.
  const told = useQuery({
    ...api.forgetting.look.queryOptions({ input: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [removeOlder, setRemoveOlder] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function forget() {
    setBusy(true);
    setProblem(null);
    try {
      const { older } = await client.forgetting.forget({
        id,
        older: removeOlder ? 'remove' : 'leave',
      });
      forgetDraftsOf(id);
      onForgotten();
      const left = older.backups.length;
      done(
        left === 0
          ? 'Forgotten. Nothing of them is left here'
          : `Forgotten. ${left === 1 ? 'One older backup still knows' : `${left} older backups still know`} them`,
      );
    } catch (refusal) {
      setProblem(refusal);
      setBusy(false);
    }
  }

  return (
    <Loaded query={told}>
      {(goes) => (
        <div className={classes.question}>
          <Goes goes={goes} />
          <Older older={goes.older} remove={removeOlder} onRemove={setRemoveOlder} />
          <p className={classes.last}>
            This cannot be undone. Files that you saved elsewhere yourself are not touched.
          </p>
          {problem !== null && <p role="alert">{sentenceOf(problem)}</p>}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose} disabled={busy}>
              Leave it
            </Button>
            <Button color="danger" loading={busy} onClick={() => void forget()}>
              Forget for good
            </Button>
          </Group>
        </div>
      )}
    </Loaded>
  );
}

function Goes({ goes }: { goes: WhatGoes }) {
  const stays = staysWords(goes);
  return (
    <>
      <div>
        <h3 className={classes.title}>What goes</h3>
        <ul className={classes.list}>
          {whatGoesWords(goes).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      {stays.length > 0 && (
        <div>
          <h3 className={classes.title}>What stays, without their name</h3>
          <ul className={classes.list}>
            {stays.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface OlderProps {
  older: WhatGoes['older'];
  remove: boolean;
  onRemove: (remove: boolean) => void;
}

/** What older copies know, and whether those go too. */
function Older({ older, remove, onRemove }: OlderProps) {
  const { day, zone } = usePresent();
  const words = olderWords(older, day, zone);
  if (words.length === 0) return null;
  const canRemove = older.backups.length > 0 || older.setAside > 0;
  return (
    <div>
      <h3 className={classes.title}>Older copies</h3>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {canRemove && (
        <Checkbox
          className={classes.choice}
          label="Remove those copies too"
          description="A new backup without them is made first. Left as they are, they go in their time."
          checked={remove}
          onChange={(event) => onRemove(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
