import { Refusal } from '../../../shared/refusal.ts';

/**
 * The sentence for something that was to belong to what is not here, or not any more: another
 * window may have let go of it meanwhile. Undefined when a problem is about something else.
 */
export function missingReference(problem: unknown): Refusal | undefined {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') return undefined;
  return new Refusal('not-found', 'What this belongs to is not here any more. Nothing was saved.');
}
