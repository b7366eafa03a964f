import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { FollowUp, Medium } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { sentenceOf } from '../../app/problems.ts';
import { KeyHint } from '../key-hint.tsx';
import { useOffers } from '../offers/use-offers.tsx';
import type { ChosenPerson } from '../person-choice.tsx';
import classes from './composer.module.css';
import { MarkedField, marksOf } from './marked-field.tsx';
import { linked, type PutRight, type Settled, settle } from './put-right.ts';
import { UnderstoodLine } from './understood-line.tsx';
import { useComposing } from './use-composing.ts';

export interface Logged {
  step: string;
  /** A talk, an attempt that reached nobody, or only a plan. */
  what: 'talk' | 'attempt' | 'plan';
  promises: number;
}

interface ComposerProps {
  /** Whom it is about; without it the line itself says who, or the person chooses. */
  customer?: ChosenPerson;
  /** Under what its draft is kept, such as `talk:<id>`. */
  draftKey: string;
  onLogged: (logged: Logged) => void;
  /** Open promises to this person, offered as kept with this conversation. */
  promises?: readonly FollowUp[];
  saveLabel?: string;
  /** Quiet actions beside the save button. */
  actions?: (line: { text: string; medium: Medium; clear: () => void; busy: boolean }) => ReactNode;
  autoFocus?: boolean;
  /** Words typed elsewhere, to go on from. */
  begin?: string;
}

/** The one line that logs a conversation, and with it what was promised. Ctrl+Enter saves. */
export function Composer(props: ComposerProps) {
  const { customer, draftKey, onLogged, promises = [], saveLabel = 'Save', actions } = props;
  const { draft, right, understood, current, settled, put, write, clear } = useComposing(
    draftKey,
    customer,
    props.begin,
  );
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const offers = useOffers(field, (person) => put(linked(right, person)), { bare: true });
  const understoodId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isEmpty = draft.text.trim() === '';

  /** What is missing, said, and the focus where it can be answered. */
  function ask(sentence: string) {
    setProblem(sentence);
    const answer = form.current?.querySelector<HTMLElement>('[data-asks], [data-who] input');
    (isEmpty ? field.current : answer)?.focus();
  }

  async function save(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    const text = draft.text.trim();
    if (text === '') {
      ask('Write a few words first: how you spoke, and what was said.');
      return;
    }
    setBusy(true);
    try {
      const last =
        current && settled
          ? settled
          : settle(
              await client.conversations.understand({ line: text, customerId: customer?.id }),
              right,
              customer,
            );
      const missing = missingFrom(last);
      if (missing) {
        ask(missing);
        return;
      }
      const { step } = last.isPlan
        ? await client.conversations.plan(planned(last))
        : await client.conversations.log({
            ...planned(last),
            said: text,
            spokenOf: last.spokenOf.map((person) => person.id),
            medium: last.medium,
            reached: last.reached,
            happenedDay: last.day,
            keeps: right.keeps,
          });
      clear();
      setProblem(null);
      onLogged({ step, what: whatOf(last), promises: last.promises.length });
    } catch (failure) {
      setProblem(sentenceOf(failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      ref={form}
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
        marks={current && understood && settled ? marksOf(understood, settled, draft.text) : []}
        onChange={(text) => {
          write(text);
          setProblem(null);
        }}
        describedBy={understoodId}
        fieldRef={field}
        offers={offers}
        autoFocus={props.autoFocus}
      />
      <UnderstoodLine
        id={understoodId}
        settled={isEmpty ? null : settled}
        right={right}
        customer={customer}
        onPut={(changes) => {
          put(changes);
          setProblem(null);
          if (!keepsFocus(changes)) field.current?.focus();
        }}
      />
      {promises.length > 0 && !isEmpty && (
        <fieldset className={classes.kept}>
          <legend>Did this keep a promise?</legend>
          {promises.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text}
              checked={right.keeps.includes(id)}
              onChange={(event) =>
                put({
                  keeps: event.currentTarget.checked
                    ? [...right.keeps, id]
                    : right.keeps.filter((other) => other !== id),
                })
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
          {settled?.isPlan ? 'Save the plan' : saveLabel}
        </Button>
        {actions?.({ text: draft.text, medium: settled?.medium ?? 'counter', clear, busy })}
      </div>
    </form>
  );
}

/** A sentence that asks for what has to be known first. */
function missingFrom({ people, newPeople, unsure, strangers }: Settled): string | null {
  const [name] = unsure;
  if (name) return `Which ${name.said} was it?`;
  if (people.length + newPeople.length > 0) return null;
  return strangers[0]
    ? `Is ${strangers[0]} a new customer? Say so below, or choose who it was.`
    : 'Whom did you speak with? Name them in the line, or choose below.';
}

const whatOf = ({ isPlan, reached }: Settled): Logged['what'] =>
  isPlan ? 'plan' : reached ? 'talk' : 'attempt';

/** With whom, and what was promised, as it is written down. */
function planned(settled: Settled) {
  return {
    customerIds: settled.people.map((person) => person.id),
    newPeople: settled.newPeople,
    promises: settled.promises
      .filter((promise) => promise.text.trim() !== '')
      .map(({ text, dueDay, dueTime, customer }) => ({
        text,
        dueDay,
        dueTime,
        customerId: customer?.id,
      })),
  };
}

/** Whether the part that was put right is still there, and keeps the focus. */
function keepsFocus({ medium, reached, day, promises }: Partial<PutRight>): boolean {
  return (
    medium !== undefined ||
    reached !== undefined ||
    day !== undefined ||
    (promises !== undefined && promises.at(-1)?.to !== null)
  );
}
