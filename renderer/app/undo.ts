import { showDone, showProblem } from './notices.tsx';

/**
 * Waits for something that is done, and says so with its undo, or says why not. `said` is told in
 * words, or made of the answer. Gives the answer; undefined where it was not done.
 */
async function attempt<Answer extends { step?: string | null }>(
  work: Promise<Answer>,
  said: string | ((answer: Answer) => string),
): Promise<Answer | undefined> {
  try {
    const answer = await work;
    showDone(typeof said === 'string' ? said : said(answer), answer.step ?? undefined);
    return answer;
  } catch (problem) {
    showProblem(problem);
    return undefined;
  }
}

const doing = { done: showDone, failed: showProblem, attempt };

/**
 * What a screen says after doing something: `done('Marked done', step)` shows a notice with Undo,
 * `failed(error)` one with the error's sentence, `attempt(client.notes.bin({ id }), 'In the bin')`
 * whichever it comes to.
 */
export function useDoing(): typeof doing {
  return doing;
}
