import { describe, expect, test } from 'vitest';
import { gather } from '../gathering.ts';
import { listening, type Said } from './voices.ts';

const post: Said = {
  title: 'The rye of the Corner Bakery',
  text: 'It was still warm when I carried it home through the snow.',
  author: 'Bea Brown',
  link: 'https://news.example/rye',
};

describe('the same voice from two sources', () => {
  test('is one mention with two places, by its page', async () => {
    const house = await listening();
    await house.hear('/paper', [post]);
    const search = await house.hear('/search', [
      {
        title: 'The rye of the Corner Bakery - The Paper',
        text: 'It was still warm …',
        link: 'https://news.example/rye?utm_source=search',
      },
    ]);
    expect(await house.titles()).toEqual([post.title]);
    // A second place is no news of its source.
    const [request] = await house.client.sources.requests({ id: search });
    expect(request).toMatchObject({ newItems: 0, outcome: '1 heard elsewhere before.' });
    const listed = await house.client.sources.list();
    expect(listed.map(({ name, newMentions }) => [name, newMentions])).toEqual([
      ['/paper', 1],
      ['/search', 0],
    ]);
    const row = await house.row('rye');
    expect(row).toMatchObject({ places: 2, author: 'Bea Brown' });
    expect((await house.client.mentions.get({ id: row.id })).elsewhere).toMatchObject([
      { sourceName: '/search', address: 'https://news.example/rye?utm_source=search' },
    ]);
    expect((await house.client.house.counts()).newMentions).toBe(1);
    expect((await house.client.mentions.list({ state: 'new' })).total).toBe(1);
  });

  test('is one mention by the same words of the same author within a day', async () => {
    const house = await listening();
    await house.hear('/a', [{ ...post, link: 'https://a.example/1' }]);
    await house.hear('/b', [
      {
        text: 'It was still warm, when I carried it home through the SNOW!',
        author: 'Bea Brown',
        link: 'https://b.example/1',
        at: '2026-03-01T20:00:00Z',
      },
    ]);
    expect(await house.titles()).toEqual([post.title]);
    await house.hear('/c', [
      {
        text: post.text,
        author: 'Bea Brown',
        link: 'https://c.example/1',
        at: '2026-02-25T09:00:00Z',
      },
    ]);
    expect(await house.titles()).toHaveLength(2);
  });

  test.each<[string, Said, Said]>([
    [
      'another name at the same words',
      post,
      { ...post, author: 'Ben Black', link: 'https://b.example/1' },
    ],
    ['another name at the same page', post, { ...post, author: 'Ben Black' }],
    [
      'another handle under the same name',
      { ...post, uri: 'https://town.example/@bea' },
      { ...post, uri: 'https://town.example/@otherbea', link: 'https://b.example/1' },
    ],
    [
      'nobody named at the same words',
      { ...post, author: '' },
      { ...post, author: '', link: 'https://b.example/1' },
    ],
    [
      'a comment on the page',
      post,
      {
        text: 'I disagree with all of it, the rye was burnt.',
        link: 'https://news.example/rye#comment-1',
      },
    ],
    [
      'other words at the page by nobody',
      post,
      {
        title: 'Not at all',
        text: 'I disagree with all of it, it was burnt.',
        link: 'https://news.example/rye',
      },
    ],
    ['another rating', { ...post, stars: 5 }, { ...post, stars: 1, link: 'https://b.example/1' }],
    [
      'a few common words',
      { text: 'Thank you!', author: 'Bea Brown', link: 'https://a.example/1' },
      { text: 'Thank you!', author: 'Bea Brown', link: 'https://b.example/1' },
    ],
  ])('is not assumed by %s', async (_why, one, other) => {
    const house = await listening();
    await house.hear('/a', [one]);
    await house.hear('/b', [other]);
    expect((await house.client.mentions.list({})).total).toBe(2);
  });

  test('is not assumed where a page carries several voices', async () => {
    const house = await listening();
    await house.hear('/reviews', [
      {
        text: 'Warm and round, every morning anew.',
        author: 'Ann',
        link: 'https://r.example/shop',
      },
      { text: 'The queue was far too long for me.', author: 'Bob', link: 'https://r.example/shop' },
    ]);
    await house.hear('/b', [
      { text: 'Warm and round.', author: 'Ann', link: 'https://r.example/shop' },
    ]);
    expect((await house.client.mentions.list({})).total).toBe(3);
  });

  test('tells who spoke where only the second source knows', async () => {
    const house = await listening();
    const { id } = await house.client.people.add({
      givenName: 'Bea',
      contacts: [{ kind: 'handle', network: 'mastodon', value: '@bea@town.example' }],
    });
    await house.hear('/search', [{ ...post, author: '', guid: 'x' }]);
    await house.hear('/a', [{ ...post, uri: 'https://town.example/@bea', stars: 2 }]);
    const row = await house.row('rye');
    expect(row).toMatchObject({ customer: { id }, places: 2, tone: 'complaint' });
    expect(row.rating?.value).toBe(2);
    // An edit where nobody rates does not take the rating away.
    await house.hear('/search', [{ ...post, author: '', guid: 'x', text: `${post.text} Truly.` }]);
    expect(await house.row('rye')).toMatchObject({
      excerpt: expect.stringContaining('Truly'),
      rating: { value: 2 },
      tone: 'complaint',
    });
  });

  test('keeps what became of it when the first source goes, and comes no second time', async () => {
    const house = await listening();
    const first = await house.hear('/a', [post]);
    const second = await house.hear('/b', [{ ...post }]);
    const { id } = await house.row('rye');
    await house.client.mentions.mark({ ids: [id], state: 'answered' });
    await gather(house, { ids: [second] });
    expect(await house.titles()).toHaveLength(1);

    // What was answered stays where it was heard; what nobody touched is heard at the second.
    const { step } = await house.client.sources.remove({ id: first });
    expect(await house.titles()).toHaveLength(1);
    expect(await house.row('rye')).toMatchObject({ id, state: 'answered', places: 2 });
    await house.client.journal.undo({ step });
    await house.client.journal.undo({});
    await house.client.sources.remove({ id: first });
    const left = await house.row('rye');
    expect(left).toMatchObject({ state: 'new', sourceId: second, places: 1 });
    await house.client.mentions.star({ ids: [left.id], starred: true });
    expect(await house.row('rye')).toMatchObject({ state: 'new', starred: true });
  });

  test('is found by either identity, and once in the search', async () => {
    const house = await listening();
    await house.hear('/a', [post]);
    const second = await house.hear('/b', [{ ...post }]);
    const { hits } = await house.client.search.find({ words: 'snow' });
    expect(hits).toHaveLength(1);
    expect((await house.client.mentions.list({ sourceId: second })).rows).toMatchObject([
      { title: post.title },
    ]);
  });
});

