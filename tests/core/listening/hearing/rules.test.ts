import { describe, expect, test } from 'vitest';
import { contains } from '../../../../main/core/listening/hearing/rule-match.ts';
import { listening, type Said } from './voices.ts';

const voices: Said[] = [
  { title: 'Fair', text: 'The summer fair was loud.', author: 'Town Hall' },
  { title: 'Fairness', text: 'It is all about fairness.', author: 'Bea Brown' },
  { title: 'Rye', text: 'Warm rye at the fair!', author: 'Bea Brown', stars: 2 },
];

describe('a rule', () => {
  test('is tried on what is stored before it is kept, and changes nothing then', async () => {
    const house = await listening();
    await house.hear('/a', voices);
    const rule = { containing: ['fair', 'no such word'], does: 'let-go' as const };
    const tried = await house.client.rules.try(rule);
    expect(tried).toMatchObject({
      words: 'A voice containing “fair” or “no such word”: let it go.',
      fits: 2,
      changes: 2,
    });
    expect(tried.rows.map((row) => row.title)).toEqual(['Rye', 'Fair']);
    expect((await house.client.mentions.list({ state: 'new' })).total).toBe(3);
    expect((await house.client.rules.list()).rules).toEqual([]);
  });

  test('does what it says with what comes, as a step that can be taken back', async () => {
    const house = await listening();
    await house.hear('/a', []);
    await house.client.rules.keep({ author: 'bea brown', does: 'noted' });
    await house.client.rules.keep({ containing: ['rye'], does: 'star' });
    await house.hear('/a', voices);
    expect(await house.row('Fairness')).toMatchObject({ state: 'noted', starred: false });
    expect(await house.row('Warm rye')).toMatchObject({ state: 'noted', starred: true });
    expect(await house.row('summer')).toMatchObject({ state: 'new', starred: false });

    const [latest] = await house.client.journal.history({});
    expect(latest?.label).toBe('By your rules: 2 noted, 1 starred');
    const undone = await house.client.journal.undo({});
    expect(undone.label).toContain('Made a rule');
    await house.client.journal.undo({ step: latest?.step ?? '' });
    expect(await house.row('Warm rye')).toMatchObject({ state: 'new', starred: false });
  });

  test('is applied to what is there, if wished, in the same one step', async () => {
    const house = await listening();
    const source = await house.hear('/a', voices);
    await house.client.mentions.mark({ ids: [(await house.row('Rye')).id], state: 'answered' });
    const kept = await house.client.rules.keep({
      sourceId: source,
      does: 'let-go',
      alsoStored: true,
    });
    expect(kept.changed).toBe(2);
    expect((await house.client.mentions.list({ state: 'let-go' })).total).toBe(2);
    expect((await house.row('Rye')).state).toBe('answered');
    await house.client.journal.undo({});
    expect((await house.client.mentions.list({ state: 'let-go' })).total).toBe(0);
    expect((await house.client.rules.list()).rules).toEqual([]);
  });

  test('says how they are meant and whose they are, but never against a person', async () => {
    const house = await listening();
    const { id: customerId } = await house.client.people.add({ givenName: 'Bea' });
    await house.hear('/a', voices);
    await house.client.mentions.tone({ ids: [(await house.row('Rye')).id], tone: 'question' });
    await house.client.rules.keep({
      author: 'Bea Brown',
      does: 'tone',
      tone: 'praise',
      alsoStored: true,
    });
    await house.client.rules.keep({
      author: 'Bea Brown',
      does: 'link',
      customerId,
      alsoStored: true,
    });
    expect(await house.row('Rye')).toMatchObject({ tone: 'question', customer: { name: 'Bea' } });
    expect(await house.row('Fairness')).toMatchObject({
      tone: 'praise',
      customer: { name: 'Bea' },
    });
    expect((await house.client.rules.list()).rules.map((rule) => rule.words)).toEqual([
      'A voice by Bea Brown: take it for praise.',
      'A voice by Bea Brown: it is by Bea.',
    ]);
    await house.client.people.bin({ ids: [customerId] });
    expect((await house.client.rules.list()).rules[1]?.words).toContain('not here any more');
    await house.hear('/a', [{ title: 'Cake', text: 'Good.', author: 'Bea Brown' }]);
    expect((await house.row('Cake')).customer).toBeNull();
  });

  test('by stars fits every scale, and what is not rated never', async () => {
    const house = await listening();
    await house.hear('/a', voices);
    const fits = async (starsAtMost: number) =>
      (await house.client.rules.try({ starsAtMost, does: 'star' })).fits;
    expect(await fits(1)).toBe(0);
    expect(await fits(2)).toBe(1);
  });

  test('is refused where it says nothing, or not enough', async () => {
    const { client } = await listening();
    await expect(client.rules.keep({ does: 'noted' })).rejects.toThrow('which voices');
    await expect(client.rules.keep({ author: 'a', does: 'tone' })).rejects.toThrow('meant');
    await expect(client.rules.keep({ author: 'a', does: 'link' })).rejects.toThrow('whose');
  });

  test('is forgotten, and what it did stays', async () => {
    const house = await listening();
    const { id } = await house.client.rules.keep({ containing: ['fair'], does: 'noted' });
    await house.hear('/a', voices.slice(0, 1));
    await house.client.rules.remove({ id });
    expect((await house.row('Fair')).state).toBe('noted');
    await house.hear('/a', [{ title: 'Another fair', text: 'Soon.' }]);
    expect((await house.row('Another')).state).toBe('new');
  });
});

