import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { Standing } from '../core/host.ts';
import { programFolder } from '../starting/program-folder.ts';

export interface TrayOptions {
  /** Shows the window, at a place when one is given. */
  show(place?: string): void;
  /** Lets no reminder come until tomorrow, or lets them come again. */
  pause(on: boolean): void;
  quit(): void;
}

const onMac = process.platform === 'darwin';
/** The sign beside the clock, as each platform wants it; a sharper one lies beside it (`@2x`). */
const signs: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'trayTemplate.png',
  win32: 'icon.ico',
};
/** Characters of a follow-up in the menu. */
const longest = 48;

/** The lamp beside the machine's clock: whom the day names, what waits, and the ways to them. */
export function createTray(options: TrayOptions): { stand(standing: Standing): void } {
  const sign = signs[process.platform] ?? 'tray.png';
  const path = join(programFolder, 'assets', 'icons', sign);
  const tray = new Tray(nativeImage.createFromPath(path));
  // On a Mac, and where Linux has menus only, a click opens the menu by itself.
  if (!onMac) tray.on('click', () => options.show());
  const stand = (standing: Standing) => {
    const { today, waiting } = standing;
    tray.setToolTip(
      ['Porchlight', today && `today ${today.name}`, waits(waiting)].filter(Boolean).join(' · '),
    );
    if (onMac) tray.setTitle(waiting > 0 ? String(waiting) : '');
    tray.setContextMenu(Menu.buildFromTemplate(menuOf(standing, options)));
  };
  // Until the core has told more.
  stand({ today: null, followUps: [], waiting: 0, paused: false, closeToTray: false });
  return { stand };
}

function menuOf(standing: Standing, { show, pause, quit }: TrayOptions) {
  const { today, followUps, waiting, paused } = standing;
  const separator = { type: 'separator' } as const;
  const template: MenuItemConstructorOptions[] = [];
  if (today) {
    template.push({
      label: plain(`Today: ${today.name}`),
      click: () => show(`/people/${today.id}`),
    });
  }
  if (waiting > 0) {
    template.push({ label: waits(waiting), click: () => show('/follow-ups') });
    for (const { id, text, name } of followUps) {
      const label = plain(`    ${name ? `${name}: ` : ''}${text}`);
      template.push({ label, click: () => show(`/follow-ups?follow-up=${id}`) });
    }
  }
  if (template.length > 0) template.push(separator);
  template.push(
    { label: 'Log a conversation', click: () => show('?log=1') },
    { label: 'Open Porchlight', click: () => show() },
    separator,
    paused
      ? { label: 'Remind me again', click: () => pause(false) }
      : { label: 'No reminders until tomorrow', click: () => pause(true) },
    separator,
    { label: 'Quit', click: quit },
  );
  return template;
}

function waits(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 follow-up waits' : `${count} follow-ups wait`;
}

/** A text as a menu shows it: cut when long, and no letter underlined for an ampersand. */
function plain(text: string): string {
  const characters = Array.from(text.replace(/\s+$/, ''));
  const cut = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
  return cut.replaceAll('&', '&&');
}
