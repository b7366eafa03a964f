import { notifications } from '@mantine/notifications';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

// happy-dom lays nothing out; Mantine and the lists ask for these all the same.
window.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
// A field that grows with its text measures again when the fonts have come.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

afterEach(() => {
  cleanup();
  notifications.clean();
  window.localStorage.clear();
  window.history.replaceState(null, '', '/');
});
