/** What items call what RSS and RDF have another name for. */
const inRss: Record<string, string> = {
  published: 'dcterms:issued',
  issued: 'dcterms:issued',
  created: 'dcterms:created',
  date: 'dc:date',
  publicationdate: 'dc:date',
  updated: 'dcterms:modified',
  modified: 'dcterms:modified',
  lastbuilddate: 'dcterms:modified',
  creator: 'dc:creator',
  summary: 'dc:description',
  content: 'content:encoded',
  id: 'dc:identifier',
};
/** What entries call what Atom has another name for. */
const inAtom: Record<string, string> = {
  pubdate: 'published',
  lastbuilddate: 'updated',
  description: 'summary',
  guid: 'id',
};

/** CDATA and comments are left alone; of the tags, the name after an optional `prism:`. */
const tags =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(\/?)(?:prism:)?([a-z]+)(?=[\s/>])([^<>]*)>/gi;
const wantedInRss =
  /<(?:prism:publicationdate|published|issued|created|date|updated|modified|lastbuilddate|creator|summary|content|id|entry|link(?:\s[^<>]*)?\/|link\s*>\s*<\/link|link\s[^<>]*href)(?=[\s/>=])/i;
const wantedInAtom = /<(?:pubdate|lastbuilddate|description|guid|link\s*>)/i;

/**
 * The document with the names that its kind of feed knows: dates, ids and summaries that are called
 * as another kind calls them, links written as the other writes them.
 */
export function withKnownNames(text: string, isAtom: boolean): string {
  return isAtom ? asAtom(text) : asRss(text);
}

function asRss(text: string): string {
  if (!wantedInRss.test(text)) return text;
  const lacksItems = !/<item[\s>]/i.test(text);
  return text
    .replace(tags, (whole, slash?: string, name?: string, rest = '') => {
      if (slash === undefined || name === undefined) return whole;
      const lower = name.toLowerCase();
      if (lower === 'link') return slash ? whole : linkInRss(whole, rest);
      if (lower === 'entry' && lacksItems) return `<${slash}item${rest}>`;
      const known = Object.hasOwn(inRss, lower) ? inRss[lower] : undefined;
      // What has its words in an attribute is something else under the same name.
      return known && !/\b(?:url|src)\s*=/i.test(rest) ? `<${slash}${known}${rest}>` : whole;
    })
    .replace(/<link>\s*<\/link>/gi, '');
}

/** `<link href="…"/>` is Atom's way; one to something else than the page is none of the item's. */
function linkInRss(whole: string, rest: string): string {
  const address = attribute(rest, 'href');
  if (!/\/\s*$/.test(rest)) return whole;
  const rel = attribute(rest, 'rel') ?? 'alternate';
  return address && rel.toLowerCase() === 'alternate' ? `<link>${address}</link>` : '';
}

function asAtom(text: string): string {
  if (!wantedInAtom.test(text)) return text;
  const named = text.replace(tags, (whole, slash?: string, name?: string, rest = '') => {
    const known =
      name && Object.hasOwn(inAtom, name.toLowerCase()) ? inAtom[name.toLowerCase()] : '';
    return known ? `<${slash}${known}${rest}>` : whole;
  });
  return named.replace(
    /<link\s*>\s*(?:<!\[CDATA\[)?\s*(https?:[^<>"\]]*?)\s*(?:\]\]>)?\s*<\/link\s*>/gi,
    '<link href="$1"/>',
  );
}

/** An attribute as it stands in a tag, its references left as they are. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag);
  return found?.[1] ?? found?.[2];
}
