import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SafeHtml, safeAddress } from '../../../renderer/parts/safe-html.tsx';
import { renderPart } from './parts.tsx';

const shown = (html: string) => {
  const { container, unmount } = renderPart(<SafeHtml html={html} />);
  const words = container.querySelector('[dir="auto"]');
  const found = { inside: words?.innerHTML ?? '', text: words?.textContent ?? '' };
  unmount();
  return found;
};

test('what people write is shown: paragraphs, lists, quotes and links', () => {
  const { inside } = shown(
    '<p>Best <b>rye</b></p><ul><li>One</li></ul><a href="https://example.org/a">Here</a>',
  );
  expect(inside).toContain('<p>Best <b>rye</b></p>');
  expect(inside).toContain('<li>One</li>');
  expect(inside).toContain('href="https://example.org/a"');
  expect(inside).toContain('rel="noopener noreferrer nofollow"');
});

test('nothing that runs, fetches or styles comes through', () => {
  const { inside, text } = shown(`
    <a href="javascript:alert(1)">one</a><a href="data:text/html,x">two</a>
    <script>alert(1)</script><style>body{display:none}</style>
    <p onclick="alert(1)" style="position:fixed" class="x" id="content">Hello</p>
    <img src="https://spy.example/p.gif" onerror="alert(1)" alt="A cake">
    <iframe src="https://evil.example"></iframe><svg><script>alert(1)</script></svg>
    <form action="https://evil.example"><input name="password"></form>
    <math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>`);
  expect(inside).not.toMatch(
    /script|style|onclick|onerror|src=|iframe|svg|form|input|javascript:|data:|class=|id=/i,
  );
  expect(text).toContain('Hello');
  expect(text).toContain('[picture: A cake]');
  expect(text).toContain('one');
});

test('somebody’s headings are none of the page’s', () => {
  expect(shown('<h1>News</h1>').inside).toBe('<div>News</div>');
});

test('a page that nests or repeats without end neither hangs nor breaks', () => {
  const deep = shown(`${'<b>'.repeat(3000)}deep`);
  expect(deep.text.length).toBeLessThan(10);
  const long = shown('<p>x</p>'.repeat(20_000));
  expect(long.text.length).toBeLessThan(5000);
});

test('whatever comes, only plain elements and safe addresses are built', () => {
  const pieces = fc.constantFrom(
    '<a href="',
    'javascript:',
    '">',
    '<img src=x onerror=',
    '<svg onload=',
    '<p',
    '>',
    '</p>',
    '<!--',
    '-->',
    '<noscript>',
    '<template>',
    '&lt;script&gt;',
    '\u0000',
    '<b style="',
    'x',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const { inside } = shown(parts.join(''));
      const built = new DOMParser().parseFromString(inside, 'text/html').body;
      for (const element of built.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(['href', 'target', 'rel']).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(https?|mailto):/);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('an address is safe when it is the web or mail, and nothing else', () => {
  expect(safeAddress('https://example.org')).toBe('https://example.org/');
  expect(safeAddress('mailto:rosa@example.org')).toBe('mailto:rosa@example.org');
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    '/local',
    '',
    null,
  ]) {
    expect(safeAddress(address)).toBeUndefined();
  }
});
