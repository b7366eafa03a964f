import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Mention } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { Rating } from '../../parts/rating.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import { VoiceWords } from '../../parts/voice-words.tsx';
import classes from './answer.module.css';

/** So much of what we know is shown; the rest is on their page. */
const mostFacts = 6;

/** The whole voice, who it is, what they said before, and what we know of them. */
export function Listen({ voice }: { voice: Mention }) {
  const { zone } = usePresent();
  return (
    <Card title="Listen" tone="plain" padding="small">
      <p className={classes.about}>
        <span dir="auto">{voice.sourceName}</span>
        <FullDay day={dayOf(voice.publishedAt ?? voice.receivedAt, zone)} />
        {voice.rating && <Rating {...voice.rating} />}
      </p>
      {voice.title && (
        <h3 dir="auto" lang={voice.language || undefined} className={classes.title}>
          {voice.title}
        </h3>
      )}
      <VoiceWords voice={voice} />
      {voice.customer && <Known customer={voice.customer} />}
      {voice.others.length > 0 && (
        <section className={classes.known}>
          <h3>{voice.othersByName ? 'Also said here under this name' : 'What they said before'}</h3>
          <ul>
            {voice.others.slice(0, mostFacts).map(({ id, title, excerpt, at }) => (
              <li key={id}>
                <Link href={`/listening?mention=${id}`} dir="auto">
                  {title || excerpt}
                </Link>
                , <FullDay day={dayOf(at, zone)} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** What we know of a customer. It stays between us. */
function Known({ customer: { id, name } }: { customer: Mention['customer'] & {} }) {
  const { data } = useQuery(api.people.get.queryOptions({ input: { id } }));
  const known = [
    ...(data?.relations ?? []).map(({ name: other, relation }) =>
      [other, relation].filter(Boolean).join(', '),
    ),
    ...(data?.facts ?? []).map(({ text }) => text),
  ].filter(Boolean);
  return (
    <section className={classes.known}>
      <h3>
        What we know of{' '}
        <Link href={`/people/${id}`}>
          <PersonName name={name} />
        </Link>
      </h3>
      {known.length === 0 ? (
        <p className={classes.quiet}>Nothing is written down yet.</p>
      ) : (
        <ul>
          {known.slice(0, mostFacts).map((text) => (
            <li key={text} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.quiet}>This stays between us.</p>
    </section>
  );
}
