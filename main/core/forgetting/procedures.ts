import { os } from '../boundary.ts';
import { forgetPerson } from './forget.ts';
import { whatGoes } from './what-goes.ts';

export const forgettingProcedures = {
  look: os.forgetting.look.handler(({ input, context }) => whatGoes(context, input.id)),
  forget: os.forgetting.forget.handler(({ input, context }) => forgetPerson(context, input)),
};
