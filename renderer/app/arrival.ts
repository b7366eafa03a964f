import { isField } from './keyboard.ts';

let awaited = false;

/** The person goes to another screen: its heading is to take the focus when it appears. */
export function awaitHeading(): void {
  awaited = true;
}

/** The heading of a screen is there. A person who is already writing is left alone. */
export function arrived(heading: HTMLElement): void {
  if (!awaited) return;
  awaited = false;
  if (!isField(document.activeElement)) heading.focus({ preventScroll: true });
}
