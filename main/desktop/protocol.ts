import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentPolicy, listWindowFiles } from '../starting/window-files.ts';

const scheme = 'porchlight-window';

/** Where the window's page lives: an origin of its own, not a file's and not the web's. */
export const windowOrigin = `${scheme}://porchlight`;

/** Announces the scheme; Electron wants this before it is ready. */
export function announceProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the window's built files under the scheme, and nothing else. */
export function setUpProtocol(folder: string): void {
  const files = listWindowFiles(folder);
  const policy = contentPolicy("'self'");
  protocol.handle(scheme, async (request) => {
    const address = URL.parse(request.url);
    const file = address?.host === 'porchlight' ? files(address.pathname) : undefined;
    if (!file || request.method !== 'GET') return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        'Content-Type': file.type,
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    });
  });
}
