import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VersionState } from '../../../shared/contract/contract.ts';
import { api, client } from '../../app/client.ts';
import { NewVersion } from '../../app/new-version.tsx';
import { showProblem } from '../../app/notices.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

const words: Partial<Record<VersionState['stage'], string>> = {
  looking: 'Looking …',
  newest: 'This is the newest.',
  failed: 'It could not be found out. Please try again later.',
};

/** Whether the desktop app looks for new versions of itself, and what it has found. */
export function NewVersions() {
  const versions = useQuery(api.versions.state.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const save = useSaving();
  const [reading, setReading] = useState(false);
  const state = versions.data;
  if (!state || !settings.data || state.stage === 'none') return null;
  const isThere = state.version !== '';
  return (
    <>
      <Switch
        label="Look once a day for a newer Porchlight"
        description="Only a list of versions is asked for; nothing of yours is sent. What is found is fetched when you say so."
        checked={settings.data.newVersions === 'look'}
        onChange={(event) => save({ newVersions: event.currentTarget.checked ? 'look' : 'never' })}
      />
      <div className={classes.line} role="status">
        {isThere ? (
          <Button variant="default" onClick={() => setReading(true)}>
            Porchlight {state.version} is there …
          </Button>
        ) : (
          <Button
            variant="default"
            disabled={state.stage === 'looking'}
            onClick={() => void client.versions.look().catch(showProblem)}
          >
            Look now
          </Button>
        )}
        {words[state.stage]}
      </div>
      <NewVersion state={state} opened={reading} onClose={() => setReading(false)} />
    </>
  );
}
