import { app, type BrowserWindow, nativeImage } from 'electron';

/** Pixels of a sign on a taskbar's button, on Windows. */
const size = 16;

/** How many wait, on the program's sign: a figure (macOS, some of Linux) or a lamp (Windows). */
export function setBadge(count: number, window: BrowserWindow | undefined): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  const words = count === 1 ? '1 follow-up waits' : `${count} follow-ups wait`;
  window?.setOverlayIcon(count > 0 ? lamp() : null, count > 0 ? words : '');
}

/** A round lamp, pixel by pixel: blue, green, red and alpha. */
function lamp() {
  const pixels = Buffer.alloc(size * size * 4);
  const middle = (size - 1) / 2;
  for (let index = 0; index < size * size; index += 1) {
    const [x, y] = [index % size, Math.floor(index / size)];
    const inside = Math.hypot(x - middle, y - middle) <= middle - 1;
    if (inside) pixels.set([0x3b, 0xa1, 0xe9, 0xff], index * 4);
  }
  return nativeImage.createFromBitmap(pixels, { width: size, height: size });
}
