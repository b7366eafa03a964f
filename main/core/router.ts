import { os } from './boundary.ts';
import { followUpProcedures } from './followups/procedures.ts';
import { eventProcedures, houseProcedures } from './house-procedures.ts';
import { journalProcedures } from './journal/procedures.ts';
import { peopleProcedures } from './people/procedures.ts';
import { sampleProcedures } from './sample/procedures.ts';
import { searchProcedures } from './search/procedures.ts';
import { settingsProcedures } from './settings/procedures.ts';
import { todayProcedures } from './today/procedures.ts';

/** The contract, implemented: every procedure of every feature. */
export const router = os.router({
  house: houseProcedures,
  settings: settingsProcedures,
  followUps: followUpProcedures,
  people: peopleProcedures,
  search: searchProcedures,
  journal: journalProcedures,
  sample: sampleProcedures,
  today: todayProcedures,
  events: eventProcedures,
});
