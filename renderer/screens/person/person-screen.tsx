import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { api } from '../../app/client.ts';
import { codeOf } from '../../app/problems.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { PersonPage } from './person-page.tsx';

/** One person: what one wants to know before speaking, and the line that logs it afterwards. */
export default function PersonScreen() {
  const { id = '' } = useParams();
  const person = useQuery(api.people.get.queryOptions({ input: { id } }));
  if (person.data) return <PersonPage person={person.data} />;
  const isNobody = person.error && ['not-found', undefined].includes(codeOf(person.error));
  return (
    <Screen title="Person" headless>
      {isNobody ? (
        <EmptyState
          title="Nobody lives at this door"
          drawing="unlit"
          action={<Link href="/people">See everybody</Link>}
        >
          This person is not here, or no longer.
        </EmptyState>
      ) : (
        <Loaded query={person}>{() => null}</Loaded>
      )}
    </Screen>
  );
}
