/** Networks that go by several names, or are known by the host of a profile's page. */
const sameNetwork: Record<string, string> = {
  twitter: 'x',
  fediverse: 'mastodon',
  activitypub: 'mastodon',
  bsky: 'bluesky',
  atproto: 'bluesky',
  website: 'web',
  ig: 'instagram',
  fb: 'facebook',
  yt: 'youtube',
};

const networkOfHost: Record<string, string> = {
  'bsky.app': 'bluesky',
  'reddit.com': 'reddit',
  'youtube.com': 'youtube',
  'x.com': 'x',
  'twitter.com': 'x',
  'instagram.com': 'instagram',
  'facebook.com': 'facebook',
  'tiktok.com': 'tiktok',
  'linkedin.com': 'linkedin',
  'threads.net': 'threads',
  'github.com': 'github',
};

/** Path segments of profile pages that come before the name itself. */
const beforeName = new Set(['user', 'users', 'u', 'profile', 'channel', 'c', 'in', 'company']);

/** Parameters that only say where a reader came from. */
const tracking = /^(utm_\w+|fbclid|gclid|igsh|igshid|mc_cid|mc_eid|ref_src|si)$/i;

/** The network's one name: lower case, its other names resolved; empty when not said. */
export function networkName(network: string): string {
  const name = network.trim().toLowerCase();
  return sameNetwork[name] ?? name;
}

/**
 * The one form under which a handle is compared: `network:handle`, such as
 * `mastodon:rosa@example.social`, `bluesky:rosa.example.org`, `bluesky:did:plc:…`, `reddit:rosa`,
 * `youtube:rosa`, `web:https://example.org/rosa`. Takes what people type: with or without `@` or
 * `u/`, an `acct:` or `at://` address, the address of the profile's page. The network is guessed
 * when it is not said; `handle:` stands where it cannot be. Empty when there is no handle.
 */
export function handleKey(network: string, handle: string): string {
  const typed = handle.normalize('NFC').trim();
  if (typed === '') return '';
  const page = profilePage(typed);
  const name = networkName(network) || guessNetwork(typed, page);
  if (name === 'web') return `web:${canonicalPage(typed)}`;
  const bare = bareHandle(page ? nameInPage(name, page) : typed);
  return bare === '' ? '' : `${name || 'handle'}:${inNetwork(name, bare)}`;
}

/** The page's address when the handle is one: with `http(s)://`, or a known network's host. */
function profilePage(typed: string): URL | undefined {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const page = URL.canParse(address) ? new URL(address) : undefined;
  if (!page || page.pathname === '/') return undefined;
  return address === typed || hostNetwork(page) ? page : undefined;
}

function hostNetwork(page: URL): string | undefined {
  const host = page.hostname.replace(/^(www|old|m|mobile)\./, '');
  return networkOfHost[host] ?? (host.endsWith('.linkedin.com') ? 'linkedin' : undefined);
}

function guessNetwork(typed: string, page: URL | undefined): string {
  if (page) {
    const known = hostNetwork(page);
    if (known) return known;
    return /^\/(@|users\/)[^/]+\/?$/.test(page.pathname) ? 'mastodon' : 'web';
  }
  if (/^https?:\/\//i.test(typed)) return 'web';
  const bare = bareHandle(typed);
  if (/^did:(plc|web):/.test(bare) || bare.endsWith('.bsky.social')) return 'bluesky';
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(bare)) return 'mastodon';
  return /^\/?u\//i.test(typed) ? 'reddit' : '';
}

/** The handle within a profile page's address. */
function nameInPage(network: string, page: URL): string {
  const parts = page.pathname.split('/').filter(Boolean).map(decoded);
  const [first = '', second = ''] = parts;
  const name = beforeName.has(first.toLowerCase()) && second ? second : first;
  if (network !== 'mastodon') return name;
  const bare = bareHandle(name);
  // A server's page of somebody elsewhere already says where they are at home.
  return bare.includes('@') ? bare : `${bare}@${page.host}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function bareHandle(typed: string): string {
  return typed
    .trim()
    .replace(/^(acct:|at:\/\/)/i, '')
    .replace(/^\/?u\//i, '')
    .replace(/^@+/, '')
    .replace(/\/+$/, '');
}

function inNetwork(network: string, bare: string): string {
  // The identity of a YouTube channel is the one handle in which capitals count.
  if (network === 'youtube' && /^UC[\w-]{22}$/.test(bare)) return bare;
  const lower = bare.toLowerCase();
  const short = network === 'bluesky' && !lower.includes('.') && !lower.startsWith('did:');
  return short ? `${lower}.bsky.social` : lower;
}

/**
 * The one address of a page: `https`, the host in lower case without `www.`, no user, no
 * fragment, no tracking parameters, no slash at the end. Anything else comes back trimmed and in
 * lower case.
 */
export function canonicalPage(address: string): string {
  const typed = address.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  const page = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!page || !/^https?:$/.test(page.protocol)) return typed.toLowerCase();
  for (const name of [...page.searchParams.keys()]) {
    if (tracking.test(name)) page.searchParams.delete(name);
  }
  const path = page.pathname.replace(/\/+$/, '');
  return `https://${page.host.replace(/^www\./, '')}${path}${page.search}`;
}
