import { readdirSync } from 'node:fs';
import { obstacleOf } from './disk-problem.ts';

/** The names of what lies in a folder; none where there is no such folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (problem) {
    if (obstacleOf(problem) === 'gone') return [];
    throw problem;
  }
}
