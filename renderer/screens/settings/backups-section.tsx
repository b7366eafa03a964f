import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from '../../../shared/contract/contract.ts';
import { backupMoment, holdingsWords, sizeWords } from '../../../shared/wording/backups.ts';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { EveryBackup } from './every-backup.tsx';
import { SecondFolder } from './second-folder.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

const sizes = [1, 2, 5, 10, 20, 50];

/** The backups: how the newest is, what they may take, and where else they go. */
export function BackupsSection({ settings }: { settings: Settings }) {
  const { day, zone } = usePresent();
  const save = useSaving();
  const [showsAll, setShowsAll] = useState(false);
  const { done } = useDoing();
  const listed = useQuery(api.backups.list.queryOptions());
  const make = useMutation(
    api.backups.make.mutationOptions({ onSuccess: () => done('The backup is made') }),
  );
  return (
    <Card title="Backups">
      <Loaded query={listed}>
        {({ backups, bytes, running, problem, second }) => {
          const [newest] = backups;
          return (
            <div className={classes.fields}>
              <p className={classes.quiet}>
                Made by itself at the first start of each day, and before anything large. Kept are
                three of today, and one for each of 7 days, 4 weeks and 12 months.
              </p>
              <p className={classes.plain}>
                {newest
                  ? `The newest is of ${backupMoment(newest, day, zone)}${newest.holds ? `: ${holdingsWords(newest.holds, 2)}` : ''}. ${backups.length === 1 ? 'It takes' : `All ${backups.length} take`} ${sizeWords(bytes)}.`
                  : 'There is none yet. The first is made tomorrow, or now.'}
              </p>
              {problem && <p className={classes.problem}>{problem}</p>}
              <div className={classes.buttons}>
                <Button
                  variant="default"
                  loading={make.isPending || running}
                  onClick={() => make.mutate({})}
                >
                  Back up now
                </Button>
                {newest && (
                  <Button
                    variant="subtle"
                    aria-expanded={showsAll}
                    onClick={() => setShowsAll(!showsAll)}
                  >
                    {showsAll ? 'Hide them' : 'Bring an earlier state back …'}
                  </Button>
                )}
              </div>
              {showsAll && <EveryBackup backups={backups} />}
              <Select
                label="They may take"
                description="Older ones go first; the newest always stays"
                data={sizes.map((size) => ({ value: String(size), label: sizeWords(size * 1e9) }))}
                value={String(settings.backupGigabytes)}
                onChange={(value) => value && save({ backupGigabytes: Number(value) })}
                allowDeselect={false}
              />
              <SecondFolder second={second} />
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}
