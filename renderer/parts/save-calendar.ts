import { useCallback } from 'react';
import { client } from '../app/client.ts';
import { useDoing } from '../app/undo.ts';
import { saveFile } from './save-file.ts';

/** A way to save everybody's dates and the open follow-ups as a calendar's file. */
export function useSaveCalendar(): () => Promise<void> {
  const { done, failed } = useDoing();
  return useCallback(async () => {
    try {
      const { fileName, content, leftOut } = await client.exchange.exportCalendar();
      saveFile(fileName, content, 'text/calendar');
      const without =
        leftOut === 0
          ? ''
          : `, without ${leftOut === 1 ? 'a date' : `${leftOut} dates`} whose day nobody knows`;
      done(`Saved as ${fileName}${without}`);
    } catch (problem) {
      failed(problem);
    }
  }, [done, failed]);
}
