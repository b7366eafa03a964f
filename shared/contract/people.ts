import * as z from 'zod';
import { day, id, instant, made, page, procedure, someText, step, text } from './base.ts';
import { duplicates } from './duplicates.ts';
import { histories } from './history.ts';
import { photos, pictureId } from './photos.ts';
import { referrals } from './referrals.ts';

/** How near somebody is kept; each circle has its rhythm (settings), `none` has none. */
export const circle = z.enum(['inner', 'regular', 'wider', 'none']);

export const contactKind = z.enum(['phone', 'email', 'address', 'handle', 'website']);

/** A way to reach somebody, kept as typed. `network` is for handles: `mastodon`, `bluesky` … */
export const contact = z.object({
  id: id.optional(),
  kind: contactKind,
  label: text(60).default(''),
  value: someText(500),
  network: text(60).default(''),
});

/** Somebody around the customer; `otherId` when that is a customer too. */
export const relation = z.object({
  id: id.optional(),
  name: text(200).default(''),
  relation: text(60).default(''),
  otherId: id.nullable().default(null),
  note: text(500).default(''),
});

/** A date in somebody's life. The year may be unknown, and so may the day of the month. */
export const lifeDate = z
  .object({
    id: id.optional(),
    kind: z.enum(['birthday', 'anniversary', 'other']).default('other'),
    label: text(120).default(''),
    year: z.int().min(1000).max(2999).nullable().default(null),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31).nullable().default(null),
    yearly: z.boolean().default(true),
    noticeDays: z.int().min(0).max(60).default(3),
  })
  .refine((date) => date.day === null || date.day <= (longestMonth[date.month - 1] ?? 31), {
    message: 'That month has fewer days.',
    path: ['day'],
  });

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A name besides those they go by: from before a marriage, in another script. */
const otherName = z.object({
  id: id.optional(),
  name: someText(200),
  label: text(60).default(''),
});

/** A further business, or something else that they do. */
const work = z
  .object({ id: id.optional(), company: text(200).default(''), role: text(200).default('') })
  .refine(({ company, role }) => company !== '' || role !== '', {
    message: 'Write the business, or what they do.',
    path: ['company'],
  });

export const fact = z.object({ id: id.optional(), text: someText(500) });

/** What a person can write about a customer. Any one name suffices. */
export const customerForm = z.object({
  givenName: text(200).default(''),
  familyName: text(200).default(''),
  nickname: text(200).default(''),
  company: text(200).default(''),
  role: text(200).default(''),
  nameOrder: z.enum(['given-first', 'family-first']).default('given-first'),
  pronouns: text(60).default(''),
  saidAs: text(200).default(''),
  otherNames: z.array(otherName).max(20).default([]),
  works: z.array(work).max(20).default([]),
  circle: circle.default('regular'),
  rhythmDays: z.int().min(1).max(730).nullable().default(null),
  howMet: text(1000).default(''),
  sentBy: id.nullable().default(null),
  contacts: z.array(contact).max(60).default([]),
  relations: z.array(relation).max(60).default([]),
  dates: z.array(lifeDate).max(60).default([]),
  facts: z.array(fact).max(200).default([]),
  tags: z.array(someText(60)).max(60).default([]),
});

/** The same, where what is absent stays as it was. Lists that are given replace the whole list. */
export const customerChanges = z.object({
  givenName: text(200).optional(),
  familyName: text(200).optional(),
  nickname: text(200).optional(),
  company: text(200).optional(),
  role: text(200).optional(),
  nameOrder: z.enum(['given-first', 'family-first']).optional(),
  pronouns: text(60).optional(),
  saidAs: text(200).optional(),
  otherNames: z.array(otherName).max(20).optional(),
  works: z.array(work).max(20).optional(),
  circle: circle.optional(),
  rhythmDays: z.int().min(1).max(730).nullable().optional(),
  howMet: text(1000).optional(),
  sentBy: id.nullable().optional(),
  contacts: z.array(contact).max(60).optional(),
  relations: z.array(relation).max(60).optional(),
  dates: z.array(lifeDate).max(60).optional(),
  facts: z.array(fact).max(200).optional(),
  tags: z.array(someText(60)).max(60).optional(),
});

