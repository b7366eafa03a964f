import * as z from 'zod';
import { backup } from './backups.ts';
import { id, procedure } from './base.ts';

/** What older copies still know of somebody. */
const older = z.object({
  /** The backups that know them; of one that is locked, that may. Newest first. */
  backups: z.array(backup),
  /** How many things that were once set aside as damaged. */
  setAside: z.number(),
  /** Whether the second folder for backups is away, so that nobody can tell what lies there. */
  secondAway: z.boolean(),
});

/** What is told before somebody is forgotten. */
export const whatGoes = z.object({
  name: z.string(),
  /** Who was merged into them and goes with them. */
  alsoKnownAs: z.array(z.string()),
  /** What goes, as numbers. */
  conversations: z.number(),
  notes: z.number(),
  followUps: z.number(),
  matters: z.number(),
  stories: z.number(),
  photo: z.boolean(),
  /** Conversations with others or about them, which stay without their name. */
  shared: z.number(),
  /** What they said in public, which stays and is nobody's. */
  voices: z.number(),
  older,
});

export const forgetting = {
  look: procedure.input(z.object({ id })).output(whatGoes),
  /** Forgets somebody for good, and removes older copies that still know them or leaves them. */
  forget: procedure
    .input(z.object({ id, older: z.enum(['remove', 'leave']) }))
    .output(z.object({ older })),
};
