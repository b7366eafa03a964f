import { lockFolder } from '../../../main/starting/folder-lock.ts';

/** Another process: holds the folder that it is given until it is killed. */
const lock = lockFolder(process.argv[2] ?? '');
lock.say({
  shell: 'browser',
  process: process.pid,
  address: 'http://127.0.0.1:5267',
  secret: 'quiet',
});
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
