import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderOf, type Machine, usualDataFolder } from '../../main/starting/data-folder.ts';

const machine = (platform: NodeJS.Platform, environment: Machine['environment'] = {}): Machine => ({
  platform,
  environment,
  home: '/home/rosa',
});

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/rosa/.local/share/porchlight'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/porchlight'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/rosa/.local/share/porchlight'],
    ['darwin', {}, '/home/rosa/Library/Application Support/Porchlight'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Porchlight'],
    ['win32', {}, '/home/rosa/AppData/Roaming/Porchlight'],
  ] as const)('is the usual one on %s with %j', (platform, environment, folder) => {
    expect(usualDataFolder(machine(platform, environment))).toBe(join(folder));
  });

  it('keeps the sample town in a folder of its own', () => {
    const linux = machine('linux');
    expect(dataFolderOf({ sample: true }, linux)).toBe('/home/rosa/.local/share/porchlight-sample');
    expect(dataFolderOf({ sample: true, data: '/tmp/here' }, linux)).toBe('/tmp/here-sample');
  });

  it('takes a folder relative to where the person stands', () => {
    expect(dataFolderOf({ sample: false, data: 'here' }, machine('linux'))).toBe(resolve('here'));
  });
});
