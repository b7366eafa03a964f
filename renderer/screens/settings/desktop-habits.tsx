import { Switch } from '@mantine/core';
import type { Settings } from '../../../shared/contract/contract.ts';
import { ComposerKeys } from './composer-keys.tsx';
import { useSaving } from './use-saving.ts';

/** What the desktop app does while its window is not in front. */
export function DesktopHabits({ settings }: { settings: Settings }) {
  const save = useSaving();
  return (
    <>
      <Switch
        label="Stay in the tray when the window is closed"
        description="So that reminders arrive. It ends with Quit, in the tray or the menu."
        checked={settings.closeToTray}
        onChange={(event) => save({ closeToTray: event.currentTarget.checked })}
      />
      <ComposerKeys keys={settings.composerShortcut} />
    </>
  );
}
