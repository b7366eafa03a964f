import { describe, expect, test } from 'vitest';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss, source } from './gathering.ts';

const far = farEndForEach();

describe('Reddit', () => {
  const site = 'https://www.reddit.com';
  const entry = (id: string, title: string, content: string) =>
    `<entry><id>${id}</id><title>${title}</title><author><name>/u/otto</name><uri>${site}/user/otto</uri></author>
     <link href="${site}/r/bread/comments/1abc/x/${id}/"/><updated>2026-03-01T10:00:00+00:00</updated>
     <content type="html">${content.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</content></entry>`;
  const atom = (...entries: string[]) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>bread</title>${entries.join('')}</feed>`;
  const below = (comments: string) =>
    `&#32; submitted by &#32; <a href="${site}/user/otto"> /u/otto </a> &#32; to &#32; <a href="${site}/r/bread/"> r/bread </a> <br/> <span><a href="${site}/x">[link]</a></span> &#32; <span><a href="${site}/y">[${comments}]</a></span>`;

  test('a post holds its author’s words and nothing that Reddit adds; counts are no edits', async () => {
    const opened = await far.routed(site);
    const words = '<!-- SC_OFF --><div class="md"><p>I submitted by hand. Best loaf?</p></div>';
    const path = '/r/bread/.rss';
    far.at(path, atom(entry('t3_1', 'Best loaf?', `${words} ${below('comments')}`)));
    await opened.client.sources.add({ address: 'r/bread' });
    await gather(opened);
    far.at(path, atom(entry('t3_1', 'Best loaf?', `${words} ${below('12 comments')}`)));
    opened.clock.addDays(1);
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows).toMatchObject([
      { excerpt: 'I submitted by hand. Best loaf?', authorHandle: 'otto', edited: false },
    ]);
  });

  test('a picture in a table loses its tail too; a comment is titled by what it answers', async () => {
    const opened = await far.routed(site);
    far.at(
      '/r/bread/comments/1abc/x/.rss',
      atom(
        entry(
          't3_1',
          'My loaf',
          `<table><tr><td>A loaf</td><td>${below('comments')}</td></tr></table>`,
        ),
        entry('t1_2', '/u/otto on My loaf', '<div class="md"><p>How dark!</p></div>'),
      ),
    );
    await opened.client.sources.add({ address: `${site}/r/bread/comments/1abc/x/` });
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => [row.title, row.excerpt]).sort()).toEqual([
      ['My loaf', 'A loaf'],
      ['My loaf', 'How dark!'],
    ]);
  });

  test('is asked once a minute only; the others wait their turn and are not failed', async () => {
    const opened = await far.routed(site);
    far.at('/r/bread/.rss', atom(entry('t3_1', 'One', 'x')));
    far.at('/search.rss', atom(entry('t3_2', 'Two', 'y')));
    await opened.client.sources.add({ address: 'r/bread', kind: 'reddit' });
    await opened.client.sources.add({ address: 'reddit: rosa', kind: 'reddit' });
    const { last, told } = await gather(opened);
    expect(last).toMatchObject({ newMentions: 1, failed: 0 });
    expect(told[2]?.source).toMatchObject({ ok: true, words: expect.stringContaining('turn') });
    expect((await opened.client.sources.list()).map((one) => one.health).sort()).toEqual([
      'new',
      'well',
    ]);
    opened.clock.set('2026-03-02T08:02');
    await gather(opened, {});
    expect(far.asked()).toEqual(['/r/bread/.rss', '/search.rss?q=rosa&sort=new']);
  });

  test('a 429 with a zero and a 403 let all of Reddit rest for ten minutes', async () => {
    const opened = await far.routed(site);
    far.at('/r/bread/.rss', (_request, response) =>
      response.writeHead(429, { 'retry-after': '0' }).end(),
    );
    await opened.client.sources.add({ address: 'r/bread', kind: 'reddit' });
    await gather(opened);
    const { health, nextCheckAt } = await source(opened);
    expect(health).toBe('resting');
    expect(Math.round(((nextCheckAt ?? 0) - opened.clock.now()) / 60_000)).toBe(10);
  });
});

