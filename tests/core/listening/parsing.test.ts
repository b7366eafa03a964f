import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readCorpus } from '../../../main/core/listening/corpus.ts';
import { createFeedReader, type FeedReader } from '../../../main/core/listening/parsing.ts';
import { blank } from '../../../main/core/listening/sources/json-answer.ts';

const now = () => Date.UTC(2026, 2, 2, 8);
let reader: FeedReader | undefined;
afterEach(() => reader?.close());

const document = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  contentType: null,
  address: 'https://shop.example/feed',
});
const feed = (title: string) =>
  `<rss version="2.0"><channel><title>News</title><item><title>${title}</title><link>/a</link><description>&lt;p onclick="x"&gt;Hi&lt;/p&gt;</description></item></channel></rss>`;

test('reads a document into clean items in a thread of its own', async () => {
  reader = createFeedReader({ now });
  const read = await reader.read(document(feed('Bread')));
  expect(read.items[0]).toMatchObject({
    title: 'Bread',
    html: '<p>Hi</p>',
    text: 'Hi',
    link: 'https://shop.example/a',
  });
});

test('a document that takes too long is given up, and the next one is read', async () => {
  reader = createFeedReader({ now, timeLimit: 1 });
  const slow = feed('Bread'.repeat(400)).replace(
    '</item>',
    `<x>${'<y>z</y>'.repeat(400_000)}</x></item>`,
  );
  await expect(reader.read(document(slow))).rejects.toMatchObject({ reason: 'took-too-long' });
  await reader.close();
  reader = createFeedReader({ now });
  const [, second] = await Promise.allSettled([
    reader.read(document('')),
    reader.read(document(feed('Cake'))),
  ]);
  expect(second.status === 'fulfilled' && second.value.items[0]?.title).toBe('Cake');
});

test('very many items are cleaned, though that takes longer than any one of them may', async () => {
  reader = createFeedReader({ now, timeLimit: 400 });
  await reader.read(document(feed('warm')));
  const html = '<p>Some <b>bold</b> words.</p>'.repeat(20);
  const item = { ...blank, html };
  expect(await reader.clean(Array.from({ length: 1500 }, () => item))).toHaveLength(1500);
});

test('documents that wait behind one that hangs are still read', async () => {
  reader = createFeedReader({ now, timeLimit: 400, wholeLimit: 400 });
  await reader.read(document(feed('warm')));
  const slow = document(
    `<rss version="2.0"><channel>${'<item><title>x</title><description>&lt;ul&gt;&lt;li&gt;</description></item>'.repeat(200_000)}</channel></rss>`,
  );
  const results = await Promise.allSettled([
    reader.read(slow),
    reader.read(document(feed('Cake'))),
  ]);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
});

test('a folder of feeds is read and scored against both kinds of expectations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'porchlight-corpus-'));
  await mkdir(join(folder, 'more'));
  await writeFile(join(folder, 'a.xml'), feed('Bread &amp; cake'));
  await writeFile(join(folder, 'more', 'b.xml'), feed('Soup'));
  await writeFile(join(folder, 'more', 'b.json'), '{"expected": "of b.xml"}');
  await writeFile(join(folder, 'c.html'), '<html>hello</html>');
  await writeFile(
    join(folder, 'all.expected.json'),
    JSON.stringify({
      'a.xml': {
        items: [
          { title: 'Bread & cake', link: 'wrong' },
          { title: 'missing', id: '1' },
        ],
      },
      'more/b.xml': [
        { field: 'title', item: 0, equals: 'Soup' },
        { field: 'feed_title', item: null, equals: 'Olds' },
      ],
    }),
  );
  let ticks = 0;
  const report = await readCorpus({
    folder,
    expectations: join(folder, 'all.expected.json'),
    now,
    stopwatch: () => (ticks += 500),
  });
  expect(report).toMatchObject({
    files: 3,
    read: 2,
    refused: 1,
    hung: 0,
    items: 2,
    expectedItems: 3,
    foundItems: 2,
    agreement: { title: 1, link: 0, id: null, date: null },
    checks: { passed: 1, made: 2 },
    refusals: [{ reason: 'a-web-page', count: 1 }],
  });
  expect(report.differences).toHaveLength(3);
});
