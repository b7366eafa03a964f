import { describe, expect, test } from 'vitest';
import { parse } from '../../../main/core/listening/parse.ts';
import { Unreadable } from '../../../main/core/listening/parsed.ts';

const now = Date.UTC(2026, 2, 2, 8);
const read = (text: string) => parse(text, { address: 'https://shop.example/news/feed', now });
const rss = (inside: string, attributes = 'version="2.0"') =>
  `<?xml version="1.0"?><rss ${attributes}><channel><title>News</title><link>/</link>${inside}</channel></rss>`;
const bread = '<item><title>Bread</title><link>/bread</link><guid>b1</guid></item>';
const reasonOf = async (text: string) => {
  const problem = await read(text).catch((error: unknown) => error);
  return problem instanceof Unreadable ? problem.reason : problem;
};

describe('the formats', () => {
  test('RSS 2.0, with its relatives’ modules', async () => {
    const feed = await read(
      rss(
        `<ttl>30</ttl><item><title>Bread</title><link>/bread</link><guid isPermaLink="false">b1</guid>
        <dc:creator>Rosa (rosa@shop.example)</dc:creator><description>short</description>
        <content:encoded><![CDATA[<p>A long <b>text</b></p>]]></content:encoded>
        <pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate>
        <wfw:commentRss>https://shop.example/bread/comments</wfw:commentRss></item>`,
        'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'News',
      home: 'https://shop.example/',
      ttlMinutes: 30,
    });
    expect(feed.items[0]).toMatchObject({
      guid: 'b1',
      guidIsLink: false,
      link: 'https://shop.example/bread',
      title: 'Bread',
      html: '<p>A long <b>text</b></p>',
      author: 'Rosa',
      authorAddress: 'rosa@shop.example',
      publishedAt: Date.UTC(2026, 2, 1, 9),
      commentsFeed: 'https://shop.example/bread/comments',
    });
  });

  test('Atom, where plain text is not markup and xml:base counts', async () => {
    const feed =
      await read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/">
      <title>News</title><author><name>Rosa</name><uri>/rosa</uri></author>
      <entry><id>tag:1</id><title type="text">1 &lt; 2 &amp; 3</title><link href="b"/>
      <link rel="replies" type="application/atom+xml" href="https://other.example/r"/>
      <updated>2026-03-01T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div></content></entry></feed>`);
    expect(feed.items[0]).toMatchObject({
      guid: 'tag:1',
      title: '1 &lt; 2 &amp; 3',
      link: 'https://other.example/a/b',
      author: 'Rosa',
      authorAddress: 'https://other.example/rosa',
      html: '<p>Hi</p>',
      updatedAt: Date.UTC(2026, 2, 1, 10),
      commentsFeed: 'https://other.example/r',
    });
  });

  test('RDF, with items that its table of contents forgets', async () => {
    const item = (name: string) =>
      `<item rdf:about="https://x.example/${name}"><title>${name}</title></item>`;
    const feed =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel><title>News</title><items><rdf:Seq><rdf:li rdf:resource="https://x.example/a"/></rdf:Seq></items></channel>
      ${item('a')}${item('b')}</rdf:RDF>`);
    expect(feed.items.map((found) => found.link)).toEqual([
      'https://x.example/a',
      'https://x.example/b',
    ]);
  });

  test('JSON Feed', async () => {
    const feed = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'News',
        items: [
          {
            id: '1',
            url: '/b',
            content_text: 'a < b\nc',
            authors: [{ name: 'Rosa' }],
            date_published: '2026-03-01T10:00:00Z',
          },
        ],
      }),
    );
    expect(feed.format).toBe('json');
    expect(feed.items[0]).toMatchObject({
      guid: '1',
      link: 'https://shop.example/b',
      html: 'a &lt; b<br>c',
      author: 'Rosa',
    });
  });
});