describe('Lemmy', () => {
  const site = 'https://lemmy.example';
  const item = (points: number, comments: number, body: string) =>
    `<item><title>Best &amp; darkest loaf?</title><link>https://paper.example/loaf</link>
     <guid isPermaLink="true">${site}/post/9</guid><pubDate>Sun, 01 Mar 2026 10:00:00 +0000</pubDate>
     <dc:creator>https://other.example/u/rosa</dc:creator>
     <description><![CDATA[submitted by <a href="https://other.example/u/rosa">rosa</a> to <a href="${site}/c/bread">bread</a><br>${points} points | <a href="${site}/post/9">${comments} comments</a><br><a href="https://paper.example/loaf">https://paper.example/loaf</a>${body}]]></description></item>`;
  const feed = (...items: string[]) =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lemmy - bread</title>${items.join('')}</channel></rss>`;

  test('votes are no edits; a post is its author’s, at its own page', async () => {
    const opened = await far.routed(site);
    far.at('/feeds/c/bread.xml', feed(item(3, 1, '<p>Which one?</p>')));
    await opened.client.sources.add({ address: '!bread@lemmy.example' });
    await gather(opened);
    far.at('/feeds/c/bread.xml', feed(item(-17, 25, '<p>Which one?</p>')));
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows).toMatchObject([
      {
        title: 'Best & darkest loaf?',
        excerpt: expect.stringMatching(/Which one\?$/),
        author: 'rosa',
        authorHandle: 'rosa@other.example',
        address: `${site}/post/9`,
        edited: false,
      },
    ]);
    expect(rows[0]?.excerpt).not.toContain('submitted');
    expect(far.asked()[0]).toBe('/feeds/c/bread.xml?sort=New');
  });

  test('a community that is not there is told in words', async () => {
    const opened = await far.routed(site);
    far.at('/feeds/c/gone.xml', (_request, response) =>
      response.writeHead(400).end('{"error":"couldnt_find_community"}'),
    );
    await opened.client.sources.add({ address: '!gone@lemmy.example', kind: 'lemmy' });
    await gather(opened);
    expect((await source(opened)).lastError).toContain('error (400)');
  });
});

describe('Discourse', () => {
  const site = 'https://forum.example';
  const topic = (
    posts: number,
  ) => `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bakers</title>
    <item><title>My oven</title><dc:creator><![CDATA[@rosa Rosa Marin]]></dc:creator><description><![CDATA[ <p>It smokes.</p>
      <p><small>${posts} posts - 2 participants</small></p><p><a href="${site}/t/my-oven/12">Read full topic</a></p> ]]></description>
    <link>${site}/t/my-oven/12</link><guid isPermaLink="false">forum.example-topic-12</guid></item></channel></rss>`;

  test('a forum’s page finds it by its feed; answers are no edits; the author has a handle', async () => {
    const opened = await far.routed(site);
    far.at('/', '<link rel="alternate" type="application/rss+xml" href="/latest.rss">');
    far.at('/latest.rss', topic(1));
    const [preview] = await opened.client.sources.preview({ address: site });
    expect(preview).toMatchObject({ kind: 'discourse', address: `${site}/latest.rss` });
    await opened.client.sources.add({ address: site });
    await gather(opened);
    far.at('/latest.rss', topic(40));
    await gather(opened);
    expect((await opened.client.mentions.list({})).rows).toMatchObject([
      {
        excerpt: 'It smokes.',
        author: 'Rosa Marin',
        authorHandle: 'rosa@forum.example',
        edited: false,
      },
    ]);
  });

  test('a forum for members only says so', async () => {
    const opened = await far.routed(site);
    far.at('/t/my-oven/12.rss', '<!doctype html><html><title>Log in</title></html>');
    await opened.client.sources.add({ address: `${site}/t/my-oven/12`, kind: 'discourse' });
    await gather(opened);
    expect((await source(opened)).lastError).toContain('web page, not to a feed');
  });
});

describe('WordPress comments', () => {
  const site = 'https://shop.example';
  const comment = (id: number, text: string) =>
    `<item><title>Comment on Fresh bread by Rosa Marin</title><link>${site}/bread/#comment-${id}</link>
     <dc:creator>Rosa Marin</dc:creator><guid isPermaLink="false">${site}/?p=3#comment-${id}</guid>
     <description>${text}</description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`;
  const feed = (...items: string[]) =>
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Comments for Shop</title>${items.join('')}</channel></rss>`;

  test('two comments of one person under one post are two, even when the first is gone', async () => {
    const opened = await far.routed(site);
    far.at('/comments/feed/', feed(comment(1, 'Lovely.')));
    await opened.client.sources.add({ address: `${site}/comments/feed/` });
    await gather(opened);
    far.at('/comments/feed/', feed(comment(2, 'And the cake!')));
    expect((await gather(opened)).last.newMentions).toBe(1);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => [row.title, row.excerpt, row.author, row.edited]).sort()).toEqual([
      ['Comment on Fresh bread', 'And the cake!', 'Rosa Marin', false],
      ['Comment on Fresh bread', 'Lovely.', 'Rosa Marin', false],
    ]);
  });

  test('a blog’s page offers its posts and its comments', async () => {
    const { client } = await far.routed(site);
    far.at(
      '/',
      `<link rel="alternate" type="application/rss+xml" href="${site}/feed/"><link rel="alternate" type="application/rss+xml" href="${site}/comments/feed/"><link rel="alternate" type="application/json" href="${site}/wp-json/wp/v2/pages/2">`,
    );
    far.at('/feed/', rss([{ title: 'Fresh bread' }]));
    far.at('/comments/feed/', feed(comment(1, 'Lovely.')));
    const previews = await client.sources.preview({ address: site });
    expect(previews.map((preview) => preview.kind)).toEqual(['feed', 'wordpress-comments']);
  });
});
