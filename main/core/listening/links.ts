/** Parameters that only say where a reader came from. */
const tracking =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|mc_cid|mc_eid|igshid|igsh|yclid|_hsenc|_hsmi|mkt_tok|vero_id|oly_anon_id|oly_enc_id|ref_src|spm)$/i;

/**
 * Fragments that are part of the address: on pages that run in the browser, those that begin with
 * ! or /; and the place of one comment or post among many on its page.
 */
const tellingFragment =
  /^#([!/]|(comment|issuecomment|discussioncomment|reply|answer|message|msg|post|entry|c|p|r)[-_]?\d+(_\d+)?$)/i;

/** The absolute address of `link` seen from `base`, or the link as it stands when there is none. */
export function resolveLink(link: string, base: string | null): string {
  const tidy = link.trim().replace(/[\t\r\n]+/g, '');
  if (!base || /^[a-z][a-z\d+.-]*:/i.test(tidy)) return tidy;
  try {
    return new URL(tidy, base).href;
  } catch {
    return tidy;
  }
}

/** `inner` as a base, itself relative to `outer` (XML Base, section 4). */
export function resolveBase(inner: string | null | undefined, outer: string | null): string | null {
  if (!inner) return outer;
  const resolved = resolveLink(inner, outer);
  return URL.canParse(resolved) ? resolved : outer;
}

/** Whether a link may be opened at all: web and mail addresses. */
export function isOpenable(link: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(link.trim());
}

/**
 * The address under which the same page is always the same: without tracking parameters and
 * fragment, with Google's redirects taken apart. Null when it is no web address.
 */
export function canonicalLink(link: string | null): string | null {
  if (!link || !URL.canParse(link)) return null;
  const address = new URL(link);
  if (!/^https?:$/.test(address.protocol)) return null;
  const target = redirectTarget(address);
  if (target) return canonicalLink(target);
  for (const name of [...address.searchParams.keys()]) {
    if (tracking.test(name)) address.searchParams.delete(name);
  }
  // Medium says in each of its feeds from which one a reader came.
  if (/^rss-/.test(address.searchParams.get('source') ?? '')) address.searchParams.delete('source');
  if (!tellingFragment.test(address.hash)) address.hash = '';
  address.username = '';
  address.password = '';
  return address.href;
}

/** Where Google's redirect addresses lead (Alerts, News and search results). */
function redirectTarget(address: URL): string | null {
  if (!/(^|\.)google\.[a-z.]{2,6}$/.test(address.hostname)) return null;
  if (!/^\/(url|news\/url)$/.test(address.pathname)) return null;
  const target = address.searchParams.get('url') ?? address.searchParams.get('q');
  return target && /^https?:\/\//.test(target) ? target : null;
}