describe('what is mended', () => {
  const titles = async (text: string) => (await read(text)).items.map((item) => item.title);

  test('a feed that breaks off keeps what had come', async () => {
    expect(await titles(rss(bread + bread).slice(0, -60))).toEqual(['Bread', 'Bread']);
    expect(
      await titles(`${rss(bread).split('</channel>')[0]}<item><title><![CDATA[Cut of`),
    ).toEqual(['Bread', 'Cut of']);
  });

  test('a version or a channel that is missing', async () => {
    expect(await titles('<rss version="2.0"><item><title>Bread</title></item></rss>')).toEqual([
      'Bread',
    ]);
    expect(await titles(rss(bread, ''))).toEqual(['Bread']);
  });

  test('prefixes that nobody declared, and a root with a prefix of its own', async () => {
    const feed = await read(rss('<item><title>Bread</title><dc:creator>Rosa</dc:creator></item>'));
    expect(feed.items[0]?.author).toBe('Rosa');
    expect(
      await titles(
        '<r:rss version="2.0"><r:channel><r:item><r:title>Bread</r:title></r:item></r:channel></r:rss>',
      ),
    ).toEqual(['Bread']);
  });

  test('one bad date does not cost the others', async () => {
    const feed = await read(
      rss(
        `<item><title>a</title><pubDate>whenever</pubDate></item><item><title>b</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>`,
      ),
    );
    expect(feed.items.map((item) => item.publishedAt)).toEqual([null, Date.UTC(2026, 2, 1, 10)]);
  });

  test('named entities and bare ampersands', async () => {
    expect(
      await titles(rss('<item><title>Caf&eacute; &amp; B&B &mdash; open</title></item>')),
    ).toEqual(['Café & B&B — open']);
  });

  test('text before the feed, and a page around it', async () => {
    expect(await titles(`\n\nPHP Warning: oh no\n${rss(bread)}`)).toEqual(['Bread']);
    expect(
      await titles(
        `<!DOCTYPE html><html><body>${rss(bread).replace(/<\?xml.*?\?>/, '')}</body></html>`,
      ),
    ).toEqual(['Bread']);
  });

  test('closing tags that are missing or come too often', async () => {
    expect(
      await titles(
        rss(
          '<item><title>Bread</b></title><description>x<br></item></p><item><title>Cake</title></item>',
        ),
      ),
    ).toEqual(['Bread', 'Cake']);
  });

  test('a declaration in the middle of a text is text', async () => {
    const feed = await read(
      rss(
        '<item><title>a <!DOCTYPE b</title><description><![CDATA[<!DOCTYPE html><p>Hi</p>]]></description></item>',
      ),
    );
    expect(feed.items[0]).toMatchObject({
      title: 'a <!DOCTYPE b',
      html: '<!DOCTYPE html><p>Hi</p>',
    });
  });

  test('base64 in Atom', async () => {
    const text = Buffer.from('<p>Bréad</p>').toString('base64');
    const feed = await read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>a</title><content type="text/html" mode="base64">${text}</content></entry></feed>`,
    );
    expect(feed.items[0]?.html).toBe('<p>Bréad</p>');
  });

  test('XHTML bodies and RSS 1.1', async () => {
    const feed = await read(
      rss('<item><title>a</title><xhtml:body><p>Hi &amp; bye</p></xhtml:body></item>'),
    );
    expect(feed.items[0]?.html).toBe('<p>Hi &amp; bye</p>');
    expect(
      await titles(
        '<Channel xmlns="http://purl.org/net/rss1.1#"><title>N</title><items><item><title>Bread</title></item></items></Channel>',
      ),
    ).toEqual(['Bread']);
  });
});

describe('what is hostile', () => {
  test('entities declared in a DOCTYPE are never expanded', async () => {
    const feed = await read(
      `<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]>${rss('<item><title>&b;</title></item>').replace(/<\?xml.*?\?>/, '')}`,
    );
    expect(feed.items[0]?.title).toBe('&b;');
  });

  test.each([
    [
      'nested elements',
      rss(`<item><title>a</title><description>${'<div>'.repeat(100_000)}</description></item>`),
    ],
    ['nested roots', '<rss>'.repeat(100_000)],
    [
      'open brackets in CDATA',
      rss(`<description><![CDATA[${'<'.repeat(300_000)}]]></description>`),
    ],
    ['open comments', rss('<!--'.repeat(100_000))],
    ['open tables of contents', `<rdf:RDF>${'<items '.repeat(100_000)}`],
    ['open bodies', `<rss>${'<xhtml:body>'.repeat(100_000)}`],
    ['open documents', '<!DOCTYPE rss ['.repeat(100_000)],
  ])('%s without end are read or refused within the time limit', async (_name, text) => {
    const started = performance.now();
    await read(text).catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('what is no feed is refused with its reason', async () => {
  expect(await reasonOf('')).toBe('empty');
  expect(await reasonOf('<!doctype html><html><body>Welcome</body></html>')).toBe('a-web-page');
  expect(await reasonOf('just words')).toBe('not-a-feed');
  expect(await reasonOf('{"hello": 1}')).toBe('not-a-feed');
  expect(await reasonOf('<rss version="2.0"></rss>')).toBe('broken');
});

test('a feed without items is a feed', async () => {
  expect((await read(rss(''))).items).toEqual([]);
});
