import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { Refusal } from '../../../shared/refusal.ts';
import { writeWhole } from '../database/whole-file.ts';
import { obstacleOf } from '../disk-problem.ts';

/** The folder of ours inside the one that was chosen. */
const ours = 'Porchlight backups';

/** Where the copies lie in a chosen folder; one of our own name is taken as it is. */
export function placeIn(chosen: string): string {
  return basename(chosen) === ours ? chosen : join(chosen, ours);
}

/**
 * Whether the copies' place is there. Only choosing the folder makes it: where a disk is not
 * connected its empty mount point may well be there, and nothing is to be written into that.
 */
export function isThere(chosen: string): boolean {
  return statSync(placeIn(chosen), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes the place in a folder that a person names, and tries it. Refuses in words. */
export function prepareSecondFolder(chosen: string, dataFolder: string): void {
  const refuse = (sentence: string) => new Refusal('invalid', sentence, 'folder');
  if (!isAbsolute(chosen)) {
    throw refuse('Please give the whole path of the folder, as your file manager shows it.');
  }
  const inside = relative(dataFolder, chosen);
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw refuse('That is inside Porchlight’s own folder. A second place keeps you safer.');
  }
  if (!statSync(chosen, { throwIfNoEntry: false })?.isDirectory()) {
    throw refuse('There is no such folder. Is the disk connected?');
  }
  try {
    mkdirSync(placeIn(chosen), { recursive: true, mode: 0o700 });
    const trial = join(placeIn(chosen), 'trial');
    writeWhole(trial, 'Porchlight may write here.\n');
    rmSync(trial);
  } catch (problem) {
    const obstacle = obstacleOf(problem);
    if (obstacle === 'full') throw refuse('There is no room left in that folder.');
    if (obstacle) throw refuse('Porchlight may not write to that folder.');
    throw problem;
  }
}

/** Why a copy could not be put there, as a sentence; it is tried again by itself. */
export function secondFolderSentence(problem: unknown): string {
  switch (obstacleOf(problem)) {
    case 'full':
      return 'There is no room left in the second folder. The copy is made when there is.';
    case 'forbidden':
      return 'Porchlight may not write to the second folder. The copy is made when it may.';
    case 'gone':
      return absentSentence;
    default:
      return problem instanceof Refusal
        ? problem.message
        : 'The copy in the second folder did not work out. It is tried again.';
  }
}

export const absentSentence =
  'The second folder is not there just now. The copy is made when it is back.';
