import { Link } from 'wouter';
import type { ConflictHit } from '../../../shared/contract/contract.ts';
import { PersonName } from '../person-name.tsx';
import classes from './hits.module.css';

const groups: [likeness: ConflictHit['likeness'], title: string][] = [
  ['same', 'The same name'],
  ['near', 'Nearly the same'],
  ['part', 'A part of it'],
];

interface HitsProps {
  hits: readonly ConflictHit[];
  more: number;
  /** The level of the headings over each sort of likeness. */
  level?: 2 | 3;
}

/** What a look-up for conflicts found: each name, what it is, why it is alike, and its ties. */
export function Hits({ hits, more, level = 2 }: HitsProps) {
  const Heading = `h${level}` as const;
  return (
    <>
      {groups.map(([likeness, title]) => {
        const found = hits.filter((hit) => hit.likeness === likeness);
        if (found.length === 0) return null;
        return (
          <section key={likeness} className={classes.group}>
            <Heading className={classes.title}>{title}</Heading>
            <ul className={classes.hits}>
              {found.map((hit) => (
                <Hit key={`${hit.customer.id} ${hit.as}`} hit={hit} />
              ))}
            </ul>
          </section>
        );
      })}
      {more > 0 && <p className={classes.soft}>and {more} more. A longer name finds fewer.</p>}
    </>
  );
}

function Hit({ hit }: { hit: ConflictHit }) {
  const { name, as, why, customer, ties } = hit;
  return (
    <li className={classes.hit}>
      <p className={classes.name}>
        <PersonName name={name} />
        <span className={classes.soft}>
          {' '}
          {as}
          {name !== customer.name && (
            <>
              {' of '}
              <Page customer={customer} />
            </>
          )}
        </span>
      </p>
      <p className={classes.soft}>
        {why}.{customer.binned && ' In the bin.'}{' '}
        {name === customer.name && <Page open customer={customer} />}
      </p>
      {ties.length > 0 && (
        <ul className={classes.ties}>
          {ties.map((tie) => (
            <li key={tie} dir="auto">
              {tie}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Page({ customer, open }: { customer: ConflictHit['customer']; open?: boolean }) {
  return (
    <Link href={`/people/${customer.id}`} className={classes.link}>
      {open ? (
        <>
          Open <PersonName name={customer.name} />
        </>
      ) : (
        <PersonName name={customer.name} />
      )}
    </Link>
  );
}
