import { useLocation } from 'wouter';
import type { Pick } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { directionOf } from '../../../shared/wording/direction.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { mediumWay } from '../../../shared/wording/media.ts';
import { capital, pronounsOf } from '../../../shared/wording/pronouns.ts';
import { usePresentDay } from '../../app/present.ts';
import { type FactItem, Facts } from '../../parts/facts.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './day-card.module.css';
import { questionWords } from './question-words.ts';

/** What one wants to know before turning to somebody: last time, family, dates, their words. */
export function Brief({ pick }: { pick: Pick }) {
  const today = usePresentDay();
  const [, go] = useLocation();
  const { customer, brief } = pick;
  const who = pronounsOf(customer.pronouns);
  const items: FactItem[] = [];

  const last = brief.lastConversation;
  if (last) {
    const way = mediumWay(last.medium);
    items.push({
      label: 'Last time',
      value: (
        <span dir="auto" className={classes.clamped}>
          {fullDay(last.day, today)}
          {way && `, ${way}`}. {last.said}
        </span>
      ),
    });
  }
  const around = [
    ...customer.relations.map((relation) => (
      <span key={relation.id}>
        <PersonName name={relation.name} />
        {relation.relation && `, ${relation.relation}`}
      </span>
    )),
    ...customer.dates
      .filter((date) => date.nextDay)
      .slice(0, 2)
      .map((date) => (
        <span key={date.id}>
          <bdi dir={directionOf(date.label)}>
            {date.label || (date.kind === 'birthday' ? 'birthday' : 'a date')}
          </bdi>{' '}
          {date.nextDay && <RelativeDay day={date.nextDay} />}
        </span>
      )),
  ];
  if (around.length > 0) {
    items.push({
      label: `Around ${who.object}`,
      value: <span className={classes.around}>{around.slice(0, 4)}</span>,
    });
  }
  if (customer.facts.length > 0) {
    items.push({
      label: 'Good to know',
      value: (
        <span dir="auto">
          {customer.facts
            .slice(0, 2)
            .map((fact) => fact.text)
            .join(' · ')}
        </span>
      ),
    });
  }
  if (brief.latestWords) {
    items.push({
      label: `${capital(who.possessive)} words`,
      value: (
        <span dir="auto" className={classes.clamped}>
          {quoted(brief.latestWords.excerpt)} — {brief.latestWords.sourceName},{' '}
          <RelativeDay day={brief.latestWords.day} />
        </span>
      ),
    });
  }
  const reach = customer.contacts.find((contact) => contact.kind === 'phone');
  if (reach) {
    items.push({
      label: 'Telephone',
      value: (
        <bdi>
          {reach.value}
          {reach.label && ` (${reach.label})`}
        </bdi>
      ),
    });
  }
  const question = brief.question && questionWords(brief.question, who);

  return (
    <>
      {items.length > 0 ? (
        <Facts items={items} />
      ) : (
        <p className={classes.nothing}>
          Nothing is written down yet. After today there will be.{' '}
          <a
            href={`/people/${customer.id}`}
            onClick={(event) => {
              event.preventDefault();
              go(`/people/${customer.id}`);
            }}
          >
            Open their page
          </a>
        </p>
      )}
      {question && (
        <p className={classes.question}>
          {question.lead} <span dir="auto">{question.about}</span>
        </p>
      )}
    </>
  );
}
