import { Parser } from 'htmlparser2';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all } from '../database/connection.ts';
import { escapeText } from './entities.ts';
import { insertSource, keptUnder, type NewSource } from './keep-sources.ts';
import { withinDepth } from './mend.ts';
import { kindNamed } from './sources/kinds.ts';

/** Sources that one file may bring. */
const mostSources = 10_000;

/** A source as an OPML file names it. */
export interface Outline {
  type: string;
  address: string;
  name: string;
  home: string;
  /** The folders around it, outermost first, set apart by `/`. */
  folder: string;
}

/** The sources in an OPML text (OPML 2.0, subscription lists), whatever its flaws. */
export function readOpml(content: string): Outline[] {
  const outlines: Outline[] = [];
  const folders: string[] = [];
  let isOpml = false;
  const reader = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'opml' || name === 'body') isOpml = true;
        if (name !== 'outline' || folders.length > 50) return;
        const outline = toOutline(attributes, folders);
        folders.push(outline.address ? '' : outline.name.replaceAll('/', '∕'));
        if (outline.address) outlines.push(outline);
      },
      onclosetag(name) {
        if (name === 'outline') folders.pop();
      },
    },
    {
      xmlMode: false,
      decodeEntities: true,
      lowerCaseAttributeNames: true,
      recognizeSelfClosing: true,
    },
  );
  reader.end(withinDepth(content));
  if (!isOpml) {
    throw new Refusal('unreadable', 'This file is no list of sources (OPML).', 'content');
  }
  return outlines.slice(0, mostSources);
}

function toOutline(attributes: Record<string, string>, folders: readonly string[]): Outline {
  const address = (attributes.xmlurl ?? '').trim();
  const name = (attributes.title || attributes.text || '').replace(/\s+/g, ' ').trim();
  return {
    type: (attributes.type ?? '').trim().toLowerCase(),
    address,
    name: name.slice(0, 200),
    home: (attributes.htmlurl ?? '').trim(),
    folder: folders.filter(Boolean).join('/').slice(0, 200),
  };
}

/** An OPML 2.0 text of these sources, grouped by their folders. */
export function writeOpml(title: string, outlines: readonly Outline[]): string {
  const folders = new Map<string, Outline[]>();
  for (const outline of outlines) {
    folders.set(outline.folder, [...(folders.get(outline.folder) ?? []), outline]);
  }
  const lines = [...folders].flatMap(([folder, inside]) => {
    const path = folder.split('/').filter(Boolean);
    return [
      ...path.map((name) => `<outline text="${escapeAttribute(name)}">`),
      ...inside.map(writeOutline),
      ...path.map(() => '</outline>'),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${escapeAttribute(title)}</title></head>
<body>
${lines.join('\n')}
</body>
</opml>
`;
}

function writeOutline(outline: Outline): string {
  const attributes = {
    type: outline.type,
    text: outline.name,
    title: outline.name,
    xmlUrl: outline.address,
    htmlUrl: outline.home,
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return `<outline ${written.join(' ')}/>`;
}

function escapeAttribute(value: string): string {
  return escapeText(value.toWellFormed().replace(/\p{Cc}/gu, ' '));
}

/** Keeps every source of an OPML text that is not kept yet, as one step. */
export function importOpml(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  content: string,
) {
  const counts = { added: 0, already: 0, refused: 0 };
  const wanted = new Map<string, NewSource>();
  for (const outline of readOpml(content)) {
    const kind = kindNamed(outline.type) ?? kindNamed('feed');
    const address = kind?.recognise(outline.address);
    if (!kind || !address || address.startsWith('sample:')) counts.refused++;
    else if (wanted.has(address) || keptUnder(house.connection, kind.kind, address))
      counts.already++;
    else {
      const name = outline.name || new URL(address).host;
      wanted.set(address, { ...outline, name, kind: kind.kind, address });
    }
  }
  if (wanted.size === 0) return { step: null, ...counts };
  const label =
    wanted.size === 1 ? 'Added a source from a list' : `Added ${wanted.size} sources from a list`;
  const { step } = house.journal.step(label, (write) => {
    for (const { kind, address, name, home, folder } of wanted.values()) {
      insertSource(house, write, { kind, address, name, home, folder });
      counts.added++;
    }
  });
  return { step, ...counts };
}

/** All sources as an OPML file. */
export function exportOpml({ connection, clock }: Pick<House, 'connection' | 'clock'>) {
  const rows = all<Omit<Outline, 'type'> & { kind: string }>(
    connection,
    `SELECT kind, address, name, home, folder FROM source
     WHERE removed_at IS NULL AND address NOT LIKE 'sample:%' AND kind <> 'file'
     ORDER BY folder, name, id`,
  );
  const outlines = rows.map(({ kind, ...row }) => ({
    ...row,
    type: kind === 'feed' ? 'rss' : kind,
  }));
  return {
    fileName: `porchlight-sources-${clock.today()}.opml`,
    content: writeOpml('What Porchlight listens to', outlines),
  };
}
