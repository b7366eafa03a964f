import { describe, expect, test } from 'vitest';
import { clean } from '../../../main/core/listening/clean.ts';
import { parse } from '../../../main/core/listening/parse.ts';

const now = Date.UTC(2026, 2, 2, 8);
const read = async (text: string) => {
  const feed = await parse(text, { address: 'https://shop.example/news/feed', now });
  return feed.items.map(clean);
};
const titles = async (text: string) => (await read(text)).map(({ title }) => title);
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const item = (name: string) => `<item><title>${name}</title></item>`;
const atom = (inside: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${inside}</feed>`;

describe('feeds that are put together oddly', () => {
  test.each([
    [
      'two channels in one',
      `<rss version="2.0"><channel>${item('A')}</channel><channel>${item('B')}</channel></rss>`,
    ],
    ['one document behind the other', rss(item('A')) + rss(item('B'))],
    ['items in a list of their own', rss(`<items>${item('A')}${item('B')}</items>`)],
    ['items without a feed around them', item('A') + item('B')],
    ['entries in RSS', rss('<entry><title>A</title></entry><entry><title>B</title></entry>')],
    [
      'RDF with its items inside the channel',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title>${item('A')}${item('B')}</channel></rdf:RDF>`,
    ],
    [
      'an item that nests deeper than any reader goes',
      atom(
        `<entry><title>A</title><content type="xhtml">${'<div>'.repeat(3000)}</content></entry><entry><title>B</title></entry>`,
      ),
    ],
    [
      'a lone entry',
      '<?xml version="1.0"?>\n<!-- one --><entry><title>A</title></entry><entry><title>B</title></entry>',
    ],
  ])('%s', async (_how, text) => {
    expect(await titles(text)).toEqual(['A', 'B']);
  });

  test('an element in its head whose end is misspelt does not swallow the items', async () => {
    const head = '<description>B<siness, and more</description><ttl>5</tll>';
    expect(await titles(rss(`${head}${item('A')}${item('B')}`))).toEqual(['A', 'B']);
    const entries = '<entry><title>A</title></entry><entry><title>B</title></entry>';
    expect(await titles(atom(`<author><name>Rosa</nam></author>${entries}`))).toEqual(['A', 'B']);
  });

  test('signs and tags that are no tags, or have no end', async () => {
    const broken = (title: string) =>
      titles(rss(`${item('A')}<item>${title}<link>/b</link></item>${item('C')}`));
    expect(await broken('<title>I <3 bread</title>')).toEqual(['A', 'I <3 bread', 'C']);
    expect(await broken('<title>One <</title>')).toEqual(['A', 'One <', 'C']);
    expect(await broken('<title>A <Bakery> & <!more></title>')).toEqual([
      'A',
      'A <Bakery> & <!more>',
      'C',
    ]);
    expect(await titles(rss(`${item('A')}<item><title>B</title>${item('C')}`))).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  test('a long prologue that leads to no feed is told at once', async () => {
    const prologue = `${' \n'.repeat(20_000)}${'<!-- x --> <?y z?>'.repeat(500)}`;
    await expect(read(`${prologue}<note>rss</note>`)).rejects.toThrow('not a feed');
  });
});

test.each([
  ['a tag without an end', `<rss><channel><item><link${'&'.repeat(60_000)}</item></channel></rss>`],
  [
    'attributes without an end',
    `<rss><channel><item><x${' mode="base64"'.repeat(5000)}</item></channel></rss>`,
  ],
  [
    'declarations without an end',
    `<rss><channel><item><title>${'<!'.repeat(40_000)}</title></item></channel></rss>`,
  ],
])('%s is not looked through again and again', async (_what, text) => {
  const begun = performance.now();
  await read(text).catch(() => null);
  expect(performance.now() - begun).toBeLessThan(1500);
});

