import { app, type Session, session, type WebContents } from 'electron';
import { openLink } from './host-in-main.ts';
import { windowOrigin } from './protocol.ts';

/** What a page may load: its own files, what it makes itself, and Electron's own tools. */
const loadable = new Set(['porchlight-window:', 'blob:', 'data:', 'devtools:']);

/** Keeps every page where it is and what it is: Electron's security list, points 4 to 14. */
export function setUpGuards(): void {
  guardSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardSession(of: Session): void {
  // Copying a text that the person asked to copy is all that a page is ever allowed.
  const allowed = (permission: string, origin: string) =>
    permission === 'clipboard-sanitized-write' && isOurs(origin);
  of.setPermissionRequestHandler((contents, permission, answer) =>
    answer(allowed(permission, contents.getURL())),
  );
  of.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  of.setDevicePermissionHandler(() => false);
  of.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !loadable.has(URL.parse(url)?.protocol ?? '') }),
  );
  of.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${windowOrigin}/`)) event.preventDefault();
  });
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    void openLink(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openLink(url);
    return { action: 'deny' };
  });
}

/** Whether an address is the window's own page; compared as parsed, never by its beginning. */
export function isOurs(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === windowOrigin;
}
