import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, so small that it really fills. */
export interface SmallDisk {
  folder: string;
  /** Mounts it anew, such as `ro` for one that may not be written. Answers whether that could be done. */
  mount(...options: string[]): boolean;
  end(): void;
}

/** A disk of so many kilobytes in memory; undefined where this machine does not let us mount one. */
export function smallDisk(kilobytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-disk-'));
  const run = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    mount: (...options) => run('mount', '-o', ['remount', ...options].join(','), folder),
    end() {
      run('umount', '-l', folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
