import { Link } from 'wouter';
import type { Lesson } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { usePresentDay } from '../../app/present.ts';
import { PersonName } from '../../parts/person-name.tsx';
import classes from './lessons.module.css';

/** Those who taught it: who was told what changed, whose turn it is, who waits. */
export function Tellings({ lesson }: { lesson: Lesson }) {
  const today = usePresentDay();
  const { tellings, state } = lesson;
  if (tellings.length === 0 || (state !== 'changed' && state !== 'told')) return null;
  const told = tellings.filter((one) => one.state === 'told').length;
  return (
    <section className={classes.tellings}>
      <p>
        Told {told} of {tellings.length} who taught us this
      </p>
      <ul>
        {tellings.map(({ customer, state: how, toldDay }) => (
          <li key={customer.id}>
            <Link href={`/people/${customer.id}`}>
              <PersonName name={customer.name} />
            </Link>
            <span className={classes.soft}>
              {how === 'told' && toldDay && `, ${fullDay(toldDay, today)}`}
              {how === 'next' && ', next: it waits among the follow-ups'}
              {how === 'waiting' && ', after that'}
              {how === 'left' && ', left out'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
