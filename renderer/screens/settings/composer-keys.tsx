import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { api } from '../../app/client.ts';
import { acceleratorOf, acceleratorWords } from './accelerator.ts';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

/** The keys that open the line to log a conversation, from whatever program is in front. */
export function ComposerKeys({ keys }: { keys: string }) {
  const save = useSaving();
  const shortcut = useQuery(api.settings.shortcut.queryOptions());
  const [choosing, setChoosing] = useState(false);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setChoosing(false);
    const chosen = acceleratorOf(event.nativeEvent);
    if (!chosen) return;
    setChoosing(false);
    if (chosen !== keys) void save({ composerShortcut: chosen });
  };

  return (
    <div>
      <Text fw={600} size="sm">
        Log a conversation from anywhere
      </Text>
      <div className={classes.line}>
        {choosing ? (
          <Button
            variant="default"
            autoFocus
            onKeyDown={press}
            onBlur={() => setChoosing(false)}
            aria-live="polite"
          >
            Press the keys, such as {acceleratorWords('CommandOrControl+Shift+L')}
          </Button>
        ) : (
          <>
            <Text>{keys === '' ? 'No keys open it.' : acceleratorWords(keys)}</Text>
            <Button
              variant="default"
              size="compact-md"
              aria-label={`${keys === '' ? 'Choose keys' : 'Change'}: log a conversation from anywhere`}
              onClick={() => setChoosing(true)}
            >
              {keys === '' ? 'Choose keys' : 'Change'}
            </Button>
            {keys !== '' && (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label="Switch off: log a conversation from anywhere"
                onClick={() => save({ composerShortcut: '' })}
              >
                Switch off
              </Button>
            )}
          </>
        )}
      </div>
      {shortcut.data?.state === 'taken' && !choosing && (
        <Text size="sm" role="status" className={classes.problem}>
          Another program has these keys, or this machine keeps them for itself. Choose others.
        </Text>
      )}
    </div>
  );
}