describe('items with the names of another kind of feed', () => {
  test('in RSS', async () => {
    const [one, two] = await read(
      rss(
        `<item><id>x1</id><title>A</title><link rel="self" href="https://shop.example/a.xml"/>
         <link rel="alternate" type="text/html" href="/a?b=1&amp;c=2"/><published>2026-02-01T10:00:00Z</published>
         <creator>Rosa</creator><summary>Warm</summary></item>
         <item><title>B</title><link></link><link>/b</link><date>2026-02-02</date>
         <content url="https://shop.example/b.jpg" type="image/jpeg"/>
         <description><![CDATA[<details><summary>More</summary><id>y</id></details>]]></description></item>`,
      ),
    );
    expect(one).toMatchObject({
      guid: 'x1',
      link: 'https://shop.example/a?b=1&c=2',
      publishedAt: Date.UTC(2026, 1, 1, 10),
      author: 'Rosa',
      text: 'Warm',
    });
    expect(two).toMatchObject({
      guid: null,
      link: 'https://shop.example/b',
      publishedAt: Date.UTC(2026, 1, 2),
      text: 'Morey',
    });
  });

  test('in Atom', async () => {
    const [one] = await read(
      atom(
        `<entry><guid>x1</guid><title>A</title><link>https://shop.example/a</link>
         <pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate><description>Warm</description></entry>`,
      ),
    );
    expect(one).toMatchObject({
      guid: 'x1',
      link: 'https://shop.example/a',
      publishedAt: Date.UTC(2026, 1, 1, 10),
      text: 'Warm',
    });
  });

  test('links by their relation’s whole name, and relative to the channel’s base', async () => {
    const [one] = await read(
      atom(
        '<entry><id>1</id><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/></entry>',
      ),
    );
    expect(one?.link).toBe('https://shop.example/a');
    const [two] = await read(
      '<rss version="2.0"><channel xml:base="https://base.example/x/"><item><title>A</title><link>a</link></item></channel></rss>',
    );
    expect(two?.link).toBe('https://base.example/x/a');
  });

  test('a description of Media RSS keeps its lines, being plain text', async () => {
    const [one] = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>1</id>
       <media:group><media:description>One &amp; two\nthree</media:description></media:group></entry></feed>`,
    );
    expect(one?.text).toBe('One & two\nthree');
  });
});

test('a body in an item is its words, in whatever namespace; one that is quoted is not', async () => {
  const [one, two] = await read(
    rss(`<item><body>Warm <b>rye</b></body></item>
      <item><description><![CDATA[<html><body><p>Cold</p></body></html>]]></description></item>`),
  );
  expect([one?.html, two?.html]).toEqual(['Warm <b>rye</b>', '<p>Cold</p>']);
});

describe('JSON Feed', () => {
  const whole = '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[';
  const one = '{"id":"1","title":"A \\"x\\" {","content_text":"[,]"}';
  test.each([
    ['with commas too many', `${whole}${one},],}`],
    ['in a call', `news.read(${whole}${one}]});`],
    [
      'that breaks off in the next item',
      `${whole}${one},{"id":"2","title":"B","tags":["x"],"conten`,
    ],
    ['that breaks off in a text', `${whole}${one},{"id":"2","title":"B \\`],
    ['with line breaks in its strings', `${whole}{"id":"1","title":"A \\"x\\"\n{"}]}`],
  ])('%s', async (_how, text) => {
    expect(await titles(text)).toEqual(['A "x" {']);
  });

  test('that holds nothing whole is told to be damaged', async () => {
    await expect(read(`${whole}{"id":`)).rejects.toThrow('damaged');
  });
});

test('characters that no text has do not come in by references', async () => {
  const [one] = await read(
    rss('<item><title>A&#8;B&#xFFFF;C</title><description>D&#1;E &#146;s</description></item>'),
  );
  expect(one).toMatchObject({ title: 'ABC', text: 'DE ’s', html: 'DE ’s' });
});
