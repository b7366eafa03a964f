import type { Rectangle } from 'electron';

/** The least of a window that must be on a screen for it to be known there, in pixels. */
const seen = { width: 120, height: 60 };

/**
 * A window's place, moved and made smaller so that all of it is on the screen where most of it was;
 * undefined when too little of it was on any, because that screen is gone.
 */
export function fitWindow(window: Rectangle, screens: readonly Rectangle[]): Rectangle | undefined {
  const shared = (screen: Rectangle) => ({
    width: overlap(window.x, window.width, screen.x, screen.width),
    height: overlap(window.y, window.height, screen.y, screen.height),
  });
  const [most] = screens
    .map((screen) => ({ screen, ...shared(screen) }))
    .filter(({ width, height }) => width >= seen.width && height >= seen.height)
    .sort((one, other) => other.width * other.height - one.width * one.height);
  if (!most) return undefined;
  const across = within(window.x, window.width, most.screen.x, most.screen.width);
  const down = within(window.y, window.height, most.screen.y, most.screen.height);
  return { x: across.start, width: across.length, y: down.start, height: down.length };
}

function overlap(start: number, length: number, from: number, room: number): number {
  return Math.min(start + length, from + room) - Math.max(start, from);
}

function within(start: number, length: number, from: number, room: number) {
  const fits = Math.min(length, room);
  return { start: Math.max(from, Math.min(start, from + room - fits)), length: fits };
}
