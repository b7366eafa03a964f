import { vi } from 'vitest';
import type { HouseEvent, Source } from '../../../shared/contract/contract.ts';
import type { OpenedHouse } from '../../support/open-house.ts';
import type { FarEnd } from './far-end.ts';

// Each house starts two threads, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

type Told = Extract<HouseEvent, { type: 'gathering' }>;

/** Gathers and waits for the last word; gives every word that was told. */
export async function gather(
  { house, client }: OpenedHouse,
  wanted: { ids?: string[]; all?: boolean } = { all: true },
  whenTold: (told: Told) => void = () => undefined,
): Promise<{ last: Told; told: Told[] }> {
  const stop = new AbortController();
  const listening = house.bell.listen(stop.signal);
  const told: Told[] = [];
  const ended = (async () => {
    for await (const event of listening) {
      if (event.type !== 'gathering') continue;
      told.push(event);
      whenTold(event);
      if (event.state !== 'started' && event.state !== 'progress') return event;
    }
    throw new Error('The house was closed.');
  })();
  const { started } = await client.sources.gather(wanted);
  if (!started) throw new Error('There was nothing to gather.');
  const last = await ended;
  stop.abort();
  return { last, told };
}

/** An item of an RSS feed. */
export interface Item {
  guid?: string;
  title?: string;
  link?: string;
  text?: string;
  date?: string;
  author?: string;
}

/** An RSS feed of these items. */
export function rss(items: Item[], more = ''): string {
  const written = items.map(
    (item) =>
      `<item>${tag('title', item.title)}${tag('link', item.link)}${
        item.guid === undefined ? '' : `<guid isPermaLink="false">${item.guid}</guid>`
      }${tag('description', item.text)}${tag('pubDate', item.date)}${tag('dc:creator', item.author)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Town news</title>${more}${written.join('')}</channel></rss>`;
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`;
}

/** A house that listens to the feed at a path of the far end. */
export async function listenTo(
  { client }: OpenedHouse,
  far: Pick<FarEnd, 'origin'>,
  path = '/feed',
): Promise<string> {
  const { id } = await client.sources.add({ address: far.origin + path, kind: 'feed' });
  return id;
}

/** The titles of all mentions, sorted. */
export async function titles({ client }: OpenedHouse): Promise<string[]> {
  return (await client.mentions.list({})).rows.map((row) => row.title).sort();
}

/** The first source. */
export async function source({ client }: OpenedHouse): Promise<Source> {
  const [first] = await client.sources.list();
  if (!first) throw new Error('no source');
  return first;
}
