import classes from './banners.module.css';
import { ConnectionLost, useConnectionState, useOffline } from './connection.ts';

/** What stands above every screen while something is amiss: the core gone, or no network. */
export function Banners() {
  const state = useConnectionState();
  const offline = useOffline();
  return (
    <div role="status" className={classes.banners}>
      {state === 'lost' && <p className={classes.lost}>{new ConnectionLost().message}</p>}
      {state !== 'lost' && offline && (
        <p className={classes.offline}>
          There is no network just now. Everything here works; gathering waits until it is back.
        </p>
      )}
    </div>
  );
}
