import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { app, dialog } from 'electron';
import type { FromShell } from '../../shared/from-shell.ts';
import { personOfLink } from '../../shared/person-link.ts';

/** What the system opens with Porchlight (electron-builder.yml): people and lists of sources. */
const openableFiles = ['vcf', 'opml'] as const;

/** More than any address book; a mistake is not read into memory. */
const mostBytes = 50_000_000;

/**
 * What other programs hand over: a `porchlight://` link, or a file opened with Porchlight. It comes
 * with the start, with a second start, or from the system (macOS); the last even before Electron is
 * ready, so listening begins at once, and `meet` hears what has come so far and all that follows.
 */
export function awaitArrivals(args: readonly string[]) {
  let came: (() => void)[] = [];
  let meet: ((wanted?: FromShell) => void) | undefined;
  const later = (work: () => void) => {
    if (meet) work();
    else came.push(work);
  };
  const link = (text: string) => {
    const person = personOfLink(text);
    if (person) meet?.({ kind: 'go', place: `/people/${person}` });
  };
  const file = (path: string) =>
    void readOpened(path).then((read) => {
      if (typeof read !== 'string') meet?.(read);
      else dialog.showErrorBox('This file was not opened', read);
    });
  const arrive = (given: readonly string[], folder: string) => {
    for (const one of given) {
      if (one.startsWith('-')) continue;
      if (isOpenable(one)) later(() => file(resolve(folder, one)));
      else later(() => link(one));
    }
  };

  app.on('second-instance', (_event, argv, folder) => {
    later(() => meet?.());
    arrive(argv.slice(1), folder);
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    later(() => link(url));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    later(() => file(path));
  });
  arrive(args, process.cwd());

  return {
    meet(by: (wanted?: FromShell) => void): void {
      meet = by;
      const waiting = came;
      came = [];
      for (const work of waiting) work();
    },
    /** Lets a person choose a file to look into. */
    async choose(): Promise<void> {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
      for (const path of filePaths) file(path);
    },
  };
}

function isOpenable(path: string): boolean {
  const extension = extname(path).slice(1).toLowerCase();
  return openableFiles.some((one) => one === extension);
}

/** The file for the window, or a sentence when it is none to be read. */
async function readOpened(path: string): Promise<FromShell | string> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return `${name} is not a file.`;
    if (found.size > mostBytes) return `${name} is too large: more than 50 MB.`;
    return { kind: 'file', name, content: new Uint8Array(await readFile(path)) };
  } catch (problem) {
    const gone = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
    return gone ? `${name} is not there any more.` : `${name} cannot be read by Porchlight.`;
  }
}
