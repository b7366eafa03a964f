import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import type { Link } from './found.ts';
import type { Property } from './vcard-properties.ts';

type Relation = NonNullable<CustomerFormInput['relations']>[number];

/** Properties that name somebody around the person (RFC 6350 section 6.6.6; Apple's; Evolution's; Outlook's). */
export const relationNames = [
  'RELATED',
  'X-ABRELATEDNAMES',
  'X-SPOUSE',
  'X-MANAGER',
  'X-ASSISTANT',
  'X-MS-SPOUSE',
  'X-MS-CHILD',
  'X-MS-MANAGER',
  'X-MS-ASSISTANT',
  'X-PORCHLIGHT-SENT-BY',
] as const;

/**
 * Whom a property names: by name, by the UID of another card, or both. By UID alone nobody is
 * named until that card is met; as long as it is not, the line is kept.
 */
export function relatedTo(
  property: Property,
  label: string,
): { relation?: Relation; link?: Omit<Link, 'at'> } {
  const { name, parameters, values } = property;
  const value = values[0] ?? '';
  if (value === '') return {};
  if (name === 'X-PORCHLIGHT-SENT-BY') return { link: { uid: value, as: 'sender', relation: '' } };
  const relation = relationOf(property, label);
  const uid = parameters['x-porchlight-uid'];
  const link = (to: string) => ({ uid: to, as: 'relation' as const, relation });
  if (/^(urn|https?|mailto|tel):/i.test(value)) {
    return /^urn:/i.test(value) ? { link: link(value) } : {};
  }
  const note = parameters['x-porchlight-note'] ?? '';
  return {
    relation: { name: value.slice(0, 200), relation: relation.slice(0, 60), note },
    ...(uid && { link: link(uid) }),
  };
}

function relationOf({ name, parameters, types }: Property, label: string): string {
  const own = parameters['x-porchlight-relation'];
  if (own !== undefined) return own;
  const said = /^X-(?:MS-)?(SPOUSE|CHILD|MANAGER|ASSISTANT)$/.exec(name)?.[1];
  if (said) return said.toLowerCase();
  return label || types.find((type) => type !== 'contact' && type !== 'pref') || '';
}
