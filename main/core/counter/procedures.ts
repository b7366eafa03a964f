import { os } from '../boundary.ts';
import {
  addColleague,
  changeColleague,
  comeIn,
  letColleagueGo,
  readCounter,
} from './colleagues.ts';

export const counterProcedures = {
  get: os.counter.get.handler(({ context }) => readCounter(context.connection)),
  add: os.counter.add.handler(({ input, context }) => addColleague(context, input.name)),
  change: os.counter.change.handler(({ input, context }) => changeColleague(context, input)),
  leave: os.counter.leave.handler(({ input, context }) => letColleagueGo(context, input.id)),
  comeIn: os.counter.comeIn.handler(({ input, context }) => {
    comeIn(context, input.id);
    return {};
  }),
};
