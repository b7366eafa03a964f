import { os } from '../boundary.ts';
import { bringBack, rescueState, startAnew } from './rescue.ts';

export const rescueProcedures = {
  state: os.rescue.state.handler(({ context }) => rescueState(context)),
  bringBack: os.rescue.bringBack.handler(({ input, context }) => bringBack(context, input)),
  startAnew: os.rescue.startAnew.handler(({ context }) => startAnew(context)),
  remarks: os.rescue.remarks.handler(({ context }) => [...context.remarks.all]),
  heard: os.rescue.heard.handler(({ input, context }) => context.remarks.heard(input.id)),
};
