import { passMark } from '../../shared/pass.ts';

const place = 'porchlight:pass';

/**
 * Takes the browser shell's pass out of the address into the page's own storage, where the other
 * tabs find it, and neither a bookmark nor the history keeps it.
 */
export function takePass(): void {
  const given = location.hash.slice(1);
  if (!given.startsWith(passMark)) return;
  localStorage.setItem(place, given.slice(passMark.length));
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** The pass of the latest run that let this browser in; empty when none did. */
export function keptPass(): string {
  return localStorage.getItem(place) ?? '';
}
