import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { FollowUp, Medium } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { KeyHint } from '../key-hint.tsx';
import { type ChosenPerson, PersonChoice } from '../person-choice.tsx';
import { useDraft } from '../use-draft.ts';
import classes from './composer.module.css';
import { MarkedField } from './marked-field.tsx';
import { UnderstoodLine } from './understood-line.tsx';
import { useUnderstood } from './use-understood.ts';

export interface Logged {
  step: string;
  id: string;
  reached: boolean;
  promises: number;
}

interface ComposerProps {
  /** Whom it is about; without it the line itself says who, or the person chooses. */
  customer?: ChosenPerson;
  /** Under what its draft is kept, such as `today:<id>` or `person:<id>`. */
  draftKey: string;
  onLogged: (logged: Logged) => void;
  /** Open promises to this person, offered as kept with this conversation. */
  promises?: readonly FollowUp[];
  saveLabel?: string;
  /** Quiet actions beside the save button. */
  actions?: (line: { text: string; medium: Medium; clear: () => void; busy: boolean }) => ReactNode;
  autoFocus?: boolean;
}

/** The one line that logs a conversation, and with it what was promised. Ctrl+Enter saves. */
export function Composer(props: ComposerProps) {
  const { customer, draftKey, onLogged, promises = [], saveLabel = 'Save', actions } = props;
  const draft = useDraft(draftKey);
  const field = useRef<HTMLTextAreaElement>(null);
  const understoodId = useId();
  const { understood, current } = useUnderstood(draft.text, customer?.id);
  const [ownMedium, setOwnMedium] = useState<Medium | null>(null);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<ChosenPerson | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const medium = ownMedium ?? understood?.medium ?? 'counter';
  const shown = understood && {
    ...understood,
    promises: understood.promises.filter((promise) => !dropped.includes(keyOf(promise))),
  };
  const named = customer
    ? [customer]
    : [...(understood?.people ?? []), ...(chosen ? [chosen] : [])];

  function clear() {
    draft.clear();
    setOwnMedium(null);
    setDropped([]);
    setKept([]);
    setChosen(null);
    setProblem(null);
  }

  async function save(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    const text = draft.text.trim();
    if (text === '') {
      setProblem('Write a few words first: how you spoke, and what was said.');
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const last =
        current && shown
          ? shown
          : await client.conversations.understand({ line: text, customerId: customer?.id });
      const people = customer ? [customer] : [...last.people, ...(chosen ? [chosen] : [])];
      if (people.length === 0) {
        setProblem('Whom did you speak with? Name them in the line, or choose below.');
        return;
      }
      const made = await client.conversations.log({
        customerIds: [...new Set(people.map((person) => person.id))],
        medium: ownMedium ?? last.medium,
        said: text,
        reached: last.reached,
        happenedDay: last.happenedDay,
        promises: last.promises
          .filter((promise) => !dropped.includes(keyOf(promise)))
          .map(({ text: words, dueDay, dueTime }) => ({ text: words, dueDay, dueTime })),
        keeps: [...kept],
      });
      clear();
      onLogged({ ...made, reached: last.reached, promises: last.promises.length });
    } catch (failure) {
      setProblem(sentenceOf(failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.composer}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <MarkedField
        label={customer ? `What was said with ${customer.name}` : 'What was said, and with whom'}
        placeholder={
          customer
            ? 'Talked at the counter, wants the quote, send it friday'
            : 'Rang Rosa, the operation went well, send the quote friday'
        }
        value={draft.text}
        marks={[...(shown?.promises ?? []), ...(customer ? [] : (shown?.people ?? []))].filter(
          () => current,
        )}
        onChange={(text) => {
          draft.write(text);
          setProblem(null);
        }}
        describedBy={understoodId}
        fieldRef={field}
        autoFocus={props.autoFocus}
      />
      <UnderstoodLine
        id={understoodId}
        understood={shown}
        medium={medium}
        onMedium={setOwnMedium}
        onDrop={(index) => {
          const promise = shown?.promises[index];
          if (promise) setDropped([...dropped, keyOf(promise)]);
          field.current?.focus();
        }}
      />
      {!customer && draft.text.trim() !== '' && (
        <>
          {named.length > 0 && (
            <p>
              With <bdi>{named.map((person) => person.name).join(', ')}</bdi>
            </p>
          )}
          {(understood?.people.length ?? 0) === 0 && (
            <PersonChoice label="Who was it?" value={chosen} onChoose={setChosen} />
          )}
        </>
      )}
      {promises.length > 0 && draft.text.trim() !== '' && (
        <fieldset className={classes.kept}>
          <legend>Did this keep a promise?</legend>
          {promises.map((promise) => (
            <Checkbox
              key={promise.id}
              label={promise.text}
              checked={kept.includes(promise.id)}
              onChange={(event) =>
                setKept(
                  event.currentTarget.checked
                    ? [...kept, promise.id]
                    : kept.filter((other) => other !== promise.id),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={busy} rightSection={<KeyHint keys="mod+enter" />}>
          {saveLabel}
        </Button>
        {actions?.({ text: draft.text, medium, clear, busy })}
      </div>
    </form>
  );
}

const keyOf = (promise: { text: string; dueDay: string }) => `${promise.dueDay} ${promise.text}`;
