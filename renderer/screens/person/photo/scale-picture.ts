import { readAsBase64 } from '../../../parts/read-as-base64.ts';

/** The longest side of a photo that is kept, in pixels: more than any place here shows. */
const longest = 512;

/** A picture that cannot be taken, with the sentence to say. */
export class PictureRefused extends Error {}

/**
 * A picture as it is kept: a JPEG of at most 512 pixels, turned upright, in base64. Refuses in
 * words what no browser can draw.
 */
export async function scalePicture(file: Blob): Promise<string> {
  const drawn = await createImageBitmap(file).catch(() => {
    throw new PictureRefused('That picture could not be read. JPEG, PNG, WebP and GIF can be.');
  });
  const scale = Math.min(1, longest / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new PictureRefused('That picture could not be drawn here.');
  // What is seen through would be black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const jpeg = await new Promise<Blob | null>((give) => canvas.toBlob(give, 'image/jpeg', 0.86));
  if (!jpeg) throw new PictureRefused('That picture could not be drawn here.');
  return readAsBase64(jpeg);
}
