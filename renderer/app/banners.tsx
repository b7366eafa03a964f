import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import classes from './banners.module.css';
import { api, client } from './client.ts';
import { ConnectionLost, useConnectionState, useOffline } from './connection.ts';
import { NewVersionBanner } from './new-version.tsx';
import { showProblem } from './notices.tsx';

/** What stands above every screen while something is amiss: the core gone, no network, or what the house has to say. */
export function Banners() {
  const state = useConnectionState();
  const offline = useOffline();
  const remarks = useQuery(api.rescue.remarks.queryOptions());
  return (
    <div role="status" className={classes.banners}>
      {state === 'lost' && <p className={classes.lost}>{new ConnectionLost().message}</p>}
      {state !== 'lost' && offline && (
        <p className={classes.offline}>
          There is no network just now. Everything here works; gathering waits until it is back.
        </p>
      )}
      <NewVersionBanner />
      {remarks.data?.map(({ id, sentence }) => (
        <div key={id} className={classes.remark}>
          <p>{sentence}</p>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => void client.rescue.heard({ id }).catch(showProblem)}
          >
            All right
          </Button>
        </div>
      ))}
    </div>
  );
}
