import type { Found } from './found.ts';
import { uidKey } from './uid.ts';
import type { Property } from './vcard-properties.ts';

/** A group of an address book: what it is called, and the UIDs of who is in it. */
export interface CardGroup {
  tag: string;
  members: string[];
}

/** The group that a card is (RFC 6350 section 6.1.4, and as Apple writes it); else undefined. */
export function groupOn(properties: readonly Property[]): CardGroup | undefined {
  const values = (...names: string[]) =>
    properties.flatMap(({ name, values: [value] }) =>
      names.includes(name) && value ? [value] : [],
    );
  const [kind] = values('KIND', 'X-ADDRESSBOOKSERVER-KIND');
  if (kind?.toLowerCase() !== 'group') return undefined;
  const [called] = values('FN', 'N', 'UID');
  return {
    tag: (called ?? '').slice(0, 60).trim(),
    members: values('MEMBER', 'X-ADDRESSBOOKSERVER-MEMBER').map(uidKey),
  };
}

/** Whoever is in a group gets its name as a tag. */
export function tagMembers(people: readonly Found[], groups: readonly CardGroup[]): void {
  for (const { tag, members } of groups) {
    const wanted = new Set(members);
    for (const { form, card, problem } of people) {
      const isIn = problem === null && card.uids.some((uid) => wanted.has(uidKey(uid)));
      if (isIn && tag && !form.tags.includes(tag) && form.tags.length < 60) form.tags.push(tag);
    }
  }
}
