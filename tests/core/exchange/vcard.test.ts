import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { card, read } from './read.ts';

test('a card of version 3, as Apple writes it', () => {
  const [found] = read(
    card(
      '3.0',
      'PRODID:-//Apple Inc.//macOS 14//EN',
      'N:Marín;Rosa;María;Dr.;',
      'FN:Dr. Rosa María Marín',
      'NICKNAME:Rosie',
      'ORG:Panificio Blu;Ovens;',
      'TITLE:Baker',
      'item1.TEL;type=pref:+39 055 123456',
      'item1.X-ABLabel:_$!<Mobile>!$_',
      'TEL;type=HOME;type=VOICE:055 654321',
      'item2.EMAIL;type=INTERNET:rosa@example.org',
      'item2.X-ABLabel:bakery',
      'item3.ADR;type=WORK;type=pref:;;Via Roma\\, 1;Firenze;;50100;Italy',
      'item3.X-ABADR:it',
      'URL;type=pref:https\\://example.org',
      'BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-02-29',
      'item4.X-ABDATE;type=pref:2010-06-12',
      'item4.X-ABLabel:_$!<Anniversary>!$_',
      'item5.X-ABDATE:2015-09-01',
      'item5.X-ABLabel:first order',
      'item6.X-ABRELATEDNAMES;type=pref:Leo',
      'item6.X-ABLabel:_$!<Son>!$_',
      'X-SOCIALPROFILE;type=twitter;x-user=rosab:http://twitter.com/rosab',
      'IMPP;X-SERVICE-TYPE=Jabber;type=HOME:xmpp:rosa@jabber.example',
      'NOTE:Likes rye\\, not wheat.\\nSecond line',
      'CATEGORIES:bakers,market stall',
      'X-SOMETHING-ELSE:kept out',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD',
      ' AAAAAAAAAAAAAAAA',
    ),
  );
  expect(found?.problem).toBeNull();
  expect(found?.note).toBe('Likes rye, not wheat.\nSecond line');
  expect(found?.form).toMatchObject({
    givenName: 'Rosa María',
    familyName: 'Marín',
    nickname: 'Rosie',
    company: 'Panificio Blu',
    role: 'Baker',
    contacts: [
      { kind: 'phone', label: 'mobile', value: '+39 055 123456' },
      { kind: 'phone', label: 'home', value: '055 654321' },
      { kind: 'email', label: 'bakery', value: 'rosa@example.org' },
      { kind: 'address', label: 'work', value: 'Via Roma, 1, Firenze, 50100, Italy' },
      { kind: 'website', value: 'https://example.org' },
      { kind: 'handle', network: 'twitter', value: 'rosab' },
      { kind: 'handle', network: 'Jabber', value: 'rosa@jabber.example' },
    ],
    dates: [
      { kind: 'birthday', year: null, month: 2, day: 29 },
      { kind: 'anniversary', year: 2010, month: 6, day: 12, label: '' },
      { kind: 'other', year: 2015, month: 9, day: 1, label: 'first order' },
    ],
    relations: [{ name: 'Leo', relation: 'son' }],
    facts: [{ text: 'Title: Dr.' }],
    tags: ['bakers', 'market stall'],
  });
});

test('a card of version 2.1, quoted-printable in a charset of its own', () => {
  const [found] = read(
    card(
      '2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BCrgen M=C3=BCller',
      'TEL;CELL;VOICE:0170 1234567',
      'TEL;WORK;FAX:030 123',
      'EMAIL;PREF;INTERNET:j@example.org',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:gr=F6=DFer=0D=0Aals =',
      'gedacht',
      'BDAY:19610415',
      'PHOTO;JPEG;ENCODING=BASE64:/9j/4AAQSkZJRg',
      ' AAAA',
      '',
    ),
  );
  expect(found?.form).toMatchObject({
    givenName: 'Jürgen',
    familyName: 'Müller',
    contacts: [
      { kind: 'phone', label: 'mobile', value: '0170 1234567' },
      { kind: 'phone', label: 'work fax', value: '030 123' },
      { kind: 'email', value: 'j@example.org' },
    ],
    dates: [{ kind: 'birthday', year: 1961, month: 4, day: 15 }],
  });
  expect(found?.note).toBe('größer\nals gedacht');
});

test('a card of version 4 with its own forms', () => {
  const [found] = read(
    card(
      '4.0',
      'FN:Ágnes Kovács',
      'N:Kovács;Ágnes;;;',
      'BDAY:--0415',
      'ANNIVERSARY:2009-08',
      'TEL;VALUE=uri;TYPE="voice,home":tel:+36-1-234-5678;ext=5',
      'EMAIL;PREF=1:agnes@example.org',
      'RELATED;TYPE=spouse;VALUE=text:Béla',
      'RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
      'NOTE:a line that is long and therefore folded in the middle of a wo',
      ' rd',
    ),
  );
  expect(found?.form).toMatchObject({
    givenName: 'Ágnes',
    contacts: [
      { kind: 'phone', label: 'home', value: '+36-1-234-5678 ext. 5' },
      { kind: 'email', value: 'agnes@example.org' },
    ],
    dates: [
      { kind: 'birthday', year: null, month: 4, day: 15 },
      { kind: 'anniversary', year: 2009, month: 8, day: null },
    ],
    relations: [{ name: 'Béla', relation: 'spouse' }],
  });
  expect(found?.note).toContain('middle of a word');
});

