import { expect, test } from 'vitest';
import { readPeopleFile } from '../../../main/core/exchange/read-file.ts';
import { inBase64, read } from './read.ts';

test('Google’s contacts, as they were written until 2024', () => {
  const [rosa] = read(
    [
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Nickname,Birthday,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Organization 1 - Name,Organization 1 - Title,Website 1 - Value',
      'Rosa Marin,Rosa,Maria,Marin,,Rosie, --04-15,"likes rye, not wheat",Bakers ::: * myContacts,* Work,rosa@example.org,Home,r@example.org,Mobile,+39 055 1 ::: +39 055 2,Home,"Via Roma 1\nFirenze",Via Roma 1,Firenze,Panificio,Baker,https://example.org',
    ].join('\r\n'),
  );
  expect(rosa).toMatchObject({
    note: 'likes rye, not wheat',
    form: {
      givenName: 'Rosa Maria',
      familyName: 'Marin',
      nickname: 'Rosie',
      company: 'Panificio',
      role: 'Baker',
      contacts: [
        { kind: 'email', label: 'work', value: 'rosa@example.org' },
        { kind: 'email', label: 'home', value: 'r@example.org' },
        { kind: 'phone', label: 'mobile', value: '+39 055 1' },
        { kind: 'phone', label: 'mobile', value: '+39 055 2' },
        { kind: 'website', value: 'https://example.org' },
        { kind: 'address', value: 'Via Roma 1, Firenze' },
      ],
      dates: [{ kind: 'birthday', year: null, month: 4, day: 15 }],
      tags: ['Bakers'],
    },
  });
});

test('Google’s contacts, as they are written now', () => {
  const [rosa] = read(
    [
      'First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
      'Rosa,,Marin,,Dr,,,Panificio,Baker,Ovens,1961-04-15,,https://photo.example/1,Bakers ::: * starred,* Other,rosa@example.org,Work,055 1234567',
    ].join('\n'),
  );
  expect(rosa?.form).toMatchObject({
    givenName: 'Rosa',
    familyName: 'Marin',
    company: 'Panificio',
    role: 'Baker',
    contacts: [
      { kind: 'email', value: 'rosa@example.org' },
      { kind: 'phone', label: 'work', value: '055 1234567' },
    ],
    dates: [{ year: 1961, month: 4, day: 15 }],
    tags: ['Bakers'],
  });
});

test('Outlook’s contacts, with an address in parts', () => {
  const [rosa] = read(
    [
      'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business Postal Code,Business Country/Region,Home Street,Home City,Business Fax,Business Phone,Home Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail Type,E-mail 2 Address,Notes,Spouse,Web Page',
      '"","Rosa","","Marin","","Panificio","Ovens","Baker","Via Roma 1","Firenze","50100","Italy","Via Blu 2","Prato","055 9","055 1234567","055 7654321","347 1234567","0/0/00","4/15/1961","Bakers;Market","rosa@example.org","SMTP","r@example.org","old friend","Leo","https://example.org"',
    ].join('\r\n'),
    'US',
  );
  expect(rosa?.form).toMatchObject({
    givenName: 'Rosa',
    familyName: 'Marin',
    company: 'Panificio',
    role: 'Baker',
    contacts: [
      { kind: 'phone', label: 'work fax', value: '055 9' },
      { kind: 'phone', label: 'work', value: '055 1234567' },
      { kind: 'phone', label: 'home', value: '055 7654321' },
      { kind: 'phone', label: 'mobile', value: '347 1234567' },
      { kind: 'email', value: 'rosa@example.org' },
      { kind: 'email', value: 'r@example.org' },
      { kind: 'website', value: 'https://example.org' },
      { kind: 'address', label: 'work', value: 'Via Roma 1, Firenze, 50100, Italy' },
      { kind: 'address', label: 'home', value: 'Via Blu 2, Prato' },
    ],
    dates: [{ kind: 'birthday', year: 1961, month: 4, day: 15 }],
    tags: ['Bakers', 'Market'],
  });
});

test('a list that somebody kept, in another language, with semicolons', () => {
  const people = read(
    'Nachname;Vorname;Telefon;Geburtstag;Notizen\nMüller;Jürgen;030 123456;15.04.1961;Stammgast\n',
  );
  expect(people[0]).toMatchObject({
    note: 'Stammgast',
    form: {
      givenName: 'Jürgen',
      familyName: 'Müller',
      contacts: [{ kind: 'phone', value: '030 123456' }],
      dates: [{ year: 1961, month: 4, day: 15 }],
    },
  });
});

test('a list without a header is read by what stands in it', () => {
  const people = read('Rosa Marin\trosa@example.org\t+39 055 123456\nLeo Blu\tleo@example.org\t\n');
  expect(people).toHaveLength(2);
  expect(people[0]?.form).toMatchObject({
    givenName: 'Rosa',
    contacts: [
      { kind: 'email', value: 'rosa@example.org' },
      { kind: 'phone', value: '+39 055 123456' },
    ],
  });
});

test('days above twelve say in which order a column of dates is written', () => {
  const days = (text: string, country = '') =>
    read(`Name,Birthday\n${text}`, country).map(({ form }) => form.dates[0]);
  expect(days('Ada,04/05/1961\nBo,25/12/1970')).toMatchObject([
    { month: 5, day: 4 },
    { month: 12 },
  ]);
  expect(days('Ada,04/05/1961\nBo,12/25/1970')).toMatchObject([
    { month: 4, day: 5 },
    { month: 12 },
  ]);
  expect(days('Ada,04/05/1961')).toMatchObject([{ month: 5, day: 4 }]);
  expect(days('Ada,04/05/1961', 'US')).toMatchObject([{ month: 4, day: 5 }]);
  expect(days('Ada,"April 5, 1961"\nBo,5 Apr')).toMatchObject([
    { month: 4, day: 5, year: 1961 },
    { month: 4, day: 5, year: null },
  ]);
  expect(days('Ada,31/02/1961')).toEqual([undefined]);
});

test('the mapping is told, and can be put right', () => {
  const content = inBase64('Wer,Was\nRosa,Bäckerin\n');
  const guessed = readPeopleFile({ fileName: 'a.csv', content }, '', () => {});
  expect(guessed.mapping).toEqual([
    { column: 'Wer', field: 'fullName' },
    { column: 'Was', field: 'keep' },
  ]);
  const put = readPeopleFile(
    {
      fileName: 'a.csv',
      content,
      mapping: [
        { column: 'Wer', field: 'nickname' },
        { column: 'Was', field: 'role' },
      ],
    },
    '',
    () => {},
  );
  expect(put.people[0]?.form).toMatchObject({ nickname: 'Rosa', role: 'Bäckerin' });
});

test('a row without anybody is told of and stops nobody', () => {
  const people = read('Name,City\nRosa,Firenze\n,Prato\nLeo,\n');
  expect(people.map(({ row, problem }) => [row, problem])).toEqual([
    [1, null],
    [2, 'There is no name here, nor anything to call them by.'],
    [3, null],
  ]);
});

test.each([
  ['', 'empty'],
  ['\u0000\u0001\u0002 a picture', 'no text'],
  ['Name,Phone\n', 'only a header'],
])('a file that is %j (%s) is refused in words', (content) => {
  expect(() => read(content)).toThrow('There is nobody in people that could be read');
});
