import * as z from 'zod';
import { id, made, procedure, someText, step } from './base.ts';

/** Somebody who works here. */
export const colleague = z.object({
  id,
  name: z.string(),
  /** Whether the day names a person for them alone. */
  ownDay: z.boolean(),
});

export const counter = {
  /** Who works here, in the order of their coming, and who is at the keyboard now. */
  get: procedure.output(z.object({ colleagues: z.array(colleague), present: id.nullable() })),
  add: procedure.input(z.object({ name: someText(120) })).output(made),
  change: procedure
    .input(z.object({ id, name: someText(120).optional(), ownDay: z.boolean().optional() }))
    .output(step),
  /** Somebody who does not work here any more; what they said and promised stays theirs. */
  leave: procedure.input(z.object({ id })).output(step),
  /** Says who is at the keyboard from now on; null when it does not matter. */
  comeIn: procedure.input(z.object({ id: id.nullable() })).output(z.object({})),
};
