/** A place where people speak, and that hands nothing to a program on somebody's own machine. */
export interface NotNow {
  name: string;
  /** Why not, in a sentence. */
  why: string;
  /** What can be done instead. */
  way: string;
  /** The hosts of its addresses. */
  hosts: RegExp;
  /** What people call it when they type its name alone. */
  called: RegExp;
}

const byFile =
  'If you can save what stands there as a table (CSV), drop that file on this window: it is read like any other.';

/** What cannot be had for now, with the way round it. */
export const notNow: readonly NotNow[] = [
  {
    name: 'Google reviews of your business',
    why: 'Google lets a program ask for them only after an approval that it seldom gives, and forbids keeping what its maps show.',
    way: 'They are yours all the same: at takeout.google.com choose “Google Business Profile”, save the archive, and drop it on this window. Again whenever you like; nothing comes twice.',
    hosts:
      /^(business|maps)\.google\.[a-z.]+$|^maps\.app\.goo\.gl$|^g\.page$|^goo\.gl$|^search\.google\.[a-z.]+$/,
    called: /^google( my)?( maps| business( profile)?| places?)?( reviews?)?$/,
  },
  {
    name: 'Facebook, Instagram and Threads',
    why: 'Meta opens them only to companies that it has examined.',
    way: `Answer there as you do now. ${byFile}`,
    hosts: /(^|\.)(facebook|fb|instagram|threads)\.(com|net|me)$/,
    called: /^(facebook|instagram|threads|meta|insta|fb)( reviews?| page)?$/,
  },
  {
    name: 'X, once Twitter',
    why: 'X asks for money for every reading, more than a shop should spend on it.',
    way: 'People who speak there often speak on Bluesky or Mastodon as well: a search there costs nothing.',
    hosts: /(^|\.)(x|twitter)\.com$|^t\.co$/,
    called: /^(x|twitter)$/,
  },
  {
    name: 'Trustpilot',
    why: 'Trustpilot opens its reviews only to those who pay for them.',
    way: `${byFile} Trustpilot’s pages for businesses can save one.`,
    hosts: /(^|\.)trustpilot\.[a-z.]+$/,
    called: /^trustpilot( reviews?)?$/,
  },
  {
    name: 'Nextdoor',
    why: 'Nextdoor is closed to everybody but neighbours who are signed in.',
    way: `Look there yourself now and then, and log what you hear as a conversation. ${byFile}`,
    hosts: /(^|\.)nextdoor\.[a-z.]+$/,
    called: /^nextdoor$/,
  },
];

/** What cannot be had at the address or under the name that was typed, or null. */
export function notNowFor(typed: string): NotNow | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const address = /\s/.test(text) || !URL.canParse(whole) ? null : new URL(whole);
  const host = address?.hostname.replace(/^www\./, '') ?? '';
  const name = text.toLowerCase().replace(/\s+/g, ' ');
  // Maps lie on Google's usual host; the rest of that host is a page like any other.
  const isMap = /^google\.[a-z.]+$/.test(host) && /^\/maps(\/|$)/.test(address?.pathname ?? '');
  return (
    notNow.find(({ hosts, called }) => hosts.test(host) || called.test(name)) ??
    (isMap ? (notNow[0] ?? null) : null)
  );
}
