import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine that is busy with other tests takes its time.
configure({ asyncUtilTimeout: 8000 });

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
