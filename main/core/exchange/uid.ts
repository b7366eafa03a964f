/** The UID under which somebody leaves who has none from elsewhere (RFC 6350 section 6.7.6). */
export function ownUid(customerId: string): string {
  return `urn:uuid:${customerId}`;
}

/** A UID as it is compared: address books write the same UUID with and without its scheme. */
export function uidKey(uid: string): string {
  const bare = uid.trim().replace(/^urn:uuid:/i, '');
  return /^[\da-f-]{32,36}$/i.test(bare) ? bare.toLowerCase() : bare;
}
