/** The sources of the great trial: their kinds, their faults, and what each of them has to say. */

export const faults = [
  '429 with Retry-After',
  '429 without Retry-After',
  '403',
  '304 for ever',
  '301',
  '410',
  '500 that heals',
  'a hang',
  'a gzip bomb',
  'a body of 50 MB',
  'a wrong charset',
  'cut off in the middle',
  'a changed guid',
  'one guid for all',
  'a wall for robots',
  'redirects without end',
  'nonsense',
  'odd dates',
] as const;
export type Fault = (typeof faults)[number];

/** How many of each kind there are among 500, roughly. */
const shares = {
  rss: 110,
  atom: 50,
  rdf: 10,
  json: 20,
  page: 35,
  reviews: 14,
  'mastodon account': 26,
  'mastodon tag': 16,
  bluesky: 18,
  'bluesky-thread': 8,
  reddit: 4,
  'app-store': 12,
  'hacker-news': 12,
  'google-news': 12,
  'google-alerts': 8,
  'stack-exchange': 10,
  lemmy: 12,
  discourse: 12,
  'wordpress-comments': 14,
  medium: 8,
  tumblr: 8,
  substack: 8,
  youtube: 12,
};
export type TrialKind = keyof typeof shares;

export interface TrialSource {
  index: number;
  kind: TrialKind;
  fault: Fault | null;
  /** The kind under which Porchlight keeps it. */
  keptAs: string;
  address: string;
  /** The origins that are asked for it. */
  origins: string[];
}

/** So many sources, with three of each fault among 500. */
export function planTown(count: number, withFaults = true): TrialSource[] {
  const each = Math.max(1, Math.round(count / 170));
  const troubled = faults.flatMap((fault) => Array.from({ length: each }, () => fault));
  const healthy = count - troubled.length;
  const whole = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const kinds = (Object.keys(shares) as TrialKind[]).flatMap((kind) =>
    Array.from({ length: Math.max(1, Math.round((shares[kind] / whole) * healthy)) }, () => kind),
  );
  while (kinds.length < healthy) kinds.push('rss');
  const wanted: { kind: TrialKind; fault: Fault | null }[] = [
    ...kinds.slice(0, healthy).map((kind) => ({ kind, fault: null })),
    ...troubled.map((fault) => ({ kind: 'rss' as const, fault })),
  ];
  // Shuffled, always in the same way, so that faults stand among the others.
  let seed = 7;
  for (let last = wanted.length - 1; last > 0; last--) {
    seed = (seed * 48271) % 2147483647;
    const other = seed % (last + 1);
    const [one, two] = [wanted[last], wanted[other]];
    if (one && two) [wanted[last], wanted[other]] = [two, one];
  }
  return wanted
    .map(({ kind, fault }, index) => ({ index, kind, fault, ...placeOf(kind, fault, index) }))
    .filter((source) => withFaults || source.fault === null);
}

/** A channel's identity on the imitated YouTube. */
export function channelOf(index: number): string {
  return `UC${String(index).padStart(22, '0')}`;
}

function placeOf(
  kind: TrialKind,
  fault: Fault | null,
  index: number,
): Pick<TrialSource, 'keptAs' | 'address' | 'origins'> {
  const own = (host: string, path: string, keptAs: string) => {
    const origin = `https://${host}`;
    return { keptAs, address: origin + path, origins: [origin] };
  };
  const name = `u${index}`;
  if (fault) {
    const odd = own(`odd${index}.example`, `/feed/${index}`, 'feed');
    return fault === '301'
      ? { ...odd, origins: [...odd.origins, `https://new${index}.example`] }
      : odd;
  }
  switch (kind) {
    case 'page':
      return own(`page${index}.example`, '/', 'page');
    case 'reviews':
      return own(`reviews${index}.example`, '/', 'page');
    case 'mastodon account':
      return own(`town${index % 6}.example`, `/@${name}`, 'mastodon');
    case 'mastodon tag':
      return own(`town${index % 6}.example`, `/tags/${name}`, 'mastodon');
    case 'bluesky':
      return api(`https://bsky.app/profile/${name}.example`, 'public.api.bsky.app', kind);
    case 'bluesky-thread':
      return api(`https://bsky.app/profile/${name}.example/post/k0`, 'public.api.bsky.app', kind);
    case 'reddit':
      return own('www.reddit.com', `/r/${name}x`, kind);
    case 'app-store':
      return api(`https://apps.apple.com/gb/app/id${index}`, 'itunes.apple.com', kind);
    case 'hacker-news':
      return own('hn.algolia.com', `/api/v1/search_by_date?query=${name}`, kind);
    case 'google-news':
      return own('news.google.com', `/rss/search?q=${name}`, kind);
    case 'google-alerts':
      return own('www.google.com', `/alerts/feeds/${index}/1`, kind);
    case 'stack-exchange':
      return api(
        `https://cooking.stackexchange.com/search?q=${name}`,
        'api.stackexchange.com',
        kind,
      );
    case 'lemmy':
      return own(`lemmy${index}.example`, `/c/${name}`, kind);
    case 'discourse':
      return own(`forum${index}.example`, '/posts.rss', kind);
    case 'wordpress-comments':
      return own(`blog${index}.example`, '/comments/feed/', kind);
    case 'medium':
      return own('medium.com', `/@${name}`, kind);
    case 'tumblr':
      return own(`${name}.tumblr.com`, '', kind);
    case 'substack':
      return own(`${name}.substack.com`, '', kind);
    case 'youtube':
      return own('www.youtube.com', index % 2 ? `/@${name}` : `/channel/${channelOf(index)}`, kind);
    default:
      // Two feeds on one host now and then.
      return own(`shop${Math.floor(index / 2)}.example`, `/feed/${index}`, 'feed');
  }
}

function api(address: string, host: string, keptAs: string) {
  return { keptAs, address, origins: [`https://${host}`] };
}

/** The numbers of what a source has said by that day, the newest first. */
export function saidBy(source: TrialSource, day: number): number[] {
  if (day === 0) return [];
  const count = 3 + (source.index % 5) + (day - 1) * 9;
  return Array.from({ length: count }, (_, index) => count - 1 - index);
}

/** The words that tell one item of one source from every other. */
export function markOf(source: TrialSource, number: number): string {
  return `Süße ${source.index}-${number}.`;
}

/** The mark in a title or text, or null. */
export function markIn(text: string): string | null {
  return /Süße \d+-\d+\./.exec(text)?.[0] ?? null;
}
