import * as z from 'zod';
import { id, procedure, step } from './base.ts';

/** A picture's identity: the SHA-256 of its bytes in hex, so that what it stands for never changes. */
export const pictureId = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture with its bytes in base64 (RFC 4648). */
export const pictureContent = z.object({
  id: pictureId,
  type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  content: z.string(),
});

export const photos = {
  /** The pictures with these ids; those that are not there are left out. */
  pictures: procedure
    .input(z.object({ ids: z.array(pictureId).min(1).max(60) }))
    .output(z.array(pictureContent)),
  /** Gives somebody a photo, in place of the one they had. At most 1 megabyte. */
  setPhoto: procedure.input(z.object({ id, content: z.base64().max(1_400_000) })).output(step),
  removePhoto: procedure.input(z.object({ id })).output(step),
};
