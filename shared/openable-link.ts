const openable = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address as it may be handed to the person's own program (WHATWG URL, parsed and written
 * anew), or undefined: only the web, mail and the telephone, and no name or password inside.
 */
export function openableLink(address: string): string | undefined {
  const parsed = URL.parse(address);
  if (!parsed || !openable.has(parsed.protocol)) return undefined;
  return parsed.username || parsed.password ? undefined : parsed.href;
}
