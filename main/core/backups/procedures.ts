import { os } from '../boundary.ts';
import { passphraseName } from './backups.ts';
import { listAll } from './list.ts';
import { compare, restore } from './restore.ts';
import { prepareSecondFolder } from './second-folder.ts';

export const backupProcedures = {
  list: os.backups.list.handler(({ context }) => listAll(context)),

  make: os.backups.make.handler(async ({ context: { backups } }) => {
    const { name } = await backups.make('asked');
    await backups.bringToSecond();
    return { name };
  }),

  compare: os.backups.compare.handler(({ input, context }) => compare(context, input.name)),

  restore: os.backups.restore.handler(({ input, context }) => restore(context, input)),

  chooseFolder: os.backups.chooseFolder.handler(({ input, context }) => {
    if (input.folder !== '') prepareSecondFolder(input.folder, context.dataFolder);
    const label = input.folder ? 'Chose a second folder for backups' : 'Gave up the second folder';
    const { step } = context.journal.step(label, (write) =>
      write.put('setting', { id: 'backupFolder', value: JSON.stringify(input.folder) }),
    );
    return { step };
  }),

  choosePassphrase: os.backups.choosePassphrase.handler(async ({ input, context }) => {
    const { secrets } = context.host;
    if (input.passphrase === '') await secrets.forget(passphraseName);
    else await secrets.keep(passphraseName, input.passphrase);
    await context.backups.bringToSecond();
  }),
};
