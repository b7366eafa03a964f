import { onTestFinished } from 'vitest';
import type { CoreOptions } from '../../../../main/core/core.ts';
import type { MentionRow } from '../../../../shared/contract/contract.ts';
import { type OpenedHouse, openHouse } from '../../../support/open-house.ts';
import { type FarEnd, startFarEnd } from '../far-end.ts';
import { gather } from '../gathering.ts';

/** What somebody said, as a feed has it. */
export interface Said {
  title?: string;
  text?: string;
  /** HTML instead of the text. */
  html?: string;
  author?: string;
  uri?: string;
  link?: string;
  /** RFC 3339; the morning of 1 March 2026 when absent. */
  at?: string;
  /** Stars of five. */
  stars?: number;
  guid?: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An Atom feed of these, with the ratings that review feeds give. */
function feedOf(said: Said[]): string {
  const entries = said.map((one, index) => {
    const at = one.at ?? `2026-03-01T09:00:${10 + index}Z`;
    return [
      `<entry><id>${escaped(one.guid ?? `tag:${one.title ?? ''}${one.text ?? ''}${one.author ?? ''}${at}`)}</id>`,
      `<title>${escaped(one.title ?? '')}</title><updated>${at}</updated><published>${at}</published>`,
      one.link ? `<link href="${escaped(one.link)}"/>` : '',
      one.author || one.uri
        ? `<author><name>${escaped(one.author ?? '')}</name><uri>${one.uri ?? ''}</uri></author>`
        : '',
      one.stars ? `<im:rating>${one.stars}</im:rating>` : '',
      one.html
        ? `<content type="html">${escaped(one.html)}</content>`
        : `<content type="text">${escaped(one.text ?? '')}</content>`,
      '</entry>',
    ].join('');
  });
  return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss"><title>Town</title>${entries.join('')}</feed>`;
}

export interface Listening extends OpenedHouse {
  far: FarEnd;
  /** Serves these at a path, listened to from now on, and gathers. Gives the source's id. */
  hear(path: string, said: Said[]): Promise<string>;
  row(words: string): Promise<MentionRow>;
  titles(): Promise<string[]>;
}

/** A house with ears: what is said at a path of the far end is gathered. */
export async function listening(
  options: (far: FarEnd) => Pick<CoreOptions, 'routes'> = () => ({}),
): Promise<Listening> {
  const far = await startFarEnd();
  onTestFinished(() => far.close());
  const opened = await openHouse(options(far));
  const { client } = opened;
  const sources = new Map<string, string>();
  return {
    ...opened,
    far,
    async hear(path, said) {
      far.at(path, feedOf(said));
      const known = sources.get(path);
      const address = far.origin + path;
      const id = known ?? (await client.sources.add({ address, kind: 'feed', name: path })).id;
      sources.set(path, id);
      await gather(opened, { ids: [id] });
      return id;
    },
    async row(words) {
      const { rows } = await client.mentions.list({});
      const row = rows.find((one) => `${one.title} ${one.excerpt}`.includes(words));
      if (!row) throw new Error(`Nobody said ${words}`);
      return row;
    },
    async titles() {
      return (await client.mentions.list({})).rows.map((one) => one.title);
    },
  };
}
