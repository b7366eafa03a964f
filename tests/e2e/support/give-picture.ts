import type { Page } from '@playwright/test';
import { png } from '../../support/pictures.ts';

/** Drops a picture on the window, or pastes it: one of a single colour, by how red it is. */
export async function givePicture(page: Page, how: 'drop' | 'paste', red: number): Promise<void> {
  const transfer = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], 'photo.png', { type: 'image/png' }));
    return data;
  }, png(red, 64).toString('base64'));
  if (how === 'drop') {
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await page.dispatchEvent('main', type, { dataTransfer: transfer });
    }
  } else {
    await page.evaluate((clipboardData) => {
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, transfer);
  }
  await transfer.dispose();
}
