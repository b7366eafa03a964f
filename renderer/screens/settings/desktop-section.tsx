import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../shared/contract/contract.ts';
import { api } from '../../app/client.ts';
import { Card } from '../../parts/card.tsx';
import { ComposerKeys } from './composer-keys.tsx';
import classes from './settings.module.css';
import { Spelling } from './spelling.tsx';
import { useSaving } from './use-saving.ts';

/** What the desktop app does on this machine besides its window; nothing in a browser. */
export function DesktopSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  const about = useQuery(api.house.about.queryOptions());
  if (about.data?.shell !== 'desktop') return null;
  return (
    <Card title="On this machine">
      <div className={classes.fields}>
        {about.data.installed && (
          <Switch
            label="Start with the machine"
            description="Quietly, in the tray, so that reminders arrive."
            checked={settings.startAtLogin}
            onChange={(event) => save({ startAtLogin: event.currentTarget.checked })}
          />
        )}
        <Switch
          label="Stay in the tray when the window is closed"
          description="It ends with Quit, in the tray or the menu."
          checked={settings.closeToTray}
          onChange={(event) => save({ closeToTray: event.currentTarget.checked })}
        />
        <ComposerKeys keys={settings.composerShortcut} />
        <Spelling settings={settings} />
      </div>
    </Card>
  );
}
