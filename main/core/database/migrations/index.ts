import { people } from './0001-people.ts';
import { conversations } from './0002-conversations.ts';
import { followUps } from './0003-followups.ts';
import { listening } from './0004-listening.ts';
import { today } from './0005-today.ts';
import { journal } from './0006-journal.ts';
import { lessons } from './0007-lessons.ts';
import { standing } from './0008-standing.ts';
import { search } from './0009-search.ts';
import { spokenNames } from './0010-spoken-names.ts';
import { hearing } from './0011-hearing.ts';
import { keptAnswers } from './0012-kept-answers.ts';
import { duplicates } from './0013-duplicates.ts';
import { histories } from './0014-histories.ts';
import { spokenOf } from './0015-spoken-of.ts';
import { putOff } from './0016-put-off.ts';
import { keptVoices } from './0017-kept-voices.ts';
import { photosAndCards } from './0018-photos-and-cards.ts';
import { counter } from './0019-counter.ts';
import { namesAndWork } from './0020-names-and-work.ts';
import { reminders } from './0021-reminders.ts';
import { matters } from './0022-matters.ts';
import { answers } from './0023-answers.ts';
import { bin } from './0024-bin.ts';
import { telling } from './0025-telling.ts';
import { noteWords } from './0026-note-words.ts';
import { leftRhythms } from './0027-left-rhythms.ts';
import { reflection } from './0028-reflection.ts';
import { forgotten } from './0029-forgotten.ts';
import { todayAtOnce } from './0030-today-at-once.ts';
import { ownDays } from './0031-own-days.ts';
import { doneAtOnce } from './0032-done-at-once.ts';

/** One step of the schema. Once it has been released, its text never changes. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/** All migrations in their order. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'people', sql: people },
  { version: 2, name: 'conversations', sql: conversations },
  { version: 3, name: 'follow-ups', sql: followUps },
  { version: 4, name: 'listening', sql: listening },
  { version: 5, name: 'today', sql: today },
  { version: 6, name: 'journal', sql: journal },
  { version: 7, name: 'lessons', sql: lessons },
  { version: 8, name: 'standing', sql: standing },
  { version: 9, name: 'search', sql: search },
  { version: 10, name: 'spoken names', sql: spokenNames },
  { version: 11, name: 'hearing', sql: hearing },
  { version: 12, name: 'kept answers', sql: keptAnswers },
  { version: 13, name: 'duplicates', sql: duplicates },
  { version: 14, name: 'histories', sql: histories },
  { version: 15, name: 'spoken of', sql: spokenOf },
  { version: 16, name: 'put off', sql: putOff },
  { version: 17, name: 'kept voices', sql: keptVoices },
  { version: 18, name: 'photos and cards', sql: photosAndCards },
  { version: 19, name: 'counter', sql: counter },
  { version: 20, name: 'names and work', sql: namesAndWork },
  { version: 21, name: 'reminders', sql: reminders },
  { version: 22, name: 'matters', sql: matters },
  { version: 23, name: 'answers', sql: answers },
  { version: 24, name: 'bin', sql: bin },
  { version: 25, name: 'telling', sql: telling },
  { version: 26, name: 'note words', sql: noteWords },
  { version: 27, name: 'left rhythms', sql: leftRhythms },
  { version: 28, name: 'reflection', sql: reflection },
  { version: 29, name: 'forgotten', sql: forgotten },
  { version: 30, name: 'today at once', sql: todayAtOnce },
  { version: 31, name: 'own days', sql: ownDays },
  { version: 32, name: 'done at once', sql: doneAtOnce },
];

/** The schema that this program speaks. */
export const currentVersion = migrations.length;
