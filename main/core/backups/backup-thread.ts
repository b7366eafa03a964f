import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../../shared/refusal.ts';
import type { TaskAnswer, TaskAsked } from './task-thread.ts';
import { tasks } from './tasks.ts';

/** The thread that goes through whole files, so that the window never waits for it. */
parentPort?.on('message', async ({ call, name, asked }: TaskAsked) => {
  const answer = await tasks[name](asked as never).then(
    (result): TaskAnswer => ({ call, result }),
    (problem: unknown) => described(call, problem),
  );
  parentPort?.postMessage(answer);
});

function described(call: number, problem: unknown): TaskAnswer {
  if (problem instanceof Refusal) {
    const { code, message, field } = problem;
    return { call, refused: { code, message, field } };
  }
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  const message = problem instanceof Error ? problem.message : String(problem);
  const stack = problem instanceof Error ? problem.stack : undefined;
  return { call, failed: { code, message, stack } };
}
