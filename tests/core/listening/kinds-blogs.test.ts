import { describe, expect, test } from 'vitest';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss, source, titles } from './gathering.ts';

const far = farEndForEach();

describe('YouTube', () => {
  const site = 'https://www.youtube.com';
  const channel = 'UCabcdefghijklmnopqrstuv';
  const videos = (...names: string[]) =>
    `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><title>Rosa bakes</title>${names
      .map(
        (
          name,
        ) => `<entry><id>yt:video:${name}</id><yt:videoId>${name}</yt:videoId><title>${name}</title>
      <link rel="alternate" href="${site}/watch?v=${name}"/><author><name>Rosa</name><uri>${site}/channel/${channel}</uri></author>
      <published>2026-03-01T10:00:00+00:00</published><media:group><media:title>${name}</media:title><media:description>About ${name}</media:description></media:group></entry>`,
      )
      .join('')}</feed>`;

  test.each([
    [
      'a link',
      `<link rel="alternate" type="application/rss+xml" href="${site}/feeds/videos.xml?channel_id=${channel}">`,
    ],
    ['its canonical address', `<link rel="canonical" href="${site}/channel/${channel}">`],
    ['its data', `<script>var x = {"externalId":"${channel}","keywords":""};</script>`],
  ])('a handle’s channel is found by %s of its page, once', async (_name, html) => {
    const opened = await far.routed(site);
    far.at('/@rosa', `<html>${html}</html>`);
    far.at('/feeds/videos.xml', videos('one'));
    await opened.client.sources.add({ address: `${site}/@rosa` });
    await gather(opened);
    await gather(opened);
    expect(far.asked().slice(-2)).toEqual([
      `/feeds/videos.xml?channel_id=${channel}`,
      `/feeds/videos.xml?channel_id=${channel}`,
    ]);
    expect(far.asked().filter((url) => url === '/@rosa')).toHaveLength(2);
    expect((await opened.client.mentions.list({})).rows).toMatchObject([
      { title: 'one', excerpt: 'About one', author: 'Rosa' },
    ]);
  });

  test.each([404, 500])(
    'a %i that comes and goes is asked a second time, and lost is nothing',
    async (status) => {
      const opened = await far.routed(site);
      await opened.client.sources.add({ address: `${site}/playlist?list=PL1`, kind: 'youtube' });
      let refused = 1;
      far.at('/feeds/videos.xml', (_request, response) => {
        if (refused-- > 0) return response.writeHead(status).end();
        return response.end(videos('one'));
      });
      expect((await gather(opened)).last).toMatchObject({ newMentions: 1, failed: 0 });
      refused = 2;
      expect((await gather(opened)).last).toMatchObject({ failed: 1 });
      expect(await source(opened)).toMatchObject({
        health: 'well',
        healthWords: expect.stringContaining('comes back by itself'),
      });
      expect((await gather(opened)).last).toMatchObject({ newMentions: 0, failed: 0 });
      expect(await titles(opened)).toEqual(['one']);
    },
  );

  test('the channel that was found is kept through many failures', async () => {
    const opened = await far.routed(site);
    far.at('/@rosa', `<link rel="canonical" href="${site}/channel/${channel}">`);
    far.at('/feeds/videos.xml', videos('one'));
    await opened.client.sources.add({ address: `${site}/@rosa`, kind: 'youtube' });
    await gather(opened);
    far.at('/feeds/videos.xml', (_request, response) => response.writeHead(404).end());
    for (let turn = 0; turn < 4; turn++) await gather(opened);
    far.at('/feeds/videos.xml', videos('one', 'two'));
    await gather(opened);
    expect(far.asked().filter((url) => url === '/@rosa')).toHaveLength(1);
    expect(await titles(opened)).toEqual(['one', 'two']);
  });

  test('a page that asks for consent is told in words, with the way round', async () => {
    const opened = await far.routed(site, 'https://consent.youtube.com');
    far.at('/@rosa', (_request, response) =>
      response.writeHead(302, { location: 'https://consent.youtube.com/m?continue=x' }).end(),
    );
    far.at('/m', '<html>Before you continue</html>');
    await opened.client.sources.add({ address: `${site}/@rosa`, kind: 'youtube' });
    await gather(opened);
    expect((await source(opened)).lastError).toMatch(/consent.*youtube\.com\/channel\/UC/);
  });
});

