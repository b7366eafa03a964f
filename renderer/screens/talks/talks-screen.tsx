import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { TimelineEntry } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { mediumNoun } from '../../../shared/wording/media.ts';
import { api, client } from '../../app/client.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { NoteWords } from '../../parts/note/note-words.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import { Screen } from '../../parts/screen.tsx';
import classes from './talks.module.css';

/** All past talks with somebody on one page, the first one first: to be read, and printed. */
export default function TalksScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const [notes, setNotes] = useState(true);
  const person = useQuery(api.people.get.queryOptions({ input: { id } }));
  const kinds: TimelineEntry['kind'][] = notes
    ? ['conversation', 'answer', 'note']
    : ['conversation', 'answer'];
  const input = { customerId: id, kinds };
  const talks = useQuery({
    queryKey: [...api.timeline.list.key({ input }), 'whole'],
    queryFn: () => readAll(input),
  });
  return (
    <Loaded query={person}>
      {({ name }) => (
        <Screen
          title={`All talks with ${name}`}
          heading={
            <>
              All talks with <PersonName name={name} />
            </>
          }
          lead={talks.data && inAll(talks.data)}
          width="reading"
          actions={
            <div className={classes.tools}>
              <Checkbox
                label="Notes too"
                checked={notes}
                onChange={(event) => setNotes(event.currentTarget.checked)}
              />
              <Button component={Link} href={`/people/${id}`} variant="subtle">
                Back to the person
              </Button>
              <Button onClick={() => window.print()}>Print</Button>
            </div>
          }
        >
          <Loaded query={talks}>
            {(entries) =>
              entries.length === 0 ? (
                <p>Nothing was written down yet.</p>
              ) : (
                <ol className={classes.talks}>
                  {entries.map((entry) => (
                    <li key={`${entry.kind} ${entry.id}`} className={classes.talk}>
                      <Talk entry={entry} personId={id} />
                    </li>
                  ))}
                </ol>
              )
            }
          </Loaded>
        </Screen>
      )}
    </Loaded>
  );
}

/** Every page of it, the oldest entry first. */
async function readAll(input: { customerId: string; kinds: TimelineEntry['kind'][] }) {
  const entries: TimelineEntry[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof client.timeline.list>> = await client.timeline.list({
      ...input,
      after,
      limit: 1000,
    });
    entries.push(...page.entries);
    after = page.next;
  } while (after);
  return entries.reverse();
}

function inAll(entries: readonly TimelineEntry[]): string {
  const talks = entries.filter(({ kind, reached }) => kind === 'conversation' && reached).length;
  const first = entries.find(({ kind }) => kind === 'conversation');
  const count = talks === 1 ? 'One talk' : `${talks} talks`;
  return first ? `${count} since ${fullDay(first.day, '')}.` : `${count}.`;
}

function Talk({ entry, personId }: { entry: TimelineEntry; personId: string }) {
  const others = entry.people.filter(({ id }) => id !== personId);
  const what =
    entry.kind === 'note'
      ? 'Note'
      : entry.kind === 'answer'
        ? 'Answered'
        : mediumNoun(entry.medium ?? 'other');
  return (
    <>
      <h2 className={classes.head}>
        <FullDay day={entry.day} />
        <span className={classes.how}>
          {what}
          {entry.reached === false && ', nobody reached'}
          {others.length > 0 && ', with '}
          {others.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <PersonName name={name} />
            </span>
          ))}
        </span>
      </h2>
      {entry.kind === 'note' ? (
        <NoteWords body={entry.text} />
      ) : (
        entry.text && (
          <p className={classes.said} dir="auto">
            {entry.text}
          </p>
        )
      )}
    </>
  );
}
