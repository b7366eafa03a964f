import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Customer } from '../../../../shared/contract/contract.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import { InlineForm } from '../../../parts/inline-form/inline-form.tsx';
import { type ChosenPerson, PersonChoice } from '../../../parts/person-choice.tsx';
import { PersonName } from '../../../parts/person-name.tsx';
import { FullDay } from '../../../parts/relative-day.tsx';
import { useEdited } from '../../../parts/use-edited.ts';
import classes from '../block.module.css';
import { Block } from '../block.tsx';
import type { ChangePerson } from '../use-change.ts';
import { ReferralTree } from './referral-tree.tsx';

interface HowMetProps {
  person: Customer;
  change: ChangePerson;
}

/** How it began: where you met, and who sent them. */
export function HowMet({ person, change }: HowMetProps) {
  const { howMet, sentBy } = person;
  const known = howMet !== '' || sentBy !== null;
  return (
    <Block
      title="How you met"
      action={known ? 'Change' : 'Add'}
      actionLabel={known ? 'Change how you met' : 'Add how you met'}
      replaces
      form={(close) => <HowMetForm person={person} change={change} onClose={close} />}
    >
      {howMet && (
        <p className={classes.words} dir="auto">
          {howMet}
        </p>
      )}
      {sentBy && (
        <p className={classes.words}>
          Sent by{' '}
          <Link href={`/people/${sentBy.id}`} className={classes.link}>
            <PersonName name={sentBy.name} />
          </Link>
        </p>
      )}
      <p className={classes.nothing}>
        Here since <FullDay day={person.addedDay} />
      </p>
      <Returns cameBack={person.cameBack} />
      <ReferralTree person={person} />
    </Block>
  );
}

/** On which days they came back, as it was noted. */
function Returns({ cameBack }: Pick<Customer, 'cameBack'>) {
  const { attempt } = useDoing();
  const takeBack = (returnId: string) =>
    attempt(client.people.didNotComeBack({ returnId }), 'Taken back');
  if (cameBack.length === 0) return null;
  return (
    <ul className={classes.list} aria-label="Came back">
      {cameBack.map(({ id, day }) => (
        <li key={id} className={classes.row}>
          Came back on <FullDay day={day} />
          <span className={classes.actions}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`They did not come back on ${fullDay(day)}`}
              onClick={() => void takeBack(id)}
            >
              Take back
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

function HowMetForm({ person, change, onClose }: HowMetProps & { onClose: () => void }) {
  const edited = useEdited(`person:${person.id}:how-met`, person.howMet);
  const [sentBy, setSentBy] = useState<ChosenPerson | null>(person.sentBy);
  return (
    <InlineForm
      label="How you met"
      fields={['howMet', 'sentBy']}
      onSave={async () => {
        await change('Changed how you met', {
          howMet: edited.text,
          sentBy: sentBy?.id ?? null,
        });
        edited.forget();
      }}
      onCancel={edited.forget}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <Textarea
            label="How you met"
            maxLength={1000}
            value={edited.text}
            onChange={(event) => edited.write(event.currentTarget.value)}
            error={problemAt('howMet')}
            dir="auto"
            autoFocus
          />
          <PersonChoice
            label="Who sent them"
            value={sentBy}
            onChoose={setSentBy}
            except={person.id}
            error={problemAt('sentBy')}
          />
        </>
      )}
    </InlineForm>
  );
}
