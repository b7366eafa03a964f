import { describe, expect, test } from 'vitest';
import { listening, type Said } from './voices.ts';

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]);

describe('what matters first', () => {
  const voices: Said[] = [
    { title: 'News', text: 'The fair is on Monday.', at: '2026-02-20T09:00:00Z' },
    { title: 'Praise', text: 'Thank you, wonderful.', at: '2026-02-21T09:00:00Z' },
    { title: 'Asks', text: 'Are you open on Sunday?', at: '2026-02-22T09:00:00Z' },
    { title: 'Later', text: 'So rude, never again.', at: '2026-02-24T09:00:00Z' },
    { title: 'Earlier', text: 'Terrible, simply.', at: '2026-02-23T09:00:00Z' },
    {
      title: 'Of a customer',
      text: 'I was disappointed.',
      author: 'Rosa',
      uri: 'https://town.example/@rosa',
      at: '2026-02-28T09:00:00Z',
    },
    { title: 'Long ago', text: 'The worst of all.', at: '2023-02-20T09:00:00Z' },
  ];

  test('is complaints, questions, praise, the rest; customers and the longest waiting before', async () => {
    const house = await listening();
    await house.client.people.add({
      givenName: 'Rosa',
      contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@town.example' }],
    });
    await house.hear('/a', voices);
    const list = async (order: 'matters' | 'newest') =>
      (await house.client.mentions.list({ state: 'new', order })).rows.map((row) => row.title);
    const inOrder = ['Of a customer', 'Earlier', 'Later', 'Asks', 'Praise', 'News', 'Long ago'];
    expect(await list('matters')).toEqual(inOrder);
    expect((await list('newest'))[0]).toBe('Of a customer');
    expect((await list('newest')).at(-1)).toBe('Long ago');
    const { rows } = await house.client.mentions.list({
      state: 'new',
      order: 'matters',
      offset: 2,
      limit: 2,
    });
    expect(rows.map((row) => row.title)).toEqual(inOrder.slice(2, 4));
  });

  test('a guess is corrected, and stays so when the voice is edited', async () => {
    const house = await listening();
    await house.hear('/a', [
      { guid: '1', title: 'Broken', text: 'My heart is broken, so lovely.' },
    ]);
    const { id } = await house.row('Broken');
    expect(await house.row('Broken')).toMatchObject({ tone: 'complaint', toneFrom: 'guess' });
    const { step } = await house.client.mentions.tone({ ids: [id], tone: 'praise' });
    await house.hear('/a', [{ guid: '1', title: 'Broken', text: 'Terrible, so broken.' }]);
    expect(await house.row('Broken')).toMatchObject({ tone: 'praise', toneFrom: 'said' });
    expect((await house.client.journal.history({}))[0]?.label).toBe('Took a mention for praise');
    await house.client.journal.undo({ step });
    expect(await house.row('Broken')).toMatchObject({ tone: 'complaint', toneFrom: 'guess' });
  });

  test('a low rating is no guess', async () => {
    const house = await listening();
    await house.hear('/a', [{ title: 'Stars', text: 'Lovely.', stars: 1 }]);
    expect(await house.row('Stars')).toMatchObject({ tone: 'complaint', toneFrom: 'rating' });
  });
});

