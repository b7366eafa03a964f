import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { medium } from '../../../shared/contract/conversations.ts';
import { recurrence } from '../../../shared/contract/followups.ts';
import { lessonState } from '../../../shared/contract/lessons.ts';
import { circle, contact } from '../../../shared/contract/people.ts';

const key = z.string().regex(/^[a-z-]+$/);
/** Whole days before today; negative when still ahead. */
const daysAgo = z.int();
const time = z.string().regex(/^\d\d:\d\d$/);

/** A date in somebody's life: so many days ahead of today, or, for a leap day, as it is written. */
const townDate = z.strictObject({
  kind: z.enum(['birthday', 'anniversary', 'other']),
  label: z.string().default(''),
  inDays: z.int().min(0).max(365).optional(),
  /** How many years it will be then; absent when the year is not known. */
  turning: z.int().positive().optional(),
  month: z.int().optional(),
  day: z.int().optional(),
  year: z.int().optional(),
});

const person = z.strictObject({
  key,
  givenName: z.string().default(''),
  familyName: z.string().default(''),
  nickname: z.string().default(''),
  company: z.string().default(''),
  role: z.string().default(''),
  nameOrder: z.enum(['given-first', 'family-first']).default('given-first'),
  pronouns: z.string().default(''),
  saidAs: z.string().default(''),
  circle,
  rhythmDays: z.int().positive().nullable().default(null),
  addedDaysAgo: daysAgo,
  howMet: z.string().default(''),
  sentBy: key.nullable().default(null),
  contacts: z.array(contact).default([]),
  relations: z
    .array(
      z.strictObject({
        name: z.string().default(''),
        other: key.nullable().default(null),
        relation: z.string(),
      }),
    )
    .default([]),
  dates: z.array(townDate).default([]),
  facts: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  /** When they came back, as it was noted. */
  cameBackDaysAgo: z.array(daysAgo).default([]),
});

const conversation = z.strictObject({
  with: z.array(key).min(1),
  daysAgo,
  at: time,
  medium,
  begunBy: z.enum(['them', 'us']),
  reached: z.boolean().default(true),
  ofUs: z.string().default(''),
  said: z.string().min(1),
});

const promise = z.strictObject({
  for: key,
  madeDaysAgo: daysAgo,
  dueDaysAgo: daysAgo,
  keptDaysAgo: daysAgo.nullable().default(null),
  repeats: recurrence.nullable().default(null),
  text: z.string().min(1),
});

const note = z.strictObject({ about: key, daysAgo, body: z.string().min(1) });

const lesson = z.strictObject({
  key,
  sentence: z.string(),
  state: lessonState,
  changed: z.string(),
  reason: z.string(),
  sinceDaysAgo: daysAgo,
  changedDaysAgo: daysAgo.nullable().default(null),
  voices: z.array(z.strictObject({ with: key, daysAgo })),
});

const source = z.strictObject({
  key,
  kind: z.string(),
  name: z.string(),
  file: z.string(),
  home: z.string(),
  folder: z.string(),
  /** Titles of the mentions that have a star. */
  starred: z.array(z.string()).default([]),
});

const reflection = z.strictObject({ key: z.string(), answer: z.string() });

const business = z.strictObject({
  businessName: z.string(),
  website: z.string(),
  country: z.string(),
  yourName: z.string(),
  morning: time,
});

const town = z.object({
  business,
  /** Words by which the town speaks of the shop. */
  knownAs: z.array(z.string()),
  people: z.array(person),
  conversations: z.array(conversation),
  promises: z.array(promise),
  notes: z.array(note),
  lessons: z.array(lesson),
  reflections: z.array(reflection),
  sources: z.array(source),
});

/** The sample town as it is written in `assets/sample-town`: every day relative to today. */
export type Town = z.infer<typeof town>;
export type TownPerson = Town['people'][number];
export type TownDate = z.infer<typeof townDate>;
export type TownConversation = Town['conversations'][number];

/** Reads the town from its folder. Throws when a file is missing or not as it should be. */
export function readTown(folder: string): Town {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return town.parse({
    ...z.looseObject({}).parse(read('town')),
    people: read('people'),
    conversations: read('conversations'),
    promises: read('promises'),
    notes: read('notes'),
    lessons: read('lessons'),
    reflections: read('reflections'),
    sources: read('sources'),
  });
}
