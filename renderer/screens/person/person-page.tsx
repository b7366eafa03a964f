import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Customer } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { Portrait } from '../../parts/portrait/portrait.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Timeline } from '../../parts/timeline/timeline.tsx';
import { useOpening } from '../../parts/use-opening.ts';
import { Dates } from './aside/dates.tsx';
import { FactsKnown } from './aside/facts.tsx';
import { Family } from './aside/family.tsx';
import { History } from './aside/history.tsx';
import { HowMet } from './aside/how-met.tsx';
import { Promised } from './aside/promised.tsx';
import { Reach } from './aside/reach.tsx';
import { SpokenOf } from './aside/spoken-of.tsx';
import { Tags } from './aside/tags.tsx';
import { InTheBin } from './in-the-bin.tsx';
import { LogCard } from './log-card.tsx';
import { Matters } from './matters/matters-block.tsx';
import { NamesForm } from './names-form.tsx';
import { PersonLead } from './person-lead.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PortraitButton } from './photo/portrait-button.tsx';
import { Standing } from './standing.tsx';
import { Pinned } from './timeline/pinned.tsx';
import { useChange } from './use-change.ts';

/** A person's page: the line and the timeline at the left, what is known at the right. */
export function PersonPage({ person }: { person: Customer }) {
  const change = useChange(person);
  const naming = useOpening();
  const open = useQuery(
    api.followUps.list.queryOptions({
      input: { customerId: person.id, state: 'open', limit: 100, offset: 0 },
    }),
  );
  const promises = open.data?.rows;
  const binned = person.binnedAt !== null;

  return (
    <Screen
      title={person.name}
      heading={<PersonName name={person.name} />}
      portrait={
        binned ? (
          <Portrait name={person.name} photo={person.photo} size="large" />
        ) : (
          <PortraitButton person={person} />
        )
      }
      lead={<PersonLead person={person} />}
      width="wide"
      actions={
        <>
          {!naming.open && (
            <Button ref={naming.opener} variant="subtle" onClick={() => naming.setOpen(true)}>
              Change the name
            </Button>
          )}
          {!binned && <PersonMenu person={person} />}
        </>
      }
      aside={
        <>
          <Matters person={person} />
          <Promised personId={person.id} promises={promises} />
          <Reach person={person} change={change} />
          <FactsKnown person={person} change={change} />
          <Family person={person} change={change} />
          <Dates person={person} change={change} />
          <Tags person={person} change={change} />
          <HowMet person={person} change={change} />
          <SpokenOf personId={person.id} />
          <History personId={person.id} />
        </>
      }
    >
      {naming.open && (
        <NamesForm person={person} change={change} onClose={() => naming.setOpen(false)} />
      )}
      {binned && <InTheBin person={person} />}
      <Standing person={person} change={change} />
      {!binned && <LogCard person={person} promises={promises ?? []} />}
      <Pinned personId={person.id} />
      <Timeline
        personId={person.id}
        title="Between you"
        empty="Nothing yet. One line above begins it."
        actions={
          <Button
            component={Link}
            href={`/people/${person.id}/talks`}
            variant="subtle"
            size="compact-md"
          >
            On one page
          </Button>
        }
      />
    </Screen>
  );
}