describe('a conversation', () => {
  const three: Said[] = [
    { title: 'One', text: 'Is it open?', at: '2026-02-20T09:00:00Z' },
    { title: 'Two', text: 'It is.', at: '2026-02-21T09:00:00Z' },
    { title: 'Three', text: 'Good.', at: '2026-02-22T09:00:00Z' },
  ];

  test('is made of several, stands where it began, and is dealt with as a whole', async () => {
    const house = await listening();
    const { client } = house;
    await house.hear('/a', three);
    const ids = await Promise.all(
      ['One', 'Two', 'Three'].map(async (t) => (await house.row(t)).id),
    );
    const [one = '', two = '', last = ''] = ids;
    await client.mentions.mark({ ids: [one], state: 'noted' });
    const joined = await client.mentions.join({ ids: [last, one] });
    expect(joined.id).toBe(one);
    const list = async (state: 'new' | 'answered' | 'noted') =>
      (await client.mentions.list({ state })).rows.map((row) => [row.title, row.together]);
    expect(await list('new')).toEqual([
      ['Two', 1],
      ['One', 2],
    ]);
    expect((await client.house.counts()).newMentions).toBe(2);
    await client.mentions.join({ ids: [two, last] });
    expect(await list('new')).toEqual([['One', 3]]);
    expect(
      (await client.mentions.get({ id: last })).conversation.map((part) => part.title),
    ).toEqual(['One', 'Two', 'Three']);
    await client.mentions.mark({ ids: [one], state: 'answered' });
    expect((await client.mentions.get({ id: last })).state).toBe('answered');
    expect(await client.mentions.list({ words: 'good' })).toMatchObject({
      rows: [{ title: 'One' }],
    });
    await client.journal.undo({});
    expect(await list('new')).toEqual([['One', 3]]);
  });

  test('is parted again, also by its first, each in a step that can be taken back', async () => {
    const house = await listening();
    const { client } = house;
    await house.hear('/a', three);
    const ids = await Promise.all(
      ['One', 'Two', 'Three'].map(async (t) => (await house.row(t)).id),
    );
    const [one = '', two = ''] = ids;
    await client.mentions.join({ ids });
    await client.mentions.part({ id: one });
    const list = async () =>
      (await client.mentions.list({ state: 'new' })).rows.map((row) => [row.title, row.together]);
    expect(await list()).toEqual([
      ['Two', 2],
      ['One', 1],
    ]);
    await client.journal.undo({});
    expect(await list()).toEqual([['One', 3]]);
    await client.journal.undo({});
    expect(await list()).toHaveLength(3);
    await expect(client.mentions.part({ id: two })).rejects.toThrow('alone');
    await expect(client.mentions.join({ ids: [two, two] })).rejects.toThrow('at least two');
  });

  test('loses nobody when the source of its first words is removed', async () => {
    const house = await listening();
    const first = await house.hear('/a', three.slice(0, 1));
    await house.hear('/b', three.slice(1, 2));
    await house.client.mentions.join({
      ids: [(await house.row('One')).id, (await house.row('Two')).id],
    });
    await house.client.sources.remove({ id: first });
    expect((await house.client.mentions.list({ state: 'new' })).rows).toMatchObject([
      { title: 'One', together: 2 },
    ]);
  });
});

