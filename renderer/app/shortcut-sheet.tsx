import { Modal, Switch } from '@mantine/core';
import { KeyHint } from '../parts/key-hint.tsx';
import { setSingleKeys, useShortcuts, useSingleKeys } from './keyboard.ts';
import classes from './shortcut-sheet.module.css';

interface ShortcutSheetProps {
  opened: boolean;
  onClose: () => void;
}

/** Every shortcut in force on this screen, and the switch for those of one plain key. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const shortcuts = useShortcuts();
  const singleKeys = useSingleKeys();
  return (
    <Modal opened={opened} onClose={onClose} title="By keyboard">
      <dl className={classes.list}>
        {shortcuts.toReversed().map(({ keys, label }) => (
          <div key={keys} className={classes.line}>
            <dt>{label}</dt>
            <dd>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
        <div className={classes.line}>
          <dt>Through a list</dt>
          <dd>
            <KeyHint keys="j" /> <KeyHint keys="k" /> <KeyHint keys="arrowdown" />{' '}
            <KeyHint keys="arrowup" />
          </dd>
        </div>
      </dl>
      <Switch
        mt="lg"
        label="Single keys such as / and ? are shortcuts"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
