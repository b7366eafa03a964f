import { showDone, showProblem } from './notices.tsx';

const doing = { done: showDone, failed: showProblem };

/**
 * What a screen says after doing something: `done('Marked done', step)` shows a notice with Undo,
 * `failed(error)` one with the error's sentence.
 */
export function useDoing(): typeof doing {
  return doing;
}
