import { useCallback } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { saveFile } from '../../parts/save-file.ts';

const types = { vcard: 'text/vcard', csv: 'text/csv' };

/** A way to save people as a file: those named, or everybody. */
export function useExport(): (format: 'vcard' | 'csv', ids?: string[]) => Promise<void> {
  const { done, failed } = useDoing();
  return useCallback(
    async (format, ids) => {
      try {
        const { fileName, content } = await client.exchange.exportPeople({ format, ids });
        saveFile(fileName, content, types[format]);
        done(`Saved as ${fileName}`);
      } catch (problem) {
        failed(problem);
      }
    },
    [done, failed],
  );
}
