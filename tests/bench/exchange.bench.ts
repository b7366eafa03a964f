import { openBenchHouse, timed } from './bench-house.ts';

/**
 * How long 20,000 people take to come in and to go out. Run with `npm run bench -- exchange`; it
 * prints milliseconds.
 */
const people = 20_000;
const given = ['Rosa', 'Leo', 'Ágnes', 'Zoë', 'Jürgen', 'Mei', 'Hana', 'Omar', 'Priya', 'Søren'];
const family = ['Marin', 'Blu', 'Kovács', 'Müller', 'Rossi', 'Tanaka', 'Haddad'];

const cards = Array.from({ length: people }, (_, index) => {
  const [first, last] = [given[index % 10], `${family[index % 7]}-${index}`];
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${last};${first};;;`,
    `FN:${first} ${last}`,
    `TEL;TYPE=CELL:+39 055 ${1_000_000 + index}`,
    `EMAIL:person${index}@example.org`,
    `BDAY:--0${1 + (index % 9)}1${index % 10}`,
    'NOTE:met over the boiler',
    'END:VCARD',
    '',
  ].join('\r\n');
}).join('');

const { client, close } = await openBenchHouse();
await client.settings.save({ country: 'IT' });
const file = { fileName: 'all.vcf', content: Buffer.from(cards).toString('base64') };
await timed(`${people} people are looked at`, () => client.exchange.previewPeople(file), 1);
await timed('they come in', () => client.exchange.importPeople(file), 1);
await timed(
  'they come in again, and are all left alone',
  () => client.exchange.importPeople(file),
  1,
);
await timed('duplicates are looked for', () => client.people.duplicates({}), 1);
await timed('they go out as vCard', () => client.exchange.exportPeople({ format: 'vcard' }), 1);
await timed('they go out as CSV', () => client.exchange.exportPeople({ format: 'csv' }), 1);
await close();
