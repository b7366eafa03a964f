import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, plainText } from '../../../main/core/listening/clean-html.ts';
import { canonicalLink, resolveLink } from '../../../main/core/listening/links.ts';
import { plainTitle } from '../../../main/core/listening/plain-title.ts';

const base = 'https://shop.example/news/';

describe('HTML that is stored', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<form action="https://evil.example"><input name=a></form>',
    '<p style="background:url(https://evil.example)" onclick="alert(1)">x</p>',
    '<style>p{background:url(https://evil.example)}</style>',
    '<link rel=stylesheet href=https://evil.example>',
    '<base href="https://evil.example/">',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<math><mtext></p><img src=x onerror=alert(1)></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<video src="https://evil.example/v" autoplay></video>',
  ])('keeps nothing that acts or loads: %s', (hostile) => {
    const kept = cleanHtml(hostile, base);
    expect(kept).not.toMatch(
      /<(script|style|iframe|form|input|svg|math|link|base|meta|video|object|embed)/i,
    );
    expect(kept).not.toMatch(/\son\w+\s*=|javascript:|data:text|\sstyle=|\ssrc=/i);
  });

  test('pictures wait, unloaded, with their absolute address; counting pixels go', () => {
    expect(cleanHtml('<img src="a.jpg" alt="Bread">', base)).toBe(
      '<img data-remote-src="https://shop.example/news/a.jpg" alt="Bread" />',
    );
    expect(cleanHtml('<img src="https://count.example/p" width="1" height="1">', base)).toBe('');
  });

  test('links become absolute and give nothing away', () => {
    expect(cleanHtml('<a href="../bread" target=_top>x</a>', base)).toBe(
      '<a href="https://shop.example/bread" rel="noopener noreferrer">x</a>',
    );
  });

  test('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const once = cleanHtml(`<p>${text}`, base);
        expect(cleanHtml(once.replaceAll('data-remote-src', 'src'), base)).toBe(once);
      }),
    );
  });
});

test('the text is what a person would see', () => {
  expect(plainText('<p>Hello <b>there</b></p><ul><li>one</li><li>two</li></ul>')).toBe(
    'Hello there\n\n• one\n• two',
  );
  expect(plainText('<h2>Bread &amp; cake</h2><p><a href="https://x.example">here</a></p>')).toBe(
    'Bread & cake\n\nhere',
  );
});

describe('titles', () => {
  test.each([
    ['Bread &amp; <b>cake</b>', 'Bread & cake'],
    ['A list: Vec&lt;Bread&gt;', 'A list: Vec<Bread>'],
    ['A list: Vec<Bread>', 'A list: Vec<Bread>'],
    ['5 < 6', '5 < 6'],
    ['so<script>alert(1)</script>up', 'soup'],
    ['two<br>lines\n and  spaces', 'two lines and spaces'],
    [null, ''],
  ])('%s', (html, expected) => {
    expect(plainTitle(html)).toBe(expected);
  });

  test('are cut where nobody reads on', () => {
    expect(plainTitle('x'.repeat(5000))).toHaveLength(500);
  });
});

describe('the canonical link', () => {
  test.each([
    ['https://Shop.example/a?utm_source=x&id=1&fbclid=y#top', 'https://shop.example/a?id=1'],
    [
      'https://www.google.com/url?rct=j&url=https://shop.example/a%3Futm_medium%3Dm&ct=ga',
      'https://shop.example/a',
    ],
    ['https://app.example/#!/post/1', 'https://app.example/#!/post/1'],
    ['javascript:alert(1)', null],
    ['not a link', null],
    [null, null],
  ])('of %s', (link, expected) => {
    expect(canonicalLink(link)).toBe(expected);
  });

  test('is its own canonical link', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (link) => {
        const once = canonicalLink(link);
        expect(canonicalLink(once)).toBe(once);
      }),
    );
  });
});

test('a relative link without a base stays as it is', () => {
  expect(resolveLink('/a', null)).toBe('/a');
  expect(resolveLink(' /a\n', base)).toBe('https://shop.example/a');
});
