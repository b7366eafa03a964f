import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import type { Property } from './vcard-properties.ts';

type Contact = NonNullable<CustomerFormInput['contacts']>[number];

/** Properties that hold a handle, with the network where their name says it. */
const handles: Record<string, string> = {
  IMPP: '',
  SOCIALPROFILE: '',
  'X-SOCIALPROFILE': '',
  'X-PORCHLIGHT-HANDLE': '',
  'X-TWITTER': 'x',
  'X-SKYPE': 'skype',
  'X-SKYPE-USERNAME': 'skype',
  'X-JABBER': 'xmpp',
  'X-AIM': 'aim',
  'X-ICQ': 'icq',
  'X-GTALK': 'gtalk',
  'X-GOOGLE-TALK': 'gtalk',
};

/** Whether a property should hold a way to reach somebody. */
export function isContact({ name }: Property): boolean {
  return /^(TEL|EMAIL|URL|ADR)$/.test(name) || name in handles;
}

/** The way to reach somebody that a property is; undefined when it is none. */
export function contactOf(property: Property, label: string): Contact | undefined {
  const value = property.values.join(' ').trim();
  if (value === '') return undefined;
  const said = property.parameters['x-porchlight-label'] ?? label;
  switch (property.name) {
    case 'TEL':
      return { kind: 'phone', label: said, value: number(value) };
    case 'EMAIL':
      return { kind: 'email', label: said, value: value.replace(/^mailto:/i, '') };
    case 'URL':
      return { kind: 'website', label: said, value };
    case 'ADR': {
      const address = property.values.filter(Boolean).join(', ');
      return { kind: 'address', label: said, value: address };
    }
    default:
      return property.name in handles ? handleOf(property, value, said) : undefined;
  }
}

/** A number out of a `tel:` address (RFC 3966), its extension written as people do. */
function number(value: string): string {
  return /^tel:/i.test(value)
    ? (value.slice(4).replace(/;ext=/i, ' ext. ').split(';')[0] ?? '')
    : value;
}

/** A handle, with its network from the property's parameters, its name, or its address's scheme. */
function handleOf(property: Property, value: string, label: string): Contact {
  const { parameters, types, name } = property;
  const scheme = /^(?!https?:)([a-z][\w+.-]*):(?!\/\/)(.+)$/i.exec(value);
  const ownScheme = scheme && scheme[1] !== 'did' && scheme[1] !== 'at' ? scheme : undefined;
  const network =
    parameters['x-porchlight-network'] ??
    parameters['x-service-type'] ??
    parameters['service-type'] ??
    (handles[name] || (name === 'X-SOCIALPROFILE' ? types.find((type) => type !== 'pref') : '')) ??
    '';
  const exact = parameters['x-porchlight-network'] !== undefined;
  return {
    kind: 'handle',
    label,
    network: network || ownScheme?.[1]?.replace(/^x-apple$/, '') || '',
    value: exact ? value : (parameters['x-user'] ?? ownScheme?.[2] ?? value),
  };
}
