import { ORPCError } from '@orpc/server';
import { Refusal } from '../../shared/refusal.ts';

/** What a command has to say: once for programs, once for people, and its exit code. */
export interface Answer {
  json: object;
  text: string;
  code: 0 | 1;
  /** Nothing was done, and `text` says why. */
  refused?: true;
}

/** A failure that was to be expected as an answer; undefined for any other. */
export function refusalAnswer(problem: unknown): Answer | undefined {
  const code = codeOf(problem);
  if (code === undefined) return undefined;
  const sentence = (problem as Error).message;
  return { json: { error: { code, sentence } }, text: sentence, code: 1, refused: true };
}

function codeOf(problem: unknown): string | undefined {
  if (problem instanceof Refusal) return problem.code;
  if (!(problem instanceof ORPCError)) return undefined;
  const data = problem.data as { code?: string } | undefined;
  return problem.code === 'REFUSED' ? data?.code : problem.code;
}
