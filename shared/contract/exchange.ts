import * as z from 'zod';
import { id, procedure, text } from './base.ts';
import { customerForm } from './people.ts';

/**
 * A field that a column of a CSV file can fill. `keep` is written back as it came; `detail` tells
 * more of another column ("Phone 1 - Label"); `cardId` is by what our own tables know somebody.
 */
export const peopleField = z.enum([
  'ignore',
  'keep',
  'fullName',
  'givenName',
  'familyName',
  'nickname',
  'otherName',
  'title',
  'saidAs',
  'pronouns',
  'nameOrder',
  'company',
  'role',
  'phone',
  'email',
  'address',
  'website',
  'handle',
  'birthday',
  'anniversary',
  'date',
  'relation',
  'fact',
  'howMet',
  'sentBy',
  'circle',
  'rhythmDays',
  'note',
  'tags',
  'detail',
  'cardId',
]);

/** One person found in a file, before anything is kept. */
export const personFound = z.object({
  /** Its place in the file, from 1. */
  row: z.number(),
  form: customerForm,
  name: z.string(),
  note: z.string(),
  /** Why this row cannot be taken, in a sentence; null when it can. */
  problem: z.string().nullable(),
  /** What of them cannot be taken, each in a sentence. */
  remarks: z.array(z.string()),
  /** Whether a photo comes along. */
  photo: z.boolean(),
  /** Somebody who is there already and is most likely the same. */
  already: z.object({ id, name: z.string(), why: z.string() }).nullable(),
});

const file = z.object({
  fileName: text(500),
  /** The file's bytes in base64 (RFC 4648), so that any encoding arrives whole. */
  content: z.string().max(60_000_000),
});

const mapping = z.array(z.object({ column: z.string().max(1000), field: peopleField }));

export const exchange = {
  /** Reads a vCard or CSV file and shows what it holds; keeps nothing. */
  previewPeople: procedure.input(file.extend({ mapping: mapping.optional() })).output(
    z.object({
      format: z.enum(['vcard', 'csv']),
      mapping: mapping.nullable(),
      /** The first thing that stands in each column of a table, in the order of the mapping. */
      examples: z.array(z.string()),
      total: z.number(),
      problems: z.number(),
      /** The first fifty, and every one with a problem up to two hundred. */
      people: z.array(personFound),
    }),
  ),
  /** Brings the people of a file in, as one step that can be undone whole. */
  importPeople: procedure
    .input(
      file.extend({
        mapping: mapping.optional(),
        /** What to do with somebody who is there already. */
        already: z.enum(['skip', 'update', 'add']).default('skip'),
      }),
    )
    .output(
      z.object({
        step: id.nullable(),
        added: z.number(),
        updated: z.number(),
        skipped: z.number(),
        /** Who was not taken, and why. */
        problems: z.array(z.object({ row: z.number(), sentence: z.string() })),
        /** What of somebody who was taken was not. */
        remarks: z.array(z.object({ row: z.number(), sentence: z.string() })),
      }),
    ),
  /** Everybody's dates and the open follow-ups as an iCalendar file (RFC 5545). */
  exportCalendar: procedure.output(
    z.object({
      fileName: z.string(),
      content: z.string(),
      dates: z.number(),
      followUps: z.number(),
      /** Dates of which only the month is known: a calendar has no place for them. */
      leftOut: z.number(),
    }),
  ),
  /** All that is known of one person: a page to read and print (HTML), or data (JSON). */
  exportPerson: procedure
    .input(z.object({ id, format: z.enum(['page', 'data']) }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
  /** Stops a large import; what it had written by then is taken back. */
  stopImport: procedure.output(z.void()),
  /** `vcard` is version 4.0; `vcard-3` is what phones and older address books read best. */
  exportPeople: procedure
    .input(z.object({ format: z.enum(['vcard', 'vcard-3', 'csv']), ids: z.array(id).optional() }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
};
