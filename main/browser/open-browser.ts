import open from 'open';
import { hasDisplay } from '../starting/display.ts';

/** Opens an address in the person's own program for it. Answers whether that could be started. */
export async function openInBrowser(address: string): Promise<boolean> {
  if (!hasDisplay()) return false;
  try {
    const started = await open(address);
    // A failure that shows itself later has nobody left to tell.
    started.on('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}
