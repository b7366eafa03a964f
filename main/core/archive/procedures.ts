import { rmSync, statSync } from 'node:fs';
import { partBytes } from '../../../shared/part-bytes.ts';
import { hasContent } from '../backups/before.ts';
import { exchangeWhole } from '../backups/exchange-whole.ts';
import { holdsOf } from '../backups/list.ts';
import { os } from '../boundary.ts';
import { countRows } from '../database/look.ts';
import { archiveEnding, type Manifest } from './manifest.ts';
import { addPart, newPassing, passingPath, readPart } from './passing.ts';
import { readManifest } from './read-archive.ts';

export const archiveProcedures = {
  make: os.archives.make.handler(async ({ context }) => {
    const { clock, version, dataFolder, databasePath, backups } = context;
    const { id, path } = newPassing(dataFolder);
    const asked = { at: clock.now(), day: clock.today(), version };
    await backups.run('writeArchive', { ...asked, from: databasePath, to: path });
    const fileName = `porchlight-${asked.day}${archiveEnding}`;
    return { id, fileName, bytes: statSync(path).size };
  }),

  read: os.archives.read.handler(({ input, context }) =>
    readPart(passingPath(context.dataFolder, input.id), input.from, partBytes),
  ),

  begin: os.archives.begin.handler(({ context }) => {
    const { id, path } = newPassing(context.dataFolder);
    addPart(path, '');
    return { id };
  }),

  write: os.archives.write.handler(({ input, context }) =>
    addPart(passingPath(context.dataFolder, input.id), input.content),
  ),

  look: os.archives.look.handler(async ({ input, context }) => {
    const manifest = await readManifest(passingPath(context.dataFolder, input.id));
    const { at, day, version } = manifest;
    const now = holdsOf(countRows(context.connection));
    return {
      ...{ at, day, version, now },
      holds: holdsOf(rowsOf(manifest)),
      isEmpty: !hasContent(context.connection),
    };
  }),

  bringIn: os.archives.bringIn.handler(async ({ input, context }) => {
    const from = passingPath(context.dataFolder, input.id);
    const result = await exchangeWhole(context, (to) =>
      context.backups.run('readArchive', { from, to }),
    );
    rmSync(from, { force: true });
    return result;
  }),

  done: os.archives.done.handler(({ input, context }) => {
    rmSync(passingPath(context.dataFolder, input.id), { force: true });
  }),
};

function rowsOf({ tables }: Manifest): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
}
