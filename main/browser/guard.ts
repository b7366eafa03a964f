import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away: RFC 9110, 15.5.2 and following. */
export type Turned = 401 | 403 | 421;

/**
 * Who may come in. The address that the shell prints carries a key that works once; it is
 * exchanged for a cookie that is worth nothing after this run. Other users and programs on the
 * machine, and pages of other sites in the person's own browser, have neither.
 */
export interface Guard {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** A fresh address that lets one browser in. */
  newAddress(): string;
  /** Takes a key; true for one that was handed out and not used yet. */
  takeKey(key: string): boolean;
  /** The header that keeps a browser in for this run. */
  cookieHeader: string;
  /**
   * What the page shows beside the cookie before anything of the house is told. Cookies know no
   * ports: a browser sends ours to whatever else answers at 127.0.0.1, also another user's server;
   * the pass is kept in the page's own storage, which belongs to this port alone.
   */
  pass: string;
  /** Whether an upgrade shows the pass. */
  showsPass(request: IncomingMessage): boolean;
  /** Undefined when the request comes from our own page in the person's browser. */
  turnAway(request: IncomingMessage): Turned | undefined;
  /** The same before the cookie counts: only the name it was asked under, and who asks. */
  turnAwayStranger(request: IncomingMessage): Turned | undefined;
}

/** Keys handed out and not used yet; the oldest is forgotten beyond that. */
const mostKeys = 16;

export function createGuard(port: number): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const session = newSecret();
  const pass = newSecret();
  // The name keeps two houses in one browser apart.
  const cookieName = `porchlight-${port}`;
  const keys = new Set<string>();

  // A name that was made to point here (DNS rebinding) shows in Host, another site in Origin.
  const turnAwayStranger: Guard['turnAwayStranger'] = ({ headers }) => {
    if (headers.host !== host) return 421;
    if (headers.origin !== undefined && headers.origin !== origin) return 403;
    return undefined;
  };

  return {
    origin,
    newAddress() {
      const key = newSecret();
      keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= mostKeys) break;
        keys.delete(oldest);
      }
      return `${origin}/?key=${key}`;
    },
    takeKey(key) {
      for (const known of keys) {
        if (sameText(known, key)) return keys.delete(known);
      }
      return false;
    },
    cookieHeader: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
    pass,
    // A browser's socket can show nothing else of its own than the protocols it offers.
    showsPass({ headers }) {
      const offered = headers['sec-websocket-protocol']?.split(',') ?? [];
      return offered.some((protocol) => sameText(protocol.trim(), pass));
    },
    turnAwayStranger,
    turnAway(request) {
      const stranger = turnAwayStranger(request);
      if (stranger) return stranger;
      const shown = cookiesOf(request.headers.cookie).get(cookieName);
      return shown !== undefined && sameText(shown, session) ? undefined : 401;
    },
  };
}

/** 256 bits that nobody guesses, in letters that an address and a header may hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares without telling by its time how much was right. */
export function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** The cookies of a request (RFC 6265, 4.2.1), the first of each name. */
function cookiesOf(header = ''): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.split('=');
    if (!cookies.has(name.trim())) cookies.set(name.trim(), value.join('=').trim());
  }
  return cookies;
}
