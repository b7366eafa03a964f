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

test('reads UTF-8 that is called something else, and Western bytes that are called UTF-8', () => {
  expect(decode(utf8('<?xml version="1.0" encoding="iso-8859-1"?>café’s'))).toContain('café’s');
  expect(decode(utf8('café'), 'text/xml; charset=us-ascii')).toBe('café');
  expect(decode(iconv.encode('<?xml version="1.0" encoding="utf-8"?>café', 'latin1'))).toContain(
    'café',
  );
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
