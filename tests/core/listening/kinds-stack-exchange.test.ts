import { describe, expect, test } from 'vitest';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, source } from './gathering.ts';

const far = farEndForEach();

const json = (value: unknown) => JSON.stringify(value);

describe('Stack Exchange', () => {
  const service = 'https://api.stackexchange.com';
  const path = '/2.3/search/advanced';
  const created = Date.UTC(2026, 2, 1, 10) / 1000;
  const question = (id: number, more: object = {}) => ({
    question_id: id,
    title: `Why is loaf ${id} &quot;dark&quot;?`,
    body: `<p>It is <b>black</b> ${id}</p>`,
    link: `https://cooking.stackexchange.com/questions/${id}/why-is-loaf`,
    creation_date: created + id,
    owner: {
      display_name: 'O&#39;Brien',
      link: 'https://cooking.stackexchange.com/users/5/obrien',
    },
    ...more,
  });
  const search = 'https://cooking.stackexchange.com/search?q=loaf';

  test('questions are read as they were meant, odd ones left out, and paged back to what is known', async () => {
    const opened = await far.routed(service);
    far.at(
      path,
      json({
        items: [question(1), { title: 'no id' }, question(2, { owner: null })],
        has_more: true,
        quota_remaining: 299,
      }),
    );
    await opened.client.sources.add({ address: search });
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => [row.title, row.excerpt, row.author, row.address]).sort()).toEqual([
      [
        'Why is loaf 1 "dark"?',
        'It is black 1',
        "O'Brien",
        'https://cooking.stackexchange.com/questions/1/why-is-loaf',
      ],
      [
        'Why is loaf 2 "dark"?',
        'It is black 2',
        '',
        'https://cooking.stackexchange.com/questions/2/why-is-loaf',
      ],
    ]);
    far.at(path, (request, response) => {
      const page = new URL(request.url ?? '', service).searchParams.get('page');
      const items = page === '1' ? [question(5), question(4)] : [question(3), question(2)];
      response.end(json({ items, has_more: page === '1' }));
    });
    expect((await gather(opened)).last.newMentions).toBe(3);
    const last = new URL(far.asked().at(-1) ?? '', service).searchParams;
    expect(last.get('site')).toBe('cooking');
    expect(last.get('filter')).toBe('withbody');
    expect(Number(last.get('fromdate'))).toBe(created + 2 - 86_400);
  });

  test('obeys a backoff for all its sites, and goes on where it stopped', async () => {
    const opened = await far.routed(service);
    far.at(path, json({ items: [question(1)], backoff: 30 }));
    await opened.client.sources.add({ address: search, kind: 'stack-exchange' });
    await opened.client.sources.add({ address: 'stackoverflow: loaf', kind: 'stack-exchange' });
    const { last } = await gather(opened);
    expect(last).toMatchObject({ newMentions: 1, failed: 1 });
    expect(far.requests).toHaveLength(1);
    expect((await opened.client.sources.list())[0]?.healthWords).toContain('come back later');
    opened.clock.set('2026-03-02T08:01');
    far.at(path, json({ items: [] }));
    await gather(opened);
    expect(far.requests).toHaveLength(3);
  });

  test('a page that is missing in the middle is asked for again', async () => {
    const opened = await far.routed(service);
    far.at(path, json({ items: [question(1)] }));
    await opened.client.sources.add({ address: search, kind: 'stack-exchange' });
    await gather(opened);
    let broken = true;
    far.at(path, (request, response) => {
      const page = new URL(request.url ?? '', service).searchParams.get('page');
      if (page === '2' && broken) return response.writeHead(500).end();
      return response.end(
        json({ items: [question(page === '1' ? 3 : 2)], has_more: page === '1' }),
      );
    });
    expect((await gather(opened)).last.newMentions).toBe(1);
    broken = false;
    expect((await gather(opened)).last.newMentions).toBe(1);
  });

  test.each([
    [
      {
        error_id: 502,
        error_name: 'throttle_violation',
        error_message: 'too many requests from this IP, more requests available in 7200 seconds',
      },
      'as often as it does in a day',
      120,
    ],
    [{ error_id: 400, error_name: 'bad_parameter', error_message: 'site' }, 'error (400)', 30],
  ])('%j is told in words', async (refused, words, minutes) => {
    const opened = await far.routed(service);
    far.at(path, (_request, response) => response.writeHead(400).end(json(refused)));
    await opened.client.sources.add({ address: search, kind: 'stack-exchange' });
    await gather(opened);
    const { lastError, nextCheckAt } = await source(opened);
    expect(lastError).toContain(words);
    expect(Math.round(((nextCheckAt ?? 0) - opened.clock.now()) / 60_000)).toBe(minutes);
  });

  test('an empty quota is left alone till tomorrow', async () => {
    const opened = await far.routed(service);
    far.at(path, json({ items: [question(1)], quota_remaining: 0 }));
    await opened.client.sources.add({ address: search, kind: 'stack-exchange' });
    await gather(opened);
    opened.clock.set('2026-03-02T23:00');
    expect((await source(opened)).health).toBe('resting');
    opened.clock.set('2026-03-03T01:30');
    await gather(opened);
    expect(far.requests).toHaveLength(2);
  });
});
