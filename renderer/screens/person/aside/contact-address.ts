import type { Contact, ContactKind } from '../../../../shared/contract/contract.ts';

/** The kinds of contact, in the words of the choice. */
export const kindNames: Record<ContactKind, string> = {
  phone: 'Phone',
  email: 'Email',
  handle: 'Name on a network',
  website: 'Website',
  address: 'Postal address',
};

const profiles: Record<string, (name: string) => string> = {
  bluesky: (name) => `https://bsky.app/profile/${name}`,
  instagram: (name) => `https://www.instagram.com/${name}`,
  facebook: (name) => `https://www.facebook.com/${name}`,
  linkedin: (name) => `https://www.linkedin.com/in/${name}`,
  youtube: (name) => `https://www.youtube.com/@${name}`,
  reddit: (name) => `https://www.reddit.com/user/${name}`,
  github: (name) => `https://github.com/${name}`,
  x: (name) => `https://x.com/${name}`,
};

/**
 * The address that opens a contact in the person's own program: `tel:` (RFC 3966), `mailto:`
 * (RFC 6068), or the page of a website or profile. Undefined when there is none to open.
 */
export function addressOf({ kind, value, network }: Pick<Contact, 'kind' | 'value' | 'network'>) {
  const typed = value.trim();
  switch (kind) {
    case 'phone': {
      const dialled = typed.replace(/(?!^\+)[^\d*#]/g, '');
      return dialled ? `tel:${dialled}` : undefined;
    }
    case 'email':
      return typed.includes('@') ? `mailto:${encodeURI(typed)}` : undefined;
    case 'website':
      return pageOf(typed);
    case 'handle':
      return profileOf(network.trim().toLowerCase(), typed);
    default:
      return undefined;
  }
}

function pageOf(typed: string): string | undefined {
  const address = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function profileOf(network: string, typed: string): string | undefined {
  if (/^https?:\/\//i.test(typed)) return pageOf(typed);
  const name = typed.replace(/^@|^u\//, '');
  // A name with a host is of the fediverse: rosa@example.social.
  const [user, host, ...rest] = name.split('@');
  if (user && host && rest.length === 0) return pageOf(`https://${host}/@${user}`);
  if (name === '' || /[\s/?#]/.test(name)) return undefined;
  return profiles[network]?.(encodeURIComponent(name));
}
