import { ORPCError } from '@orpc/client';
import { ConnectionLost } from './connection.ts';

const unknownProblem = 'That did not work, and it is not your doing. Please try again.';

interface Issue {
  message?: unknown;
  path?: unknown;
}

/** The first thing that the contract found wrong with an input, when it was that. */
function firstIssue(error: unknown): Issue | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const issues = (error.data as { issues?: unknown } | undefined)?.issues;
  return Array.isArray(issues) ? (issues[0] as Issue | undefined) : undefined;
}

// The schemas' own messages are sentences with a full stop; zod's technical ones have none.
const isSentence = (words: unknown): words is string =>
  typeof words === 'string' && words.endsWith('.');

/** Any error as one kind sentence that a person can act on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConnectionLost) return error.message;
  if (error instanceof ORPCError && error.code === 'REFUSED') return error.message;
  const issue = firstIssue(error);
  if (issue) {
    return isSentence(issue.message)
      ? issue.message
      : 'Something here does not look right yet. Please check what you wrote.';
  }
  return unknownProblem;
}

/** The kind of refusal (`not-found`, `duplicate` …), or undefined when it was no refusal. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return undefined;
  return (error.data as { code?: string } | undefined)?.code;
}

/** The input field that an error is about, such as `givenName`, when it is about one. */
export function fieldOf(error: unknown): string | undefined {
  if (error instanceof ORPCError && error.code === 'REFUSED') {
    return (error.data as { field?: string } | undefined)?.field;
  }
  const path = firstIssue(error)?.path;
  return Array.isArray(path) && path.length > 0 ? path.map(String).join('.') : undefined;
}