describe('Medium', () => {
  const item = (guid: string, from: string) => ({
    guid: `https://medium.com/p/${guid}`,
    title: `Story ${guid}`,
    link: `https://medium.com/@rosa/story-${guid}?source=${from}`,
  });

  test('what it repeats comes once, whatever it adds to the address', async () => {
    const opened = await far.routed('https://medium.com');
    far.at(
      '/feed/@rosa',
      rss([item('1', 'rss-aa------2'), item('1', 'rss-bb------2'), item('2', 'rss-aa------2')]),
    );
    await opened.client.sources.add({ address: 'https://medium.com/@rosa' });
    expect((await gather(opened)).last.newMentions).toBe(2);
    far.at(
      '/feed/@rosa',
      rss([
        item('2', 'rss-cc------3'),
        { ...item('1', 'rss-dd------2'), guid: 'https://medium.com/p/new-1' },
      ]),
    );
    opened.clock.addDays(1);
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['Story 1', 'Story 2']);
  });

  test('a wall for robots is told in words', async () => {
    const opened = await far.routed('https://rosa.medium.com');
    far.at('/feed', (_request, response) => response.writeHead(403).end('Just a moment…'));
    await opened.client.sources.add({ address: 'https://rosa.medium.com', kind: 'medium' });
    await gather(opened);
    expect(await source(opened)).toMatchObject({
      health: 'resting',
      lastError: expect.stringContaining('does not let us in'),
    });
  });
});

test('Substack is asked for its feed, whatever page of it was pasted', async () => {
  const opened = await far.routed('https://rosa.substack.com');
  far.at('/feed', rss([{ guid: '1', title: 'Fresh' }]));
  await opened.client.sources.add({ address: 'https://rosa.substack.com/p/fresh' });
  await gather(opened);
  expect(await titles(opened)).toEqual(['Fresh']);
});

describe('Tumblr', () => {
  test('a blog is read from its feed', async () => {
    const opened = await far.routed('https://rosa.tumblr.com');
    far.at('/rss', rss([{ guid: '1', title: 'Fresh' }]));
    await opened.client.sources.add({ address: 'https://www.tumblr.com/rosa' });
    await gather(opened);
    expect(await titles(opened)).toEqual(['Fresh']);
  });

  test('its question for consent is told in words, and is no new address of the blog', async () => {
    const opened = await far.routed('https://rosa.tumblr.com', 'https://www.tumblr.com');
    let asks = true;
    far.at('/rss', (_request, response) => {
      if (!asks) return response.end(rss([{ guid: '1', title: 'Fresh' }]));
      return response
        .writeHead(301, { location: 'https://www.tumblr.com/privacy/consent?redirect=x' })
        .end();
    });
    far.at('/privacy/consent', '<html>Your choices</html>');
    await opened.client.sources.add({ address: 'https://rosa.tumblr.com', kind: 'tumblr' });
    await gather(opened);
    expect((await source(opened)).lastError).toContain('Tumblr asks for consent');
    asks = false;
    await gather(opened);
    expect(await titles(opened)).toEqual(['Fresh']);
  });
});

describe('Google Alerts', () => {
  const alert = (title: string, link: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Google Alert - Rosa's bread</title>
     <entry><id>tag:google.com,2013:googlealerts/feed:1</id><title type="html">${title}</title><link href="${link}"/>
     <published>2026-03-01T10:00:00Z</published><content type="html">All about &lt;b&gt;bread&lt;/b&gt;</content><author><name></name></author></entry></feed>`;

  test('the page itself is linked, not Google’s way there, and no bold letters stay', async () => {
    const opened = await far.routed('https://www.google.com');
    far.at(
      '/alerts/feeds/1/2',
      alert(
        '&lt;b&gt;Rosa&amp;#39;s&lt;/b&gt; bread',
        'https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://paper.example/rosa%3Fid%3D3&amp;ct=ga&amp;usg=x',
      ),
    );
    await opened.client.sources.add({ address: 'google.com/alerts/feeds/1/2' });
    await gather(opened);
    expect((await opened.client.mentions.list({})).rows).toMatchObject([
      {
        title: 'Rosa’s bread'.replace('’', "'"),
        excerpt: 'All about bread',
        address: 'https://paper.example/rosa?id=3',
        author: '',
      },
    ]);
  });

  test('a redirect without a target, or to no web page, stays what it is and opens nothing odd', async () => {
    const opened = await far.routed('https://www.google.com');
    far.at('/alerts/feeds/1/2', alert('x', 'https://www.google.com/url?url=javascript:alert(1)'));
    await opened.client.sources.add({ address: 'https://www.google.com/alerts/feeds/1/2' });
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows[0]?.address).toMatch(/^https:\/\/www\.google\.com\/url/);
  });

  test('an alert that was deleted is told in words', async () => {
    const opened = await far.routed('https://www.google.com');
    await opened.client.sources.add({
      address: 'https://www.google.com/alerts/feeds/1/2',
      kind: 'google-alerts',
    });
    await gather(opened);
    expect((await source(opened)).lastError).toContain('nothing at this address');
  });
});
