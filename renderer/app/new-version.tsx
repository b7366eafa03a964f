import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { VersionState } from '../../shared/contract/contract.ts';
import classes from './banners.module.css';
import { api, client } from './client.ts';
import { showProblem } from './notices.tsx';

/** What is said of a newer version above every screen: once whether to look, later that it is there. */
export function NewVersionBanner() {
  const versions = useQuery(api.versions.state.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const [putOff, setPutOff] = useState('');
  const [reading, setReading] = useState(false);
  const state = versions.data;
  const wish = settings.data;
  if (!state || !wish || state.stage === 'none') return null;
  if (wish.newVersions === 'ask') return wish.welcomed ? <MayItLook /> : null;
  const isThere = state.stage === 'found' || state.stage === 'fetched';
  return (
    <>
      {isThere && putOff !== state.version && (
        <div className={classes.remark}>
          <p>
            {state.stage === 'found'
              ? `Porchlight ${state.version} is there.`
              : `Porchlight ${state.version} is here, and begins with the next start.`}
          </p>
          <div className={classes.answers}>
            <Button variant="subtle" size="compact-md" onClick={() => setReading(true)}>
              What is new
            </Button>
            <Button variant="subtle" size="compact-md" onClick={() => setPutOff(state.version)}>
              Later
            </Button>
          </div>
        </div>
      )}
      <NewVersion state={state} opened={reading} onClose={() => setReading(false)} />
    </>
  );
}

/** Asked once, of somebody who is at home here. */
function MayItLook() {
  const answer = (newVersions: 'look' | 'never') =>
    void client.settings.save({ newVersions }).catch(showProblem);
  return (
    <div className={classes.remark}>
      <p>
        May Porchlight look once a day whether there is a newer one? It asks for a list of versions
        and sends nothing of yours.
      </p>
      <div className={classes.answers}>
        <Button variant="subtle" size="compact-md" onClick={() => answer('look')}>
          Yes, look
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => answer('never')}>
          No
        </Button>
      </div>
    </div>
  );
}

interface NewVersionProps {
  state: VersionState;
  opened: boolean;
  onClose: () => void;
}

/** What is new in a version, and the next step to have it. */
export function NewVersion({ state, opened, onClose }: NewVersionProps) {
  const { stage, version, news, percent } = state;
  const doing = (step: 'fetch' | 'install') => void client.versions[step]().catch(showProblem);
  return (
    <Modal opened={opened} onClose={onClose} title={`Porchlight ${version}`} size="lg">
      <Stack gap="lg">
        <Text style={{ whiteSpace: 'pre-wrap' }}>
          {news || 'Its makers have not written down what is new.'}
        </Text>
        <div role="status">
          {stage === 'fetching' && <Text>Fetching it: {percent} of 100</Text>}
          {stage === 'failed' && <Text>It could not be fetched. Please try again later.</Text>}
          {stage === 'fetched' && (
            <Text>It is here. It begins now, or with the next start; your data are safe.</Text>
          )}
        </div>
        <div className={classes.steps}>
          <Button variant="subtle" onClick={onClose}>
            {stage === 'fetched' ? 'With the next start' : 'Not now'}
          </Button>
          {stage === 'fetched' ? (
            <Button data-autofocus onClick={() => doing('install')}>
              Begin now
            </Button>
          ) : (
            <Button
              data-autofocus
              loading={stage === 'fetching'}
              disabled={stage !== 'found'}
              onClick={() => doing('fetch')}
            >
              Fetch it
            </Button>
          )}
        </div>
      </Stack>
    </Modal>
  );
}
