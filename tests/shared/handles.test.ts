import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalPage, handleKey } from '../../shared/handles.ts';

test.each([
  ['mastodon', '@Rosa@Example.social'],
  ['mastodon', 'rosa@example.social'],
  ['Fediverse', 'acct:rosa@example.social'],
  ['mastodon', 'https://example.social/@rosa'],
  ['', 'https://example.social/users/rosa'],
  ['mastodon', 'https://elsewhere.social/@rosa@example.social'],
  ['', '@rosa@example.social'],
])('a fediverse handle is one, however it is typed: %s %s', (network, handle) => {
  expect(handleKey(network, handle)).toBe('mastodon:rosa@example.social');
});

test.each([
  ['bluesky', '@rosa.bsky.social', 'bluesky:rosa.bsky.social'],
  ['bluesky', 'rosa', 'bluesky:rosa.bsky.social'],
  ['', 'https://bsky.app/profile/rosa.example.org', 'bluesky:rosa.example.org'],
  ['', 'bsky.app/profile/did:plc:abc123', 'bluesky:did:plc:abc123'],
  ['bluesky', 'at://did:plc:abc123', 'bluesky:did:plc:abc123'],
  ['reddit', '/u/Rosa_1', 'reddit:rosa_1'],
  ['', 'u/Rosa_1', 'reddit:rosa_1'],
  ['', 'https://old.reddit.com/user/Rosa_1/', 'reddit:rosa_1'],
  ['youtube', '@RosaBakes', 'youtube:rosabakes'],
  ['', 'https://www.youtube.com/@RosaBakes', 'youtube:rosabakes'],
  [
    'youtube',
    'https://www.youtube.com/channel/UCabcdefghijklmnopqrstUV',
    'youtube:UCabcdefghijklmnopqrstUV',
  ],
  ['Twitter', '@Rosa', 'x:rosa'],
  ['', 'https://x.com/Rosa', 'x:rosa'],
  ['instagram', 'https://www.instagram.com/rosa.bakes/?igsh=abc', 'instagram:rosa.bakes'],
  ['', 'linkedin.com/in/rosa-m', 'linkedin:rosa-m'],
  ['web', 'http://www.Example.org/rosa/#top', 'web:https://example.org/rosa'],
  ['', 'https://example.org/blog/rosa', 'web:https://example.org/blog/rosa'],
  ['guestbook', ' Rosa M. ', 'guestbook:rosa m.'],
  ['', 'Rosa', 'handle:rosa'],
  ['mastodon', ' @ ', ''],
])('%s %s is known as %s', (network, handle, key) => {
  expect(handleKey(network, handle)).toBe(key);
});

test('a page has one address', () => {
  expect(canonicalPage('Example.org/')).toBe('https://example.org');
  expect(canonicalPage('https://example.org/a?utm_source=x&page=2')).toBe(
    'https://example.org/a?page=2',
  );
  expect(canonicalPage('MAILTO:rosa@example.org')).toBe('mailto:rosa@example.org');
});

test('whatever is typed, its key is the same with blanks around it and in other capitals', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'mastodon', 'bluesky', 'reddit', 'shop'),
      fc.string({ unit: fc.constantFrom(...'aB1.@/:-_ é'), maxLength: 20 }),
      (network, handle) => {
        const key = handleKey(network, handle);
        expect(handleKey(network, `  ${handle} `)).toBe(key);
        expect(handleKey(network.toUpperCase(), handle)).toBe(key);
        expect(key === '' || key.includes(':')).toBe(true);
      },
    ),
  );
});
