import { os } from '../boundary.ts';
import { aroundToday } from './around.ts';
import { theDay } from './day.ts';
import { fitRhythms } from './fit-rhythms.ts';
import { nameAnother, putOff } from './pick.ts';
import { stepsOf } from './steps.ts';
import { streetOf, townOf } from './street.ts';

export const todayProcedures = {
  get: os.today.get.handler(({ context }) => theDay(context)),
  notToday: os.today.notToday.handler(({ input, context }) => putOff(context, input.pickId)),
  another: os.today.another.handler(({ context }) => nameAnother(context)),
  fitRhythms: os.today.fitRhythms.handler(({ context }) => fitRhythms(context)),
  around: os.today.around.handler(({ context }) => aroundToday(context)),
  steps: os.today.steps.handler(({ input, context }) => stepsOf(context, input.days)),
  street: os.today.street.handler(({ input, context }) => streetOf(context, input.limit)),
  town: os.today.town.handler(({ context }) => townOf(context)),
};
