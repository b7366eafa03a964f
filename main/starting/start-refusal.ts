import { Refusal } from '../../shared/refusal.ts';
import { obstacleOf } from '../core/disk-problem.ts';

/** Why a folder cannot be opened, as a sentence; undefined when its disk is not to blame. */
export function startRefusal(problem: unknown, folder: string): Refusal | undefined {
  if (problem instanceof Refusal) return problem;
  switch (obstacleOf(problem)) {
    case 'full':
      return new Refusal(
        'no-space',
        `There is no room left on the disk with Porchlight’s folder (${folder}). Make some and start again; nothing is lost.`,
      );
    case 'forbidden':
      return new Refusal(
        'forbidden',
        `Porchlight may not write to its folder (${folder}). Allow it that and start again; nothing is lost.`,
      );
    case 'gone':
      return new Refusal(
        'not-found',
        `Porchlight’s folder cannot be reached (${folder}). Is its disk connected? Nothing was changed.`,
      );
    case 'broken':
      return new Refusal(
        'unreachable',
        `The disk with Porchlight’s folder does not answer (${folder}). See whether it is connected, and start again; nothing was changed.`,
      );
    default:
      return undefined;
  }
}
