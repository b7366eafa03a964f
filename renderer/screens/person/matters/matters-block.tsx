import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Customer, Matter } from '../../../../shared/contract/contract.ts';
import { matterStateWord, sideWords } from '../../../../shared/wording/matters.ts';
import { useActions } from '../../../app/actions.ts';
import { api } from '../../../app/client.ts';
import { PersonName } from '../../../parts/person-name.tsx';
import classes from '../block.module.css';
import { MatterDialog } from './matter-dialog.tsx';

/** A client's matters, where the person is an attorney: each opens in full. */
export function Matters({ person }: { person: Customer }) {
  const settings = useQuery(api.settings.get.queryOptions());
  if (settings.data?.profession !== 'attorney') return null;
  return <MattersBlock person={person} />;
}

function MattersBlock({ person }: { person: Customer }) {
  const found = useQuery(api.matters.list.queryOptions({ input: { customerId: person.id } }));
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const { own = [], namedIn = [] } = found.data ?? {};
  useActions([
    {
      id: 'person-matter',
      label: `Open a matter for ${person.name}`,
      words: 'new case file',
      run: () => setOpen('new'),
    },
  ]);
  const matter = own.find(({ id }) => id === open);
  return (
    <section aria-labelledby="matters">
      <header className={classes.header}>
        <h2 id="matters" className={classes.title}>
          Matters
        </h2>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label="Add a matter"
          onClick={() => setOpen('new')}
        >
          Add
        </Button>
      </header>
      {found.data && own.length === 0 && <p className={classes.nothing}>No matter yet.</p>}
      {own.length > 0 && (
        <ul className={classes.list}>
          {own.map((one) => (
            <li key={one.id} className={classes.item}>
              <div className={classes.row}>
                <button type="button" className={classes.link} onClick={() => setOpen(one.id)}>
                  <bdi>{one.name}</bdi>
                </button>{' '}
                <span className={classes.soft}>{matterStateWord(one.state)}</span>
                {against(one) && <div className={classes.soft}>{against(one)}</div>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {namedIn.length > 0 && (
        <ul className={classes.list} aria-label="Named in matters of others">
          {namedIn.map(({ id, name, state, side, customer }) => (
            <li key={`${id} ${side}`} className={classes.item}>
              <div className={classes.row}>
                {sideWords[side]}{' '}
                <Link href={`/people/${customer.id}`} className={classes.link}>
                  <bdi>{name}</bdi>
                </Link>{' '}
                <span className={classes.soft}>
                  {matterStateWord(state)}, of <PersonName name={customer.name} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (open === 'new' || matter) && (
        <MatterDialog
          key={open}
          client={{ id: person.id, name: person.name }}
          matter={matter}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** "against Northgate Estates", where there is another side. */
function against({ parties }: Matter): string {
  const others = parties.filter(({ side }) => side === 'other').map(({ name }) => name);
  return others.length > 0 ? `against ${others.join(', ')}` : '';
}
