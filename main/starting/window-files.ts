import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file of the window, and how it is to be served. */
export interface WindowFile {
  path: string;
  type: string;
  /** Whether its name changes with its content, so that it may be kept for good. */
  lasting: boolean;
}

/** Finds the file for a path such as `/assets/start-x1.js`; undefined when there is none. */
export type WindowFiles = (pathname: string) => WindowFile | undefined;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The addresses of screens (renderer/app/screens.ts), which all are the one page: a section, and
 * perhaps one thing in it, of a person also their talks. Any other path is not found.
 */
const screen =
  /^\/(?:(?:today|street|people|said|listening(?:\/answer)?|follow-ups|lessons|reflection|settings|welcome)(?:\/[0-9a-z-]{1,64}(?:(?<=^\/people\/[0-9a-z-]+)\/talks)?)?)?$/;

/**
 * The window's built files, listed once. Only what is on the list is ever served, so that no
 * path can lead out of the folder.
 */
export function listWindowFiles(folder: string): WindowFiles {
  const files = new Map<string, WindowFile>();
  const list = (inside: string, pathname: string) => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name);
      const type = types[extname(entry.name)];
      if (entry.isDirectory()) list(path, `${pathname}${entry.name}/`);
      else if (type) files.set(pathname + entry.name, { path, type, lasting: pathname !== '/' });
    }
  };
  list(folder, '/');
  return (pathname) => files.get(screen.test(pathname) ? '/index.html' : pathname);
}

/**
 * What the window's page may do (Content Security Policy Level 3): its own files and its own
 * connection, nothing remote, no inline script, in no frame. The style sheets of Mantine are
 * written into the page while it runs, so inline styles are allowed.
 */
export function contentPolicy(connections: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
