import { Button, Switch, Text } from '@mantine/core';
import {
  switchOffBrowserNotices,
  switchOnBrowserNotices,
  useBrowserNotices,
} from '../../app/browser-notices.ts';
import { showProblem } from '../../app/notices.tsx';
import classes from './settings.module.css';

/** Whether the browser shows reminders; it is asked only by a click here. */
export function BrowserNotices() {
  const state = useBrowserNotices();
  const switchOn = () => void switchOnBrowserNotices().catch(showProblem);
  if (state === 'on' || state === 'off') {
    return (
      <Switch
        label="This browser shows them, also while another page is in front"
        checked={state === 'on'}
        onChange={(event) => (event.currentTarget.checked ? switchOn() : switchOffBrowserNotices())}
      />
    );
  }
  return (
    <div>
      <Text mb="xs">
        Reminders come up in this page, and its tab counts those you have not seen.
      </Text>
      {state === 'not-asked' && (
        <div className={classes.line}>
          <Button variant="default" onClick={switchOn}>
            Let this browser show them too
          </Button>
        </div>
      )}
      {state === 'denied' && (
        <Text c="dimmed">
          This browser was told not to show notices of Porchlight. To change that, click the sign
          before the address at the top of the window, and allow notifications.
        </Text>
      )}
    </div>
  );
}
