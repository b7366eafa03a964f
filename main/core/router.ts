import { answerProcedures } from './answers/procedures.ts';
import { archiveProcedures } from './archive/procedures.ts';
import { backupProcedures } from './backups/procedures.ts';
import { binProcedures } from './bin/procedures.ts';
import { os } from './boundary.ts';
import {
  conversationProcedures,
  draftProcedures,
  noteProcedures,
} from './conversations/procedures.ts';
import { counterProcedures } from './counter/procedures.ts';
import { exchangeProcedures } from './exchange/procedures.ts';
import { followUpProcedures } from './followups/procedures.ts';
import { forgettingProcedures } from './forgetting/procedures.ts';
import { eventProcedures, houseProcedures } from './house-procedures.ts';
import { journalProcedures } from './journal/procedures.ts';
import { lessonProcedures, storyProcedures } from './lessons/procedures.ts';
import { ruleProcedures, savedSearchProcedures } from './listening/hearing/procedures.ts';
import { mentionsProcedures } from './listening/mentions-procedures.ts';
import { sourcesProcedures } from './listening/sources-procedures.ts';
import { matterProcedures } from './matters/procedures.ts';
import { peopleProcedures } from './people/procedures.ts';
import { reflectionProcedures } from './reflection/procedures.ts';
import { reminderProcedures } from './reminders/procedures.ts';
import { rescueProcedures } from './rescue/procedures.ts';
import { sampleProcedures } from './sample/procedures.ts';
import { searchProcedures } from './search/procedures.ts';
import { settingsProcedures } from './settings/procedures.ts';
import { timelineProcedures } from './timeline/procedures.ts';
import { todayProcedures } from './today/procedures.ts';
import { versionsProcedures } from './versions/procedures.ts';
import { lockProcedures } from './window-lock/procedures.ts';

/** The contract, implemented: every procedure of every feature. */
export const router = os.router({
  house: houseProcedures,
  lock: lockProcedures,
  settings: settingsProcedures,
  versions: versionsProcedures,
  counter: counterProcedures,
  conversations: conversationProcedures,
  notes: noteProcedures,
  drafts: draftProcedures,
  followUps: followUpProcedures,
  reminders: reminderProcedures,
  people: peopleProcedures,
  matters: matterProcedures,
  bin: binProcedures,
  forgetting: forgettingProcedures,
  exchange: exchangeProcedures,
  backups: backupProcedures,
  archives: archiveProcedures,
  rescue: rescueProcedures,
  search: searchProcedures,
  journal: journalProcedures,
  sample: sampleProcedures,
  timeline: timelineProcedures,
  today: todayProcedures,
  lessons: lessonProcedures,
  stories: storyProcedures,
  reflection: reflectionProcedures,
  sources: sourcesProcedures,
  mentions: mentionsProcedures,
  answers: answerProcedures,
  rules: ruleProcedures,
  savedSearches: savedSearchProcedures,
  events: eventProcedures,
});
