import { useCallback } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { saveFile } from '../../parts/save-file.ts';

/** The kinds of file that people are written out as. */
export type ExportFormat = 'vcard' | 'vcard-3' | 'csv';

const types = { vcard: 'text/vcard', 'vcard-3': 'text/vcard', csv: 'text/csv' };

/** A way to save people as a file: those named, or everybody. */
export function useExport(): (format: ExportFormat, ids?: string[]) => Promise<void> {
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
