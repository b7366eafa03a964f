/** A UUID as we write one (RFC 9562), and nothing beside it. */
const link = /^porchlight:\/\/person\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

/** The link that opens a person from a calendar, a note or another program on this machine. */
export function personLink(id: string): string {
  return `porchlight://person/${id}`;
}

/** Whom a link names; undefined for anything but exactly such a link. */
export function personOfLink(text: string): string | undefined {
  return link.exec(text)?.[1]?.toLowerCase();
}
