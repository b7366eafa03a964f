import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { House } from './core.ts';
import { missingReference } from './database/missing-reference.ts';
import { diskRefusal } from './disk-problem.ts';
import { makeSureOfGround } from './rescue/ground.ts';
import { isIndexDamage, rebuildDerived } from './search/rebuild.ts';
import { refuseWhileLocked } from './window-lock/while-locked.ts';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/**
 * Where every procedure of the contract starts, and the one boundary for its failures: what was
 * to be expected becomes a typed refusal with its sentence, the rest is logged and told without
 * a trace of the inside.
 */
export const os = implement(contract)
  .$context<House>()
  .use(async ({ next, context, path }) => {
    await context.doors.whenOpen();
    try {
      refuseWhileLocked(context, path.join('.'));
      const { keptJournal } = context;
      const end = keptJournal.end();
      const answer = await mending(context, () => next());
      // Only what is where it will be looked for, and written down beside it, is acknowledged.
      if (keptJournal.isBehind() && (await makeSureOfGround(context))) {
        const caughtUp = keptJournal.catchUp();
        // Who only looked acknowledges nothing, and need not wait for what others wrote.
        if (keptJournal.end() !== end) await caughtUp;
      }
      return answer;
    } catch (problem) {
      if (problem instanceof Refusal) throw refused(problem);
      const gone = missingReference(problem);
      if (gone) throw refused(gone);
      const disk = diskRefusal(problem);
      if (disk) {
        context.host.log(`${path.join('.')} met the disk`, problem);
        throw refused(disk);
      }
      if (problem instanceof ORPCError && problem.code === 'BAD_REQUEST') {
        throw refused(inputRefusal(problem.data));
      }
      if (problem instanceof ORPCError && problem.defined) throw problem;
      context.host.log(`${path.join('.')} failed`, problem);
      throw new ORPCError('INTERNAL_SERVER_ERROR', {
        message: 'Something went wrong inside Porchlight. Nothing that was saved is lost.',
      });
    }
  });

/** Does it; when the search index turns out to be damaged, makes that anew and does it once more. */
async function mending<T>(house: House, work: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (!isIndexDamage(problem)) throw problem;
    house.host.log('The search index was damaged and is made anew', problem);
    rebuildDerived(house.connection);
    return await work();
  }
}

function refused(refusal: Refusal): ORPCError<'REFUSED', { code: string; field?: string }> {
  return new ORPCError('REFUSED', {
    defined: true,
    status: 422,
    message: refusal.message,
    data: refusal.field ? { code: refusal.code, field: refusal.field } : { code: refusal.code },
  });
}

/** The first complaint about the input, as a sentence. */
function inputRefusal(data: unknown): Refusal {
  const issue = (data as { issues?: Issue[] } | undefined)?.issues?.[0];
  const field = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part));
  return new Refusal(
    'invalid',
    issue ? `That could not be taken: ${issue.message}` : 'That could not be taken.',
    field?.join('.'),
  );
}
