import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfNeeded } from '../../main/starting/build.ts';
import { projectFolder, runChild } from '../support/child.ts';
import { temporaryFolder } from '../support/folder.ts';

/** Where Electron keeps its switches in the binary (@electron/fuses: the sentinel, a version, a length). */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A folder that looks like Electron's to the packer, with a binary that holds only its fuses. */
function electronStub(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const fuses = Buffer.concat([
    Buffer.from(`a stub ${fuseSentinel}`),
    Buffer.from([1, 9]),
    Buffer.from('0'.repeat(9)),
  ]);
  writeFileSync(join(folder, 'electron'), fuses, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), '45.4.1');
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  return folder;
}

/** Packs for Linux as a release does, with the stub in Electron's place. */
async function pack(folder: string): Promise<string> {
  const { code, out, err } = await runChild('node_modules/electron-builder/cli.js', [
    ...['--linux', 'dir', '--x64', '--publish', 'never'],
    `-c.electronDist=${electronStub(join(folder, 'electron'))}`,
    `-c.directories.output=${join(folder, 'release')}`,
  ]);
  if (code !== 0) throw new Error(out + err);
  return join(folder, 'release', 'linux-unpacked');
}

describe.skipIf(process.platform !== 'linux')('the packed app', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-pack-'));
  let packed = '';

  beforeAll(async () => {
    await buildIfNeeded();
    packed = await pack(folder);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the built program, the sample town, the one native module, and nothing else', async () => {
    const archive = join(packed, 'resources', 'app.asar');
    const files = listPackage(archive, { isPack: false }).map((path) => path.slice(1));
    for (const needed of [
      'package.json',
      'LICENSE',
      'dist/node/desktop.js',
      'dist/node/core-process.js',
      'dist/node/gathering-thread.js',
      'dist/node/parser-thread.js',
      'dist/node/backup-thread.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
      'dist/renderer/licences.json',
      'assets/icons/tray.png',
      'assets/icons/trayTemplate@2x.png',
      'assets/icons/icon.ico',
      'assets/sample-town/people.json',
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]) {
      expect(files, needed).toContain(needed);
    }
    const modules = new Set(
      files.flatMap((path) => /^node_modules\/([^/]+)/.exec(path)?.[1] ?? []),
    );
    expect([...modules]).toEqual(['better-sqlite3']);
    expect(files.filter((path) => /^node_modules.*\.node$/.test(path))).toHaveLength(1);
    expect(
      files.filter((path) => /\.(ts|tsx|map|c|h)$|^(main|tests|renderer)\//.test(path)),
    ).toEqual([]);
    expect(statSync(archive).size).toBeLessThan(20_000_000);

    const unpacked = join(packed, 'resources', 'app.asar.unpacked', 'node_modules/better-sqlite3');
    expect(existsSync(join(unpacked, 'prebuilds/linux-x64.node'))).toBe(true);

    // The program in the archive needs nothing but what is in it.
    const app = join(temporaryFolder(), 'app');
    extractAll(archive, app);
    cpSync(join(packed, 'resources/app.asar.unpacked'), app, { recursive: true });
    const run = spawnSync(
      process.execPath,
      ['dist/node/porchlight.js', 'today', '--sample', '--json', `--data=${app}/data`],
      { cwd: app, encoding: 'utf8' },
    );
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout).person.name).not.toBe('');
  });

  it("has Electron's switches set: no run as Node, no inspection, only from its archive", async () => {
    const binary = readFileSync(join(packed, 'porchlight'));
    const at = binary.indexOf(fuseSentinel) + fuseSentinel.length + 2;
    const [
      runAsNode,
      cookieEncryption,
      nodeOptions,
      inspectArguments,
      asarIntegrity,
      onlyFromAsar,
      ,
      fileProtocol,
    ] = [...binary.subarray(at)].map((byte) => String.fromCharCode(byte) === '1');
    expect({ runAsNode, nodeOptions, inspectArguments, fileProtocol }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspectArguments: false,
      fileProtocol: false,
    });
    expect({ cookieEncryption, asarIntegrity, onlyFromAsar }).toEqual({
      cookieEncryption: true,
      asarIntegrity: true,
      onlyFromAsar: true,
    });
  });
});

describe('the icons', () => {
  const icon = (name: string) => readFileSync(join(projectFolder, 'assets/icons', name));
  /** The width and height of a PNG picture (its IHDR). */
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

  it('hold the sizes that Windows asks for', () => {
    const file = icon('icon.ico');
    const entries = Array.from({ length: file.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    const sizes = entries.map((at) => {
      const [length, offset] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
      return sizeOf(file.subarray(offset, offset + length));
    });
    expect(sizes).toEqual([16, 32, 48, 64, 128, 256].map((size) => [size, size]));
  });

  it('hold the sizes that a Mac asks for', () => {
    const file = icon('icon.icns');
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const sizes: number[][] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      sizes.push(sizeOf(file.subarray(at + 8)));
    }
    expect(sizes.map(([width]) => width)).toEqual([16, 32, 64, 128, 256, 512, 1024]);
  });

  it('stand beside the clock at their size, and at twice that for a sharper screen', () => {
    for (const [name, size] of [
      ['tray', 22],
      ['trayTemplate', 16],
    ] as const) {
      expect(sizeOf(icon(`${name}.png`))).toEqual([size, size]);
      expect(sizeOf(icon(`${name}@2x.png`))).toEqual([2 * size, 2 * size]);
    }
    expect(sizeOf(icon('icon.png'))).toEqual([1024, 1024]);
  });
});
