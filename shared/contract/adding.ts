import * as z from 'zod';
import { procedure, someText } from './base.ts';

/** A service that only answers to a key of the person's own. */
export const keyService = z.enum(['bluesky', 'youtube', 'yelp', 'tripadvisor', 'mastodon']);

/** Whether a service's key is here; never the key itself. */
export const sourceKeyState = z.object({
  service: keyService,
  kept: z.boolean(),
  /** What is no secret of it, such as the handle it belongs to. */
  about: z.string(),
});

/** What the one box makes of what was typed, before anybody is asked. */
export const typedSource = z.object({
  /** Whether it can be looked at as an address or a handle. */
  isAddress: z.boolean(),
  /** Where a name may be listened for; empty for an address. */
  posts: z.array(
    z.object({ kind: z.string(), address: z.string(), name: z.string(), describes: z.string() }),
  ),
  /** Set when it cannot be had, with why and the way round it. */
  cannot: z.object({ name: z.string(), why: z.string(), way: z.string() }).nullable(),
});

const keyValues = z.record(z.string().max(40), z.string().max(1000));

/** What finds out what to listen to, and the keys that some of it needs; part of `sources`. */
export const adding = {
  /** What was typed into the one box: an address, a name to listen for, or what cannot be had. */
  typed: procedure.input(z.object({ typed: someText(2000) })).output(typedSource),
  keys: procedure.output(z.array(sourceKeyState)),
  /** Keeps a key with the machine's secrets, never in the database. */
  keepKey: procedure.input(z.object({ service: keyService, values: keyValues })).output(z.void()),
  forgetKey: procedure.input(z.object({ service: keyService })).output(z.void()),
  /** Tries the key that is kept, on that address or on something else that it should open. */
  tryKey: procedure
    .input(z.object({ service: keyService, address: someText(2000).optional() }))
    .output(z.object({ works: z.boolean(), words: z.string() })),
};
