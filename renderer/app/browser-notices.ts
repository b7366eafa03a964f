import { useSyncExternalStore } from 'react';
import type { WaitingNotice } from '../../shared/contract/contract.ts';

/** Whether this browser shows notices: it may, was never asked, was told not to, or cannot. */
export type BrowserNotices = 'on' | 'off' | 'not-asked' | 'denied' | 'none';

const place = 'porchlight:browser-notices';
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

function state(): BrowserNotices {
  if (!('Notification' in window)) return 'none';
  if (Notification.permission === 'denied') return 'denied';
  if (Notification.permission === 'default') return 'not-asked';
  return window.localStorage.getItem(place) === 'off' ? 'off' : 'on';
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  // The person may have changed it beside the address bar meanwhile.
  window.addEventListener('focus', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('focus', watcher);
  };
};

/** Whether this browser shows notices. */
export function useBrowserNotices(): BrowserNotices {
  return useSyncExternalStore(watch, state);
}

/** Switches them on, asking the person where nobody has; the browser wants a click for that. */
export async function switchOnBrowserNotices(): Promise<void> {
  window.localStorage.removeItem(place);
  if (state() === 'not-asked') await Notification.requestPermission();
  tell();
}

/** Switches them off for this browser; its permission stays. */
export function switchOffBrowserNotices(): void {
  window.localStorage.setItem(place, 'off');
  tell();
}

/** Shows a notice of the browser; answers whether it could. A click brings this page to the front. */
export function showInBrowser(
  { id, title, body, actions }: Pick<WaitingNotice, 'id' | 'title' | 'body' | 'actions'>,
  clicked: () => void,
): boolean {
  if (state() !== 'on') return false;
  try {
    const shown = new Notification(title, {
      body,
      tag: id,
      icon: '/lamp.svg',
      requireInteraction: actions.length > 0,
    });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      clicked();
    });
    return true;
  } catch {
    // Some browsers have the permission and no way to use it from a page.
    return false;
  }
}