test('words to ignore let go of strangers, never of customers', async () => {
  const house = await listening();
  const { client } = house;
  await client.people.add({
    givenName: 'Rosa',
    contacts: [{ kind: 'handle', network: 'mastodon', value: '@rosa@town.example' }],
  });
  await house.hear('/a', [{ title: 'Old bitcoin', text: 'Win!' }]);
  expect(await client.rules.tryIgnoring({ terms: ['bitcoin'] })).toMatchObject({ changes: 1 });
  expect(await client.rules.ignore({ terms: ['bitcoin'], alsoStored: true })).toMatchObject({
    changed: 1,
  });
  await house.hear('/a', [
    { title: 'New bitcoin', text: 'Win!' },
    {
      title: 'My bitcoin',
      text: 'Do you take it?',
      author: 'R',
      uri: 'https://town.example/@rosa',
    },
  ]);
  expect((await client.mentions.list({ state: 'new' })).rows.map((row) => row.title)).toEqual([
    'My bitcoin',
  ]);
  expect((await client.rules.list()).ignored).toEqual(['bitcoin']);
});

test('what shall be told is told in one notice after gathering, and only what is fresh', async () => {
  const house = await listening();
  await house.client.rules.keep({ starsAtMost: 2, does: 'tell' });
  const said = { author: 'Kim', stars: 2, text: 'Cold.' };
  await house.hear('/a', [
    { ...said, title: 'Stale', at: '2026-03-01T20:00:00Z' },
    { ...said, title: 'Years ago', at: '2021-03-01T20:00:00Z' },
    { title: 'Fine', text: 'Good.', stars: 5 },
  ]);
  await expect
    .poll(() => house.host.notices)
    .toEqual([{ title: '2 of 5: Kim at /a', body: 'Stale. Cold.' }]);
  await house.hear('/a', [
    { ...said, title: 'One', at: '2026-03-01T21:00:00Z' },
    { ...said, title: 'Two', author: 'Ann', at: '2026-03-01T22:00:00Z' },
  ]);
  await expect
    .poll(() => house.host.notices[1])
    .toEqual({
      title: '2 voices you wanted to hear of',
      body: 'Ann, Kim',
    });
});

test('a search is saved under a name, changed under the same, and forgotten', async () => {
  const { client } = await listening();
  const { id } = await client.savedSearches.save({ name: 'Bread', words: 'rye', show: 'all' });
  expect(await client.savedSearches.save({ name: 'bread', words: 'rye loaf' })).toMatchObject({
    id,
  });
  expect(await client.savedSearches.list()).toEqual([
    { id, name: 'bread', words: 'rye loaf', show: 'new', sourceId: null },
  ]);
  await client.savedSearches.remove({ id });
  expect(await client.savedSearches.list()).toEqual([]);
  await client.journal.undo({});
  expect(await client.savedSearches.list()).toHaveLength(1);
});

test.each([
  ['whole words', ['fair'], 'The FAIR!', true],
  ['no parts of words', ['fair'], 'fairness', false],
  ['accents or none', ['creme brulee'], 'Crème brûlée.', true],
  ['a phrase across signs', ['never again'], 'Never — again', true],
  ['scripts without blanks', ['面包'], '我喜欢面包店', true],
  ['nothing but signs', ['!!!'], 'Wow!!!', false],
])('words are contained as %s', (_how, phrases, words, is) => {
  expect(contains(phrases, words)).toBe(is);
});
