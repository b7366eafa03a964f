import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Rule, RuleFormInput, RuleTried, Tone } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import { useDoing } from '../../app/undo.ts';
import { type ChosenPerson, PersonChoice } from '../../parts/person-choice.tsx';
import classes from './rules.module.css';
import { Tried } from './tried.tsx';

type Does = RuleFormInput['does'];

const doings: { value: Does; label: string }[] = [
  { value: 'noted', label: 'note it' },
  { value: 'let-go', label: 'let it go' },
  { value: 'star', label: 'star it' },
  { value: 'tell', label: 'tell me at once' },
  { value: 'tone', label: 'take it for …' },
  { value: 'link', label: 'know that it is by …' },
];

const tones: { value: Tone; label: string }[] = [
  { value: 'complaint', label: 'a complaint' },
  { value: 'question', label: 'a question' },
  { value: 'praise', label: 'praise' },
  { value: 'plain', label: 'neither' },
];

const stars = [1, 2, 3, 4].map((many) => ({
  value: String(many),
  label: many === 1 ? 'one star of five' : `${many} stars of five or fewer`,
}));

interface RuleEditorProps {
  /** The rule that is changed; absent for a new one. */
  rule?: Rule;
  onDone?: () => void;
}

/** A rule as a form: which voices, and what is done; tried on what is stored before it is kept. */
export function RuleEditor({ rule, onDone }: RuleEditorProps) {
  const { done } = useDoing();
  const sources = useQuery(api.sources.list.queryOptions());
  const [form, setForm] = useState(() => formOf(rule));
  const [person, setPerson] = useState<ChosenPerson | null>(null);
  const [tried, setTried] = useState<RuleTried | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const change = (changes: Partial<Form>) => {
    setForm((before) => ({ ...before, ...changes }));
    setTried(null);
    setProblem(null);
  };
  const asked = (): RuleFormInput => ({
    sourceId: form.sourceId || null,
    author: form.author,
    containing: form.containing
      .split(',')
      .map((phrase) => phrase.trim())
      .filter(Boolean),
    starsAtMost: form.stars === '' ? null : Number(form.stars),
    byCustomer: form.byCustomer,
    does: form.does,
    tone: form.does === 'tone' ? form.tone : null,
    customerId: form.does === 'link' ? (person?.id ?? rule?.customerId ?? null) : null,
  });

  const look = () => client.rules.try(asked()).then(setTried, setProblem);
  const keep = (alsoStored: boolean) =>
    client.rules.keep({ ...asked(), id: rule?.id, alsoStored }).then(({ step, changed }) => {
      done(changed > 0 ? `Kept, and ${changed} sorted by it` : 'The rule is kept', step);
      setForm(formOf(undefined));
      setTried(null);
      onDone?.();
    }, setProblem);

  const said = problem ? sentenceOf(problem) : undefined;
  const about = (field: string) => (fieldOf(problem) === field ? said : undefined);
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <fieldset className={classes.conditions}>
        <legend>When a voice is …</legend>
        <NativeSelect
          label="from"
          value={form.sourceId}
          onChange={(event) => change({ sourceId: event.currentTarget.value })}
          error={about('sourceId')}
          data={[
            { value: '', label: 'any source' },
            ...(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput
          label="by"
          placeholder="anybody"
          value={form.author}
          onChange={(event) => change({ author: event.currentTarget.value })}
          maxLength={200}
        />
        <TextInput
          label="containing one of"
          description="Words or phrases, with commas between"
          placeholder="anything"
          value={form.containing}
          onChange={(event) => change({ containing: event.currentTarget.value })}
          error={about('containing')}
        />
        <NativeSelect
          label="rated with"
          value={form.stars}
          onChange={(event) => change({ stars: event.currentTarget.value })}
          data={[{ value: '', label: 'any stars, or none' }, ...stars]}
        />
        <Checkbox
          label="by one of your customers"
          checked={form.byCustomer}
          onChange={(event) => change({ byCustomer: event.currentTarget.checked })}
        />
      </fieldset>
      <fieldset className={classes.conditions}>
        <legend>… then</legend>
        <NativeSelect
          label="what is done"
          value={form.does}
          onChange={(event) => change({ does: event.currentTarget.value as Does })}
          data={doings}
        />
        {form.does === 'tone' && (
          <NativeSelect
            label="it is"
            value={form.tone}
            onChange={(event) => change({ tone: event.currentTarget.value as Tone })}
            data={tones}
          />
        )}
        {form.does === 'link' && (
          <PersonChoice
            label="Whose words are they?"
            value={person}
            onChoose={(next) => {
              setPerson(next);
              change({});
            }}
            error={about('customerId')}
          />
        )}
      </fieldset>
      {said && !fieldOf(problem) && (
        <p role="alert" className={classes.problem}>
          {said}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant={tried ? 'default' : 'filled'}>
          Try it on what is stored
        </Button>
        {onDone && (
          <Button variant="subtle" onClick={onDone}>
            Leave it
          </Button>
        )}
      </div>
      {tried && <Tried tried={tried} onKeep={keep} />}
    </form>
  );
}

interface Form {
  sourceId: string;
  author: string;
  containing: string;
  stars: string;
  byCustomer: boolean;
  does: Does;
  tone: Tone;
}

function formOf(rule: Rule | undefined): Form {
  return {
    sourceId: rule?.sourceId ?? '',
    author: rule?.author ?? '',
    containing: rule?.containing.join(', ') ?? '',
    stars: rule?.starsAtMost == null ? '' : String(rule.starsAtMost),
    byCustomer: rule?.byCustomer ?? false,
    does: rule?.does ?? 'noted',
    tone: rule?.tone ?? 'complaint',
  };
}
