import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RuleTried } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './rules.module.css';

interface TriedProps {
  tried: RuleTried;
  /** Keeps it, for what comes or for what is stored as well. */
  onKeep: (alsoStored: boolean) => Promise<void>;
}

/** What a rule would have done with what is stored: how many, and which; and whether to keep it. */
export function Tried({ tried, onKeep }: TriedProps) {
  const { zone } = usePresent();
  const [busy, setBusy] = useState(false);
  const keep = (alsoStored: boolean) => {
    setBusy(true);
    void onKeep(alsoStored).finally(() => setBusy(false));
  };
  return (
    <section aria-label="What it would do" className={classes.tried}>
      <p dir="auto">
        <strong>{tried.words}</strong>
      </p>
      <p role="status">{inWords(tried)}</p>
      {tried.rows.length > 0 && (
        <ul className={classes.found}>
          {tried.rows.map((row) => (
            <li key={row.id} dir="auto">
              <span className={classes.quiet}>
                <PersonName name={row.customer?.name ?? row.author} fallback={row.sourceName} />,{' '}
                <RelativeDay day={dayOf(row.publishedAt ?? row.receivedAt, zone)} />:
              </span>{' '}
              {row.title || row.excerpt}
            </li>
          ))}
        </ul>
      )}
      {tried.fits > tried.rows.length && (
        <p className={classes.quiet}>… and {tried.fits - tried.rows.length} more.</p>
      )}
      <div className={classes.buttons}>
        <Button disabled={busy} onClick={() => keep(false)}>
          Keep it for what comes
        </Button>
        {tried.changes > 0 && (
          <Button variant="default" disabled={busy} onClick={() => keep(true)}>
            Keep it, and do it with {tried.changes === 1 ? 'this one' : `these ${tried.changes}`}
          </Button>
        )}
      </div>
    </section>
  );
}

function inWords({ fits, changes }: RuleTried): string {
  if (fits === 0) return 'It fits nothing that is stored.';
  const found = fits === 1 ? 'one voice that is stored' : `${fits} voices that are stored`;
  if (changes === fits) return `It fits ${found}.`;
  if (changes === 0) return `It fits ${found}, and would change nothing there.`;
  return `It fits ${found}, and would change ${changes} of them.`;
}
