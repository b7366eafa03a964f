import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sizeWords } from '../../../shared/wording/backups.ts';
import { api, client } from '../../app/client.ts';
import { ask } from '../../app/question.tsx';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Archive } from './archive.tsx';
import classes from './settings.module.css';
import { TakeAlong } from './take-along.tsx';

/** Where everything lies, and the sample town. */
export function DataSection() {
  const about = useQuery(api.house.about.queryOptions());
  const sample = useQuery(api.sample.state.queryOptions());
  const { attempt } = useDoing();
  const [busy, setBusy] = useState(false);

  async function toggle(here: boolean) {
    if (
      here &&
      !(await ask({
        title: 'Remove the sample town?',
        sentence: 'Its people, their conversations and its sources go. What you added stays.',
        yes: 'Remove it',
      }))
    ) {
      return;
    }
    setBusy(true);
    await attempt(
      here ? client.sample.remove() : client.sample.load(),
      here ? 'The sample town is gone' : 'The sample town has moved in',
    );
    setBusy(false);
  }

  return (
    <Card title="Your data">
      <Loaded query={about}>
        {({ dataFolder, databaseBytes }) => (
          <div className={classes.fields}>
            <p className={classes.quiet}>
              Everything stays on this machine, in this folder. Nobody else is sent anything.
            </p>
            <p className={classes.path}>{dataFolder}</p>
            <p className={classes.quiet}>{sizeWords(databaseBytes)}</p>
            <Archive />
            <TakeAlong />
            {sample.data && (
              <div className={classes.buttons}>
                <Button variant="default" loading={busy} onClick={() => toggle(sample.data.here)}>
                  {sample.data.here ? 'Remove the sample town' : 'Bring in the sample town'}
                </Button>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
