import { Refusal } from '../../shared/refusal.ts';

/** What a disk may refuse, with the codes of SQLite and of the operating system that say so. */
const obstacles = {
  // SQLite's shared-memory file that cannot grow means a full disk too.
  full: /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT|EFBIG)$/,
  forbidden: /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/,
  gone: /^(ENOENT|ENOTDIR|ENODEV|ENXIO|ESTALE)$/,
  broken: /^(SQLITE_IOERR|EIO)/,
  busy: /^SQLITE_(BUSY|LOCKED)/,
  damaged: /^SQLITE_(CORRUPT|NOTADB)/,
} as const;

export type Obstacle = keyof typeof obstacles;

/**
 * What of the disk a problem is about, by its code (https://www.sqlite.org/rescode.html, errno(3));
 * undefined when it is about something else.
 */
export function obstacleOf(problem: unknown): Obstacle | undefined {
  if (!(problem instanceof Error) || !('code' in problem)) return undefined;
  const code = String(problem.code);
  const names = Object.keys(obstacles) as Obstacle[];
  return names.find((name) => obstacles[name].test(code));
}

/** The sentence for something that was to be saved and was not; undefined when no disk is to blame. */
export function diskRefusal(problem: unknown): Refusal | undefined {
  switch (obstacleOf(problem)) {
    case 'full':
      return new Refusal(
        'no-space',
        'The disk is full, so this was not saved. Make some room and try again.',
      );
    case 'forbidden':
      return new Refusal(
        'forbidden',
        'Porchlight may not write to its folder, so this was not saved.',
      );
    case 'busy':
      return new Refusal(
        'in-use',
        'The database was busy for too long, so this was not saved. Please try again.',
      );
    case 'damaged':
      return new Refusal('damaged', 'The database file is damaged. Nothing was overwritten.');
    case 'broken':
      return new Refusal(
        'unreachable',
        'The disk did not answer, so this was not saved. See whether it is still connected, and try again.',
      );
    default:
      return undefined;
  }
}
