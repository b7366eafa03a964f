import { Notification } from 'electron';
import type { Notice } from '../core/host.ts';

/** What a person may do with a notice. */
export interface NoticeEvents {
  /** It was clicked: its place is wanted. */
  clicked(place: string): void;
  /** One of its actions was chosen. */
  chosen(number: number, action: string): void;
}

/** Notices of the platform. Their buttons are shown where the platform has any (macOS, Windows). */
export function createDesktopNotices({ clicked, chosen }: NoticeEvents) {
  // One that nothing holds would be forgotten, and its click with it.
  const shown = new Set<Notification>();
  return {
    /** Shows a notice; false where there are none, so that the window shows it. */
    show({ title, body, place, actions = [], number }: Notice & { number: number }): boolean {
      if (!Notification.isSupported()) return false;
      const notice = new Notification({
        title,
        body,
        actions: actions.map(({ label }) => ({ type: 'button', text: label })),
        // What asks to be answered stays until it is.
        timeoutType: actions.length > 0 ? 'never' : 'default',
      });
      const forget = () => void shown.delete(notice);
      shown.add(notice);
      notice.on('click', () => {
        forget();
        clicked(place);
      });
      notice.on('action', ({ actionIndex }) => {
        forget();
        const action = actions[actionIndex];
        if (action) chosen(number, action.id);
      });
      notice.on('close', forget);
      notice.on('failed', forget);
      notice.show();
      return true;
    },
  };
}