describe('how a source tells its items apart', () => {
  const items: Said[] = [
    { guid: 'one', title: 'First', text: 'Warm bread', link: 'https://odd.example/1' },
    { guid: 'two', title: 'Second', text: 'Cold milk', link: 'https://odd.example/2' },
  ];

  test('can be changed without anything coming anew', async () => {
    const house = await listening();
    const id = await house.hear('/odd', items);
    const { step } = await house.client.sources.change({ id, identity: 'link' });
    expect((await house.client.sources.list())[0]?.identity).toBe('link');
    await house.hear(
      '/odd',
      items.map((item) => ({ ...item, guid: `${item.guid}-again`, title: `${item.title}!` })),
    );
    expect((await house.titles()).sort()).toEqual(['First!', 'Second!']);
    await house.client.journal.undo({ step });
    await house.hear(
      '/odd',
      items.map((item) => ({ ...item, guid: `${item.guid}-again` })),
    );
    expect((await house.titles()).sort()).toEqual(['First', 'Second']);
  });

  test('by their words keeps voices that share a guid and a link', async () => {
    const house = await listening();
    const id = await house.hear('/odd', [{ guid: 'same', text: 'Warm bread today' }]);
    await house.client.sources.change({ id, identity: 'words' });
    await house.hear('/odd', [{ guid: 'same', text: 'Cold milk today' }]);
    expect((await house.client.mentions.list({})).total).toBe(2);
  });
});
