import * as z from 'zod';
import { day, id, instant, procedure, step, text, time } from './base.ts';

/** What the person has set; every field has a default. */
export const settingsShape = z.object({
  /** Whether Welcome has been walked through. */
  welcomed: z.boolean(),
  businessName: z.string(),
  website: z.string(),
  /** ISO 3166 two-letter country, for phone numbers; empty when not said. */
  country: z.string(),
  yourName: z.string(),
  /** What one does; some things are there only for some. */
  profession: z.enum(['shop', 'professional', 'attorney', 'health']),
  morning: time,
  appearance: z.enum(['system', 'day', 'evening']),
  innerDays: z.number(),
  regularDays: z.number(),
  widerDays: z.number(),
  /** How a yearly 29 February is kept in other years. */
  leapDay: z.enum(['february-28', 'march-1']),
  gatherMinutes: z.number(),
  /** Months after which words that nobody touched are let go; 0 keeps them for ever. */
  keepMonths: z.number(),
  /** In which order new voices are shown. */
  voicesOrder: z.enum(['matters', 'newest']),
  /** A second folder for the backups, such as one on an external disk; empty for none. */
  backupFolder: z.string(),
  /** What the backups of one folder may take together. */
  backupGigabytes: z.number(),
  /** Of what one is reminded. */
  remindFollowUps: z.boolean(),
  remindDates: z.boolean(),
  /** Whom the day names, in the morning. */
  remindMorning: z.boolean(),
  /** Whether reminders wait from `quietFrom` to `quietUntil`, which may be over midnight. */
  quietHours: z.boolean(),
  quietFrom: time,
  quietUntil: time,
  /** Until the beginning of that day no reminder is told; empty when none is. */
  remindersPausedUntil: z.union([z.literal(''), day]),
  /** The keys that open the composer from anywhere on the machine (Electron's accelerator); empty for none. */
  composerShortcut: z.string(),
  /** Whether the desktop app stays in the tray when its window is closed. */
  closeToTray: z.boolean(),
  /** By what the houses of the street stand together. */
  streetBy: z.enum(['circle', 'tag']),
  /** The weekday on which the week's questions are asked: 1 is Monday, 7 Sunday (ISO 8601). */
  reflectionDay: z.number(),
  /** Whether the desktop app starts with the machine, beside its clock. */
  startAtLogin: z.boolean(),
  /** Whether the desktop app looks through what is written, and in which languages (BCP 47). */
  spelling: z.boolean(),
  spellingLanguages: z.array(z.string()),
  /** Whether the desktop app looks once a day for a new version of itself; `ask` until that is decided. */
  newVersions: z.enum(['ask', 'look', 'never']),
});

export const settings = {
  get: procedure.output(settingsShape),
  /** Between which languages of spelling one can choose; none where the machine finds out itself. */
  spellingLanguages: procedure.output(z.object({ languages: z.array(z.string()) })),
  /** What became of the keys that open the composer from anywhere on the machine. */
  shortcut: procedure.output(z.object({ state: z.enum(['works', 'taken', 'off', 'none']) })),
  save: procedure
    .input(
      z.object({
        welcomed: z.boolean().optional(),
        businessName: text(200).optional(),
        website: text(2000).optional(),
        country: z.union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)]).optional(),
        yourName: text(200).optional(),
        profession: z.enum(['shop', 'professional', 'attorney', 'health']).optional(),
        morning: time.optional(),
        appearance: z.enum(['system', 'day', 'evening']).optional(),
        innerDays: z.int().min(1).max(730).optional(),
        regularDays: z.int().min(1).max(730).optional(),
        widerDays: z.int().min(1).max(730).optional(),
        leapDay: z.enum(['february-28', 'march-1']).optional(),
        gatherMinutes: z.int().min(15).max(1440).optional(),
        keepMonths: z.int().min(0).max(600).optional(),
        voicesOrder: z.enum(['matters', 'newest']).optional(),
        backupGigabytes: z.int().min(1).max(1000).optional(),
        remindFollowUps: z.boolean().optional(),
        remindDates: z.boolean().optional(),
        remindMorning: z.boolean().optional(),
        quietHours: z.boolean().optional(),
        quietFrom: time.optional(),
        quietUntil: time.optional(),
        remindersPausedUntil: z.union([z.literal(''), day]).optional(),
        composerShortcut: text(60).optional(),
        closeToTray: z.boolean().optional(),
        streetBy: z.enum(['circle', 'tag']).optional(),
        reflectionDay: z.int().min(1).max(7).optional(),
        startAtLogin: z.boolean().optional(),
        spelling: z.boolean().optional(),
        newVersions: z.enum(['look', 'never']).optional(),
        spellingLanguages: z
          .array(z.string().regex(/^[\w-]{2,35}$/))
          .max(10)
          .optional(),
      }),
    )
    .output(step),
};

export const house = {
  /** The present as the core sees it; the window never asks the machine. */
  now: procedure.output(z.object({ now: instant, day, zone: z.string() })),
  counts: procedure.output(
    z.object({ people: z.number(), newMentions: z.number(), followUpsDue: z.number() }),
  ),
  about: procedure.output(
    z.object({
      version: z.string(),
      dataFolder: z.string(),
      databaseBytes: z.number(),
      schema: z.number(),
      shell: z.enum(['desktop', 'browser', 'command']),
      sample: z.boolean(),
      /** Whether the system knows the program: it can start it, and hands it links. */
      installed: z.boolean(),
    }),
  ),
  /** What helps to find a fault, to be read before it is handed on; nothing that anybody wrote. */
  report: procedure.output(z.object({ text: z.string() })),
  /** Opens a web page, a mail or a call in the person's own program. */
  open: procedure.input(z.object({ address: z.string().max(4000) })).output(z.void()),
};

export const journal = {
  /** Takes back the last step, or the one named; tells what it was. */
  undo: procedure
    .input(z.object({ step: id.optional() }))
    .output(step.extend({ label: z.string() })),
  history: procedure
    .input(z.object({ customerId: id.optional(), limit: z.int().min(1).max(500).default(50) }))
    .output(
      z.array(
        z.object({
          step: id,
          at: instant,
          label: z.string(),
          undone: z.boolean(),
          canUndo: z.boolean(),
        }),
      ),
    ),
};

export const search = {
  find: procedure
    .input(z.object({ words: text(200), limit: z.int().min(1).max(100).default(20) }))
    .output(
      z.object({
        hits: z.array(
          z.object({
            kind: z.enum(['customer', 'conversation', 'note', 'follow-up', 'mention', 'lesson']),
            id,
            customerId: id.nullable(),
            title: z.string(),
            excerpt: z.string(),
            at: instant.nullable(),
          }),
        ),
      }),
    ),
};

export const sample = {
  state: procedure.output(z.object({ here: z.boolean(), people: z.number() })),
  load: procedure.output(step),
  /** Removes all of the sample town, and nothing that was added beside it. */
  remove: procedure.output(step),
};
