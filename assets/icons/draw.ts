import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArguments, getChromium } from '../../tests/support/find-chromium.ts';

/** `npm run icons`: draws the drawings at every size that the three systems want. */
const folder = import.meta.dirname;

/** In so few pixels the porch would blur: up to this size the plainer drawing is taken. */
const smallest = 32;

type Pictures = Map<number, Buffer>;

const drawingFor = (size: number) => (size <= smallest ? 'icon-small.svg' : 'icon.svg');

/** The pictures of a drawing, by their size in pixels. */
async function draw(
  sizes: readonly number[],
  drawing: (size: number) => string,
): Promise<Pictures> {
  const browser = await chromium.launch({
    executablePath: getChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
  });
  const page = await browser.newPage();
  const pictures: Pictures = new Map();
  for (const size of sizes) {
    const svg = readFileSync(join(folder, drawing(size)), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return pictures;
}

const picture = (pictures: Pictures, size: number) => pictures.get(size) ?? Buffer.alloc(0);

/** A Windows icon: a directory of PNG pictures (ICONDIR and ICONDIRENTRY of the Windows SDK). */
function windowsIcon(pictures: Pictures): Buffer {
  const kept = [16, 32, 48, 64, 128, 256];
  const header = Buffer.alloc(6 + 16 * kept.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(kept.length, 4);
  let offset = header.length;
  kept.forEach((size, index) => {
    const at = 6 + 16 * index;
    const { length } = picture(pictures, size);
    // 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([header, ...kept.map((size) => picture(pictures, size))]);
}

/** An Apple icon: blocks of type, length and PNG picture (Icon Composer's OSTypes). */
function appleIcon(pictures: Pictures): Buffer {
  const types = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };
  const block = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  const blocks = Object.entries(types).map(([type, size]) => block(type, picture(pictures, size)));
  return block('icns', Buffer.concat(blocks));
}

const pictures = await draw([16, 32, 48, 64, 128, 256, 512, 1024], drawingFor);
writeFileSync(join(folder, 'icon.png'), picture(pictures, 1024));
writeFileSync(join(folder, 'icon.ico'), windowsIcon(pictures));
writeFileSync(join(folder, 'icon.icns'), appleIcon(pictures));

// Beside the clock: in colours on Linux, in one colour on a Mac, each also for a sharper screen.
const trays = [
  ['tray', 'icon-small.svg', 22],
  ['trayTemplate', 'tray-template.svg', 16],
] as const;
for (const [name, drawing, size] of trays) {
  const drawn = await draw([size, 2 * size], () => drawing);
  writeFileSync(join(folder, `${name}.png`), picture(drawn, size));
  writeFileSync(join(folder, `${name}@2x.png`), picture(drawn, 2 * size));
}
