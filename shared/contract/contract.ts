import type { ContractRouterClient, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type * as z from 'zod';
import type { sourceKeyState, typedSource } from './adding.ts';
import { type answer, type answerRemark, answers, type opening } from './answers.ts';
import { archives } from './archives.ts';
import { type backup, backups } from './backups.ts';
import { bin, type binEntry, type binKind } from './bin.ts';
import {
  type conversation,
  conversations,
  drafts,
  type medium,
  notes,
  type promise,
  type understood,
} from './conversations.ts';
import { type colleague, counter } from './counter.ts';
import type { duplicatePair, mergeChoice, mergeField } from './duplicates.ts';
import { type event, events } from './events.ts';
import { exchange, type peopleField, type personFound } from './exchange.ts';
import { type followUp, type followUpSort, followUps, type recurrence } from './followups.ts';
import { forgetting, type whatGoes } from './forgetting.ts';
import {
  type rule,
  type ruleForm,
  rules,
  type ruleTried,
  type savedSearch,
  savedSearches,
} from './hearing.ts';
import type { changeInWords, historyStep } from './history.ts';
import { house, journal, sample, search, settings, type settingsShape } from './house.ts';
import {
  type lesson,
  type lessonState,
  lessons,
  type lessonVoice,
  stories,
  type story,
} from './lessons.ts';
import {
  type mention,
  type mentionRow,
  type mentionState,
  mentions,
  type source,
  type sourceIdentity,
  type sourcePreview,
  sources,
  type tone,
} from './listening.ts';
import { lock } from './lock.ts';
import {
  type conflictHit,
  type matter,
  type matterForm,
  type matterState,
  matters,
  type partySide,
} from './matters.ts';
import {
  type circle,
  type contact,
  type contactKind,
  type customer,
  type customerChanges,
  type customerForm,
  type customerRow,
  type fact,
  type lifeDate,
  people,
  type peopleSort,
  type relation,
} from './people.ts';
import type { pictureContent } from './photos.ts';
import type { sentPerson } from './referrals.ts';
import { type behindRow, type figure, reflection } from './reflection.ts';
import { type missedReminder, reminders, type waitingNotice } from './reminders.ts';
import { rescue } from './rescue.ts';
import type { fileLook, reviewField, reviewFound } from './review-files.ts';
import { timeline, type timelineEntry, type timelineFilter } from './timeline.ts';
import {
  type brief,
  type load,
  type pick,
  type question,
  type reason,
  today,
  type townHouse,
} from './today.ts';
import { type versionState, versions } from './versions.ts';

/**
 * Everything that can be asked of the core: the only way across. The core implements it, both
 * shells carry it, the window's client and the command shell are derived from it.
 */
export const contract = {
  house,
  lock,
  versions,
  settings,
  counter,
  people,
  matters,
  bin,
  forgetting,
  conversations,
  notes,
  drafts,
  followUps,
  reminders,
  timeline,
  today,
  sources,
  mentions,
  answers,
  rules,
  savedSearches,
  search,
  journal,
  exchange,
  backups,
  archives,
  rescue,
  lessons,
  stories,
  reflection,
  sample,
  events,
};

export type Contract = typeof contract;
/** A client of the contract, whatever carries it. */
export type Client = ContractRouterClient<Contract>;

export type Colleague = z.infer<typeof colleague>;
export type Circle = z.infer<typeof circle>;
export type Contact = z.infer<typeof contact>;
export type ContactKind = z.infer<typeof contactKind>;
export type Relation = z.infer<typeof relation>;
export type LifeDate = z.infer<typeof lifeDate>;
export type Fact = z.infer<typeof fact>;
export type Customer = z.infer<typeof customer>;
export type CustomerRow = z.infer<typeof customerRow>;
/** As a person may give it: only what is known. */
export type CustomerFormInput = z.input<typeof customerForm>;
export type CustomerForm = z.output<typeof customerForm>;
export type CustomerChanges = z.output<typeof customerChanges>;
export type ChangeInWords = z.infer<typeof changeInWords>;
export type HistoryStep = z.infer<typeof historyStep>;
export type SentPerson = z.infer<typeof sentPerson>;
export type PictureContent = z.infer<typeof pictureContent>;
export type MatterState = z.infer<typeof matterState>;
export type PartySide = z.infer<typeof partySide>;
export type Matter = z.infer<typeof matter>;
export type MatterForm = z.output<typeof matterForm>;
export type MatterChanges = InferSchemaOutput<
  (typeof matters.change)['~orpc']['inputSchema'] & {}
>['changes'];
export type ConflictHit = z.infer<typeof conflictHit>;
export type BinKind = z.infer<typeof binKind>;
/** What is told before somebody is forgotten. */
export type WhatGoes = z.infer<typeof whatGoes>;
export type BinEntry = z.infer<typeof binEntry>;
export type PeopleSort = z.infer<typeof peopleSort>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
/** Which entries of a timeline are wanted. */
export type TimelineFilter = z.input<typeof timelineFilter>;
export type Medium = z.infer<typeof medium>;
export type ConversationPromise = z.infer<typeof promise>;
export type Conversation = z.infer<typeof conversation>;
export type Understood = z.infer<typeof understood>;
export type Recurrence = z.infer<typeof recurrence>;
export type FollowUp = z.infer<typeof followUp>;
export type WaitingNotice = z.infer<typeof waitingNotice>;
export type MissedReminder = z.infer<typeof missedReminder>;
export type FollowUpSort = z.infer<typeof followUpSort>;
export type Reason = z.infer<typeof reason>;
export type Question = z.infer<typeof question>;
export type Brief = z.infer<typeof brief>;
export type Pick = z.infer<typeof pick>;
export type Load = z.infer<typeof load>;
export type TownHouse = z.infer<typeof townHouse>;
export type MentionState = z.infer<typeof mentionState>;
export type Tone = z.infer<typeof tone>;
export type MentionRow = z.infer<typeof mentionRow>;
export type Mention = z.infer<typeof mention>;
export type DuplicatePair = z.infer<typeof duplicatePair>;
export type MergeField = z.infer<typeof mergeField>;
export type MergeChoice = z.infer<typeof mergeChoice>;
export type MergeFields = Partial<Record<MergeField, MergeChoice>>;
export type Answer = z.infer<typeof answer>;
export type AnswerRemark = z.infer<typeof answerRemark>;
export type Opening = z.infer<typeof opening>;
export type Rule = z.infer<typeof rule>;
export type RuleForm = z.output<typeof ruleForm>;
export type RuleFormInput = z.input<typeof ruleForm>;
export type RuleTried = z.infer<typeof ruleTried>;
export type SavedSearch = z.infer<typeof savedSearch>;
export type SourceIdentity = z.infer<typeof sourceIdentity>;
export type Source = z.infer<typeof source>;
export type SourceKeyState = z.infer<typeof sourceKeyState>;
export type TypedSource = z.infer<typeof typedSource>;
export type ReviewField = z.infer<typeof reviewField>;
export type ReviewFound = z.infer<typeof reviewFound>;
export type FileLook = z.infer<typeof fileLook>;
export type SourcePreview = z.infer<typeof sourcePreview>;
export type Settings = z.infer<typeof settingsShape>;
export type SettingsChanges = InferSchemaInput<(typeof settings.save)['~orpc']['inputSchema'] & {}>;
export type PeopleField = z.infer<typeof peopleField>;
export type PersonFound = z.infer<typeof personFound>;
export type LessonState = z.infer<typeof lessonState>;
export type LessonVoice = z.infer<typeof lessonVoice>;
export type Lesson = z.infer<typeof lesson>;
export type Story = z.infer<typeof story>;
export type Figure = z.infer<typeof figure>;
export type BehindRow = z.infer<typeof behindRow>;
export type HonestNumbers = InferSchemaOutput<
  (typeof reflection.numbers)['~orpc']['outputSchema'] & {}
>;
export type Leap = InferSchemaOutput<
  (typeof reflection.leaps)['~orpc']['outputSchema'] & {}
>[number];
export type Backup = z.infer<typeof backup>;
export type Rescue = NonNullable<
  InferSchemaOutput<(typeof rescue.state)['~orpc']['outputSchema'] & {}>
>;
export type HouseEvent = z.infer<typeof event>;
export type SearchHit = InferSchemaOutput<
  (typeof search.find)['~orpc']['outputSchema'] & {}
>['hits'][number];
export type VersionState = z.output<typeof versionState>;
