import * as z from 'zod';
import { day, id, instant, made, procedure, someText, step, text } from './base.ts';

/** How a matter stands: `asked` is not taken on yet, `declined` never was. */
export const matterState = z.enum(['asked', 'open', 'waiting', 'closed', 'declined']);

/** Against the client, beside them, or neither (a witness, a judge). */
export const partySide = z.enum(['other', 'with', 'neither']);

/** Somebody in a matter besides the client: a name, or a customer who is here. */
const party = z.object({
  id: id.optional(),
  side: partySide.default('other'),
  name: text(200).default(''),
  otherId: id.nullable().default(null),
  /** "their attorney", "witness". */
  role: text(120).default(''),
});

const inOrder = (given: {
  openedDay?: string | null | undefined;
  closedDay?: string | null | undefined;
}) => !given.openedDay || !given.closedDay || given.openedDay <= given.closedDay;
const outOfOrder = { message: 'It was closed before it was opened.', path: ['closedDay'] };

export const matterForm = z
  .object({
    name: someText(200),
    state: matterState.default('open'),
    openedDay: day.nullable().default(null),
    closedDay: day.nullable().default(null),
    note: text(5000).default(''),
    parties: z.array(party).max(100).default([]),
  })
  .refine(inOrder, outOfOrder);

/** The same, where what is absent stays as it was. Parties that are given replace the whole list. */
const matterChanges = z.object({
  name: someText(200).optional(),
  state: matterState.optional(),
  openedDay: day.nullable().optional(),
  closedDay: day.nullable().optional(),
  note: text(5000).optional(),
  parties: z.array(party).max(100).optional(),
});

const somebody = z.object({ id, name: z.string(), binned: z.boolean() });

export const matter = z.object({
  id,
  customer: somebody,
  name: z.string(),
  state: matterState,
  openedDay: day.nullable(),
  closedDay: day.nullable(),
  note: z.string(),
  parties: z.array(party.extend({ id, name: z.string(), role: z.string() })),
  /** Dated notes, the latest first. */
  notes: z.array(z.object({ id, body: z.string(), writtenAt: instant })),
});

/** Somebody who is named as was asked, or nearly so. */
export const conflictHit = z.object({
  /** The name as it is written here. */
  name: z.string(),
  /** What this name is: "Name", "Before she married", "Daughter of Rosa", "Other side in “Estate”". */
  as: z.string(),
  /** In what it is alike: "The same name, written another way". */
  why: z.string(),
  /** The same, nearly the same, or only a part of it. */
  likeness: z.enum(['same', 'near', 'part']),
  /** On whose page it stands. */
  customer: somebody,
  /** What they have to do with matters and people here: "Client in “Estate”, open". */
  ties: z.array(z.string()),
});

export const matters = {
  /** A client's own matters, and those of others in which they are named. */
  list: procedure.input(z.object({ customerId: id })).output(
    z.object({
      own: z.array(matter),
      namedIn: z.array(
        z.object({ id, name: z.string(), state: matterState, side: partySide, customer: somebody }),
      ),
    }),
  ),
  add: procedure.input(z.object({ customerId: id, matter: matterForm })).output(made),
  change: procedure.input(z.object({ id, changes: matterChanges })).output(step),
  remove: procedure.input(z.object({ id })).output(step),
  addNote: procedure.input(z.object({ id, body: someText(5000) })).output(made),
  removeNote: procedure.input(z.object({ noteId: id })).output(step),
  /** Everybody who is named like that, in any script, on either side, in the bin too. */
  lookUp: procedure
    .input(z.object({ name: text(200), exceptMatter: id.optional() }))
    .output(z.object({ hits: z.array(conflictHit), more: z.number() })),
  /** Looks up a name and keeps what was found, dated, as a note on a matter. */
  keepLookUp: procedure.input(z.object({ id, name: someText(200) })).output(made),
};