/** A customer as a list shows one. */
export const customerRow = z.object({
  id,
  name: z.string(),
  company: z.string(),
  circle,
  /** Days of the rhythm in force (own or the circle's); null when there is none. */
  rhythmDays: z.number().nullable(),
  tags: z.array(z.string()),
  /** The last day on which you really spoke; null when never. */
  lastSpokeDay: day.nullable(),
  /** Days since then, or since they were added when never. */
  silentDays: z.number(),
  /** silentDays ÷ rhythmDays; null without a rhythm. Above 1 is overdue. */
  stretch: z.number().nullable(),
  nextFollowUpDay: day.nullable(),
  waitingVoices: z.number(),
  /** How many people they sent, directly. */
  sent: z.number(),
  addedDay: day,
  /** Their photo (people.pictures gives it); null when there is none. */
  photo: pictureId.nullable(),
});

export const customer = customerRow.extend({
  givenName: z.string(),
  familyName: z.string(),
  nickname: z.string(),
  role: z.string(),
  nameOrder: z.enum(['given-first', 'family-first']),
  pronouns: z.string(),
  saidAs: z.string(),
  otherNames: z.array(otherName.extend({ id })),
  /** Besides `company` and `role`, which come first. */
  works: z.array(z.object({ id, company: z.string(), role: z.string() })),
  ownRhythmDays: z.number().nullable(),
  /** The rhythm seen after three or more conversations, when it differs from the one in force. */
  seenRhythmDays: z.number().nullable(),
  howMet: z.string(),
  sentBy: z.object({ id, name: z.string() }).nullable(),
  /** When they came back, as it was noted, the latest first. */
  cameBack: z.array(z.object({ id, day })),
  contacts: z.array(contact.extend({ id })),
  /** In both directions: also those where somebody else names this customer. */
  relations: z.array(relation.extend({ id, fromOther: z.boolean() })),
  dates: z.array(
    z.object({
      id,
      kind: z.enum(['birthday', 'anniversary', 'other']),
      label: z.string(),
      year: z.number().nullable(),
      month: z.number(),
      day: z.number().nullable(),
      yearly: z.boolean(),
      noticeDays: z.number(),
      /** The next day it is observed; null when it is over or its day is unknown. */
      nextDay: day.nullable(),
    }),
  ),
  facts: z.array(fact.extend({ id })),
  attempts: z.number(),
  binnedAt: instant.nullable(),
  /** In the bin because they were one with somebody: with whom. */
  mergedInto: z.object({ id, name: z.string() }).nullable(),
});

export const peopleSort = z.enum(['name', 'silence', 'stretch', 'next-follow-up', 'added', 'sent']);

export const people = {
  list: procedure
    .input(
      page.extend({
        words: text(200).default(''),
        circle: circle.optional(),
        tag: text(60).optional(),
        /** Only those whom this person sent. */
        sentBy: id.optional(),
        /** Only those overdue against their rhythm. */
        overdue: z.boolean().default(false),
        binned: z.boolean().default(false),
        sort: peopleSort.default('name'),
      }),
    )
    .output(z.object({ total: z.number(), rows: z.array(customerRow) })),
  get: procedure.input(z.object({ id })).output(customer),
  add: procedure.input(customerForm).output(made),
  /** Makes a customer of somebody named in a family; the link between the two stays. */
  makeCustomer: procedure.input(z.object({ relationId: id })).output(made),
  change: procedure.input(z.object({ id, changes: customerChanges })).output(step),
  /** Leaves the rhythm as it is; the one seen (`seenRhythmDays`) is not proposed again until it changes. */
  leaveRhythm: procedure.input(z.object({ id, days: z.int().min(1).max(730) })).output(step),
  /** The same change for many, as one step. A circle brings its own rhythm with it. */
  changeAll: procedure
    .input(
      z.object({
        ids: z.array(id).min(1).max(20000),
        circle: circle.optional(),
        /** Null: as their circle has it. */
        rhythmDays: z.int().min(1).max(730).nullable().optional(),
        addTag: someText(60).optional(),
        removeTag: someText(60).optional(),
      }),
    )
    .output(step),
  bin: procedure.input(z.object({ ids: z.array(id).min(1).max(20000) })).output(step),
  restore: procedure.input(z.object({ ids: z.array(id).min(1).max(20000) })).output(step),
  ...duplicates,
  ...histories,
  ...referrals,
  ...photos,
  /** Calls a tag otherwise everywhere; with one that is there already, the two become one. */
  renameTag: procedure.input(z.object({ tag: someText(60), to: someText(60) })).output(step),
  dropTag: procedure.input(z.object({ tag: someText(60) })).output(step),
  tags: procedure.output(z.array(z.object({ tag: z.string(), people: z.number() }))),
};