test.each<[string, string[], object]>([
  ['only a family name', ['N:Marin;;;;', 'FN:Marin'], { familyName: 'Marin', givenName: '' }],
  ['only a whole name', ['FN:Jan van den Berg'], { givenName: 'Jan', familyName: 'van den Berg' }],
  ['only a company', ['FN:Acme', 'ORG:Acme'], { company: 'Acme', givenName: '' }],
  [
    'a company by its mark',
    ['N:;;;;', 'FN:Acme Ltd', 'X-ABShowAs:COMPANY'],
    { company: 'Acme Ltd', givenName: '' },
  ],
  ['only a mail address', ['N:;;;;', 'FN:', 'EMAIL:x@example.org'], { nickname: 'x@example.org' }],
  ['only a number', ['TEL:055 12 34'], { nickname: '055 12 34' }],
  [
    'the family first',
    ['N:山田;花子;;;', 'FN:山田花子'],
    { givenName: '花子', familyName: '山田', nameOrder: 'family-first' },
  ],
])('a person with %s comes in', (_, lines, form) => {
  const [found] = read(card('3.0', ...lines));
  expect(found?.problem).toBeNull();
  expect(found?.form).toMatchObject(form);
});

test('a person who cannot be read stops nobody else, and says so', () => {
  const people = read(
    [
      card('3.0', 'FN:Ada'),
      card('3.0', 'PHOTO:abc', 'X-NOTHING:1'),
      card('2.1', 'N:Bo;;;;', 'this is no line', ';;;:', 'TEL;=;X"Y:1', 'NOTE:still here'),
      card('3.0', `FN:${'long '.repeat(100)}`),
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cleo, whose card is cut off',
    ].join(''),
  );
  expect(people.map(({ row, problem }) => [row, problem])).toEqual([
    [1, null],
    [2, 'There is no name here, nor anything to call them by.'],
    [3, null],
    [4, expect.stringContaining('does not fit')],
    [5, null],
  ]);
  expect(people[2]).toMatchObject({ note: 'still here', form: { familyName: 'Bo' } });
});

test('a date that is none is kept as it was written', () => {
  const [found] = read(card('3.0', 'FN:Ada', 'BDAY:sometime in May 19'));
  expect(found?.form).toMatchObject({ dates: [], facts: [{ text: 'Born: sometime in May 19' }] });
});

test('a card within a card is not a person', () => {
  const inner = card('2.1', 'N:Agent;;;;').trim();
  const people = read(card('2.1', 'N:Ada;;;;', 'AGENT:', ...inner.split('\r\n'), 'TEL:1234567'));
  expect(people).toHaveLength(1);
  expect(people[0]?.form).toMatchObject({ familyName: 'Ada', contacts: [{ value: '1234567' }] });
});

test.each([
  ['UTF-8 with a mark', (text: string) => iconv.encode(text, 'utf-8', { addBOM: true })],
  ['UTF-16 with a mark', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 without a mark', (text: string) => iconv.encode(text, 'utf-16le')],
  ['UTF-16, big end first', (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['Latin-1', (text: string) => iconv.encode(text, 'latin1')],
  ['classic Mac line ends', (text: string) => Buffer.from(text.replaceAll('\r\n', '\r'))],
])('a file in %s is read as it was meant', (_, encode) => {
  const people = read(encode(card('3.0', 'FN:Zoë Müller') + card('3.0', 'FN:Señor Peña')));
  expect(people.map((found) => found.form.familyName)).toEqual(['Müller', 'Peña']);
});

test('a line in a charset of its own is read in that', () => {
  const [found] = read(
    Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS:'),
      iconv.encode('山田;花子', 'shift_jis'),
      Buffer.from('\r\nEND:VCARD\r\n'),
    ]),
  );
  expect(found?.form).toMatchObject({ familyName: '山田', givenName: '花子' });
});

test('an address of version 2.1 with a backslash in it keeps its parts', () => {
  const [found] = read(card('2.1', 'N:Ada;;;;', 'ADR:;;Via\\, Roma;Firenze;;;'));
  expect(found?.form.contacts).toMatchObject([{ value: 'Via, Roma, Firenze' }]);
  expect(found?.card.lines).toMatchObject([{ name: 'ADR', value: ';;Via\\, Roma;Firenze;;;' }]);
});

test('names in other scripts, further nicknames and how a name is said are read from version 4', () => {
  const [found] = read(
    card(
      '4.0',
      'FN;ALTID=1;LANGUAGE=en:Hanako Yamada',
      'FN;ALTID=1;LANGUAGE=ja:山田 花子',
      'FN:Hanako Yamada',
      'N;ALTID=2:Yamada;Hanako;;;',
      'N;ALTID=2;PHONETIC=script;SCRIPT=Kana:やまだ;はなこ;;;',
      'NICKNAME:Hana',
      'NICKNAME;TYPE=work:Flower,Boss',
    ),
  );
  expect(found?.form).toMatchObject({
    givenName: 'Hanako',
    familyName: 'Yamada',
    nickname: 'Hana',
    saidAs: 'はなこ やまだ',
    otherNames: [{ name: 'Flower' }, { name: 'Boss' }, { name: '山田 花子', label: 'ja' }],
  });
});
