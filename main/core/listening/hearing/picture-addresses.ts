/** The addresses of the pictures in stored HTML, in their order, each once (clean-html.ts). */
export function pictureAddresses(html: string): string[] {
  const found = [...html.matchAll(/<img [^>]*?data-remote-src="([^"]+)"/g)];
  const addresses = found.map(([, address = '']) => address.replaceAll('&amp;', '&'));
  return [...new Set(addresses)].filter(
    (address) => URL.canParse(address) && /^https?:/i.test(address),
  );
}

/** The hosts whose pictures the HTML would show. */
export function pictureHosts(html: string): string[] {
  return [...new Set(pictureAddresses(html).map((address) => new URL(address).host))];
}
