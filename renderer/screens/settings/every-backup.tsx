import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Backup } from '../../../shared/contract/contract.ts';
import {
  backupMoment,
  backupReason,
  holdingsWords,
  sizeWords,
} from '../../../shared/wording/backups.ts';
import { usePresent } from '../../app/present.ts';
import { BringBack } from './bring-back.tsx';
import classes from './every-backup.module.css';

/** Every backup, newest first, each with what it holds; one of them can be brought back. */
export function EveryBackup({ backups }: { backups: readonly Backup[] }) {
  const { day, zone } = usePresent();
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <>
      <ul className={classes.list}>
        {backups.map((backup) => (
          <li key={backup.name} className={classes.row}>
            <div>
              <p className={classes.moment}>{backupMoment(backup, day, zone)}</p>
              <p className={classes.facts}>{factsOf(backup)}</p>
            </div>
            {backup.newer ? (
              <p className={classes.facts}>Made by a newer Porchlight</p>
            ) : (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`Bring back ${backupMoment(backup, day, zone)}`}
                onClick={() => setChosen(backup)}
              >
                Bring back …
              </Button>
            )}
          </li>
        ))}
      </ul>
      <BringBack backup={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

function factsOf(backup: Backup): string {
  return [
    backup.holds ? holdingsWords(backup.holds, 3) : '',
    sizeWords(backup.bytes),
    backupReason(backup),
    backup.places.includes('second') ? 'also in the second folder' : '',
    backup.locked ? 'locked' : '',
  ]
    .filter(Boolean)
    .join(' · ')
    .replace('also in', backup.places.includes('here') ? 'also in' : 'only in');
}
