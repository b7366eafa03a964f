import * as z from 'zod';
import { procedure } from './base.ts';

/** How it stands with a newer version of the program. */
export const versionState = z.object({
  /** `none` where nothing can be looked for: in a browser, in a clone, in a package without a place. */
  stage: z.enum(['none', 'idle', 'looking', 'newest', 'found', 'fetching', 'fetched', 'failed']),
  /** The newer version; empty until one is found. */
  version: z.string(),
  /** What is new in it, as plain words. */
  news: z.string(),
  /** How much of it is here, 0 to 100. */
  percent: z.number(),
});

/** New versions of the desktop app: each step is asked for by a person, none is taken for them. */
export const versions = {
  state: procedure.output(versionState),
  /** Asks now whether there is a newer one. */
  look: procedure.output(z.void()),
  /** Fetches the one that was found. */
  fetch: procedure.output(z.void()),
  /** Ends the program and starts the new one. */
  install: procedure.output(z.void()),
};
