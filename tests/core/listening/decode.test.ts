import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from '../../../main/core/listening/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'utf-8'])(
  'reads %s with its mark',
  (charset) => {
    expect(decode(iconv.encode('<rss>Ťhé</rss>', charset, { addBOM: true }))).toBe(
      '<rss>Ťhé</rss>',
    );
  },
);

test.each(['utf-16le', 'utf-16be'])(
  'tells %s without a mark by its first characters',
  (charset) => {
    expect(decode(iconv.encode('<rss>é</rss>', charset))).toBe('<rss>é</rss>');
  },
);

test('goes by the charset of the answer, then by the declaration', () => {
  const russian = iconv.encode('<?xml version="1.0" encoding="koi8-r"?><a>Привет</a>', 'koi8-r');
  expect(decode(russian)).toContain('Привет');
  const greek = iconv.encode('<?xml version="1.0" encoding="koi8-r"?><a>Γεια</a>', 'iso-8859-7');
  expect(decode(greek, 'text/xml; charset="ISO-8859-7"')).toContain('Γεια');
  const page = iconv.encode('<html><meta charset=windows-1251>Привет', 'windows-1251');
  expect(decode(page)).toContain('Привет');
});

test.each([
  ['windows-1252', 'Süße 1. Süße 2. Süße 3. Süße 4.'],
  ['windows-1252', 'Die Brötchen von Frau Müller schmeckten früher größer, fand er'],
  ['windows-1251', 'Свежий хлеб каждое утро, приходите к нам с семи часов'],
  ['koi8-r', 'Свежий хлеб каждое утро, приходите к нам с семи часов'],
  ['iso-8859-2', 'Świeży chleb codziennie, zapraszamy już od siódmej, także w niedzielę'],
  ['windows-1250', 'Čerstvý chléb každý den, přijďte už v sedm, těšíme se na vás'],
  ['windows-1253', 'Φρέσκο ψωμί κάθε πρωί, σας περιμένουμε από τις επτά'],
  ['shift_jis', '焼きたてのパンをどうぞ。毎朝七時から開いています。'],
  ['euc-jp', '焼きたてのパンをどうぞ。毎朝七時から開いています。'],
  ['gb18030', '这里的面包是每天早上新鲜出炉的，欢迎大家来我们的店'],
  ['big5', '這裡的麵包是每天早上新鮮出爐的，歡迎大家來我們的店'],
  ['euc-kr', '매일 아침에 갓 구운 빵을 만나보세요. 우리 가게는 일곱 시에 문을 열고 있습니다'],
])('tells %s by its letters where nothing says it', (charset, words) => {
  expect(decode(iconv.encode(`<rss><title>${words}</title></rss>`, charset))).toContain(words);
});

test('a few Western bytes in UTF-8 are read as what they are', () => {
  const mixed = Buffer.concat([utf8('Süße Brötchen bei '), Buffer.from('M\xfcller', 'latin1')]);
  expect(decode(mixed)).toBe('Süße Brötchen bei Müller');
});

test('reads UTF-8 that is called something else, and Western bytes that are called UTF-8', () => {
  expect(decode(utf8('<?xml version="1.0" encoding="iso-8859-1"?>café’s'))).toContain('café’s');
  expect(decode(utf8('café'), 'text/xml; charset=us-ascii')).toBe('café');
  expect(decode(iconv.encode('<?xml version="1.0" encoding="utf-8"?>café', 'latin1'))).toContain(
    'café',
  );
});

test('letters in the middle of Latin words are Latin, also two that stand together', () => {
  const words = 'Süße Grüße, gefüöllte Brötchen: naïve Œuvre. '.repeat(8);
  expect(decode(iconv.encode(words, 'windows-1252'), 'text/xml; charset=utf-8')).toBe(words);
});

test('reads curly quotes that were sent as Latin-1 and written as references to nothing', () => {
  expect(decode(iconv.encode('“quote”', 'windows-1252'), 'text/html; charset=iso-8859-1')).toBe(
    '“quote”',
  );
  expect(decode(utf8('don\u0092t'))).toBe('don’t');
});

test('keeps a UTF-8 text with one broken byte in UTF-8', () => {
  const bytes = [...utf8('Größe und Maß, überall: äöü ÄÖÜ ßß éèê'), 0xff];
  expect(decode(Uint8Array.from(bytes))).toContain('Größe und Maß');
});

test('leaves out what XML forbids', () => {
  expect(decode(utf8('a\u0000b\u000bc\td\ne'))).toBe('abc\td\ne');
});

test('an unknown charset is a guess, not an error', () => {
  expect(decode(utf8('<?xml version="1.0" encoding="klingon"?>é'))).toContain('é');
});

test('never throws, whatever the bytes and the header', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, header) => {
      expect(typeof decode(bytes, header)).toBe('string');
    }),
  );
});