test('a voice is taken out whole: who, where, when, before, and what was done', async () => {
  const house = await listening();
  const said = {
    guid: '1',
    title: 'The rye',
    author: 'Rosa Marin',
    link: 'https://news.example/1',
  };
  await house.hear('/a', [{ ...said, text: '# Stale\nand cold' }]);
  await house.hear('/a', [{ ...said, text: '# Lovely\nand warm' }]);
  await house.hear('/b', [{ ...said, text: 'Lovely and warm' }]);
  const { id } = await house.row('The rye');
  await house.client.mentions.mark({ ids: [id], state: 'noted' });
  await house.client.mentions.star({ ids: [id], starred: true });
  await house.client.journal.undo({});
  const { fileName, content } = await house.client.mentions.export({ id });
  expect(fileName).toBe('voice-2026-03-01-Rosa-Marin.md');
  expect(content).toContain('# The rye\n\n- Who: Rosa Marin\n- Where: /a, https://news.example/1');
  expect(content).toContain('- Also found at: /b');
  expect(content).toContain('\n> # Lovely');
  expect(content).toMatch(/What it said before[\s\S]*> # Stale/);
  expect(content).toContain('2 March 2026 at 08:00: Marked a mention as noted');
  expect(content).not.toContain('Starred');
});

describe('pictures', () => {
  const html = (...sources: string[]) =>
    `<p>Look</p>${sources.map((one) => `<img src="${one}" alt="bread">`).join('')}`;

  test('are fetched when asked for, by their first bytes, and from that host alone', async () => {
    const house = await listening((far) => ({
      routes: [{ from: 'https://pictures.example', to: far.origin }],
    }));
    house.far.at('/bread.png', (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(png),
    );
    house.far.at('/evil.png', (_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'image/png' })
        .end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    );
    const host = 'https://pictures.example';
    await house.hear('/a', [
      {
        title: 'Look',
        html: html(`${host}/bread.png`, `${host}/evil.png`, 'https://other.example/x.png'),
      },
    ]);
    const { id } = await house.row('Look');
    const asked = () => house.far.requests.filter(({ url }) => url?.endsWith('.png')).length;
    expect((await house.client.mentions.get({ id })).pictureHosts).toEqual([
      'pictures.example',
      'other.example',
    ]);
    expect(asked()).toBe(0);
    const found = await house.client.mentions.pictures({ id, host: 'pictures.example' });
    expect(found).toEqual({
      pictures: [
        { address: `${host}/bread.png`, data: `data:image/png;base64,${png.toString('base64')}` },
      ],
      missing: 1,
    });
    expect(asked()).toBe(2);
  });

  test('too large, inside the own network, or of no voice are not had', async () => {
    const house = await listening((far) => ({
      routes: [{ from: 'https://pictures.example', to: far.origin }],
    }));
    house.far.at('/huge.png', (_request, response) =>
      response.end(Buffer.concat([png, Buffer.alloc(5_000_000)])),
    );
    await house.hear('/a', [
      {
        title: 'Look',
        html: html('https://pictures.example/huge.png', 'http://192.168.0.1/router.png'),
      },
    ]);
    const { id } = await house.row('Look');
    const none = { pictures: [], missing: 1 };
    expect(await house.client.mentions.pictures({ id, host: 'pictures.example' })).toEqual(none);
    expect(await house.client.mentions.pictures({ id, host: '192.168.0.1' })).toEqual(none);
    await expect(house.client.mentions.pictures({ id, host: 'elsewhere.example' })).rejects.toThrow(
      'no pictures',
    );
  });
});

test('an unanswered complaint by a customer is why to turn to them, and their words are shown', async () => {
  const house = await listening();
  const { client } = house;
  const { id } = await client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
    circle: 'wider',
    contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@town.example' }],
  });
  for (const givenName of ['Ann', 'Bob', 'Cem']) await client.people.add({ givenName });
  await house.hear('/a', [
    { title: 'Rye', text: 'So disappointed.', author: 'R', uri: 'https://town.example/@rosa' },
  ]);
  const { pick } = await client.today.get();
  expect(pick?.customer.id).toBe(id);
  expect(JSON.stringify(pick?.reasons)).toContain('complaint');
  expect(pick?.brief.latestWords?.excerpt).toContain('So disappointed');
  const { entries } = await client.timeline.list({ customerId: id });
  expect(entries.some((entry) => entry.kind === 'mention')).toBe(true);
});

test('a "not them" holds for that name in that source, where there is no handle, and no further', async () => {
  const house = await listening();
  const { id: customerId } = await house.client.people.add({
    givenName: 'Rosa',
    familyName: 'Marin',
  });
  const said = { author: 'Rosa Marin', text: 'Good.' };
  await house.hear('/a', [{ ...said, title: 'First' }]);
  await house.client.mentions.unlink({ id: (await house.row('First')).id, customerId });
  await house.hear('/a', [{ ...said, title: 'Second' }]);
  await house.hear('/b', [{ ...said, title: 'Elsewhere' }]);
  expect((await house.row('Second')).likely).toBeNull();
  expect((await house.row('Elsewhere')).likely?.id).toBe(customerId);
});
