import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { PersonData } from '../../../../main/core/exchange/person/person-data.ts';
import { personPage } from '../../../../main/core/exchange/person/person-page.ts';
import { type OpenedHouse, openHouse } from '../../../support/open-house.ts';
import { png } from '../../../support/pictures.ts';
import { mention, talk } from '../../../support/stored-rows.ts';
import { card, inBase64 } from '../read.ts';

/** Somebody of whom a little of everything is known; each text is said once. */
async function somebody({ client, house }: OpenedHouse) {
  const { id: leo } = await client.people.add({ givenName: 'Leo' });
  const { added } = await client.exchange.importPeople({
    fileName: 'rosa.vcf',
    content: inBase64(
      card('3.0', 'UID:rosa-1', 'N:Marin;Rosa;;;', 'FN:Rosa Marin', 'NOTE:likes rye', 'X-SHOE:39'),
    ),
  });
  expect(added).toBe(1);
  const id = (await client.people.list({ words: 'marin' })).rows[0]?.id ?? '';
  await client.people.change({
    id,
    changes: {
      pronouns: 'she/her',
      works: [{ company: 'Choir', role: 'Alto' }],
      otherNames: [{ name: 'Rosa Verdi', label: 'maiden name' }],
      contacts: [{ kind: 'phone', label: 'mobile', value: '055 123456', network: '' }],
      relations: [{ otherId: leo, name: '', relation: 'brother', note: '' }],
      dates: [
        { kind: 'birthday', label: '', year: null, month: 4, day: 15, yearly: true, noticeDays: 3 },
      ],
      facts: [{ text: 'Two sugars' }],
      tags: ['bakers'],
      sentBy: leo,
    },
  });
  await client.people.setPhoto({ id, content: png().toString('base64') });
  talk(house, [id, leo], '2026-02-20', { said: 'The knee is better' });
  await client.followUps.add({ text: 'Send the quote', customerId: id, dueDay: '2026-03-06' });
  await client.drafts.save({ key: `talk:${id}`, text: 'Half a sentence' });
  const voice = mention(house, id, 'Best bread in town', Date.UTC(2026, 1, 10));
  await client.lessons.add({ sentence: 'Open at seven', mentionIds: [voice] });
  return id;
}

test('all that is known of one person is in the data, under the names that are documented', async () => {
  const opened = await openHouse();
  const id = await somebody(opened);
  const { fileName, content } = await opened.client.exchange.exportPerson({ id, format: 'data' });
  expect(fileName).toBe('porchlight-rosa-marin-2026-03-02.json');
  const data = JSON.parse(content) as PersonData;
  expect(data).toMatchObject({
    ...{ format: 'porchlight-person', version: 1, writtenAt: '2026-03-02T08:00:00+01:00' },
    person: {
      ...{ givenName: 'Rosa', familyName: 'Marin', pronouns: 'she/her', sentBy: 'Leo' },
      works: [{ company: 'Choir', role: 'Alto' }],
      contacts: [{ kind: 'phone', value: '055 123456' }],
      family: [{ name: 'Leo', relation: 'brother', isCustomer: true }],
      dates: [{ kind: 'birthday', month: 4, day: 15, year: null }],
      ...{ facts: ['Two sugars'], tags: ['bakers'] },
    },
    photo: { type: 'image/png', base64: png().toString('base64') },
    conversations: [{ day: '2026-02-20', said: 'The knee is better', with: ['Leo'] }],
    notes: [{ text: 'likes rye', inTheBin: false }],
    followUps: [{ text: 'Send the quote', dueDay: '2026-03-06', state: 'open' }],
    voices: [{ source: 'Town paper', text: 'Best bread in town', rating: { value: 2, best: 5 } }],
    lessons: [{ sentence: 'Open at seven', state: 'heard' }],
    drafts: [{ text: 'Half a sentence' }],
    cards: [{ uid: 'rosa-1', lines: ['X-SHOE:39'] }],
  });
  expect(data.changes.map(({ what }) => what)).toContain('Added a photo of Rosa Marin');
});

test('the page says the same to a reader, holds its picture, and neither loads nor runs anything', async () => {
  const opened = await openHouse();
  const id = await somebody(opened);
  const { fileName, content } = await opened.client.exchange.exportPerson({ id, format: 'page' });
  expect(fileName).toBe('porchlight-rosa-marin-2026-03-02.html');
  const words = textOf(content);
  for (const said of [
    ...['Rosa Marin', 'Alto, Choir', 'maiden name Rosa Verdi', 'she/her', '055 123456', 'brother'],
    ...['Birthday, 15 April', 'Two sugars', 'bakers', 'Sent by Leo', 'The knee is better'],
    ...['likes rye', 'Send the quote', 'Best bread in town', 'Open at seven', 'Half a sentence'],
    'X-SHOE:39',
  ]) {
    expect(words).toContain(said);
  }
  expect(content).toContain(`src="data:image/png;base64,${png().toString('base64')}"`);
  expect(content).toContain("default-src 'none'");
  expectHarmless(content);
});

/** Attacks, and texts that are only odd. */
const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><script>1</script>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;b&gt; &amp; ünïcode 山 \u202e',
    '<!-- -->]]>',
  ),
  fc.string({ maxLength: 20 }).filter((typed) => typed.trim() !== ''),
);

test('whatever was typed is shown as it was typed, and is never markup', async () => {
  const opened = await openHouse();
  const id = await somebody(opened);
  const { content } = await opened.client.exchange.exportPerson({ id, format: 'data' });
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 12, maxLength: 12 }), (texts) => {
      const data = JSON.parse(content) as PersonData;
      const [name = '', ...others] = texts.map((typed) => typed.toWellFormed());
      const next = () => others.shift() ?? '';
      const put = [name, ...others];
      data.person.name = name;
      Object.assign(data.person, { role: next(), howMet: next() });
      data.person.facts = [next()];
      data.person.contacts = [{ kind: 'email', label: next(), value: next(), network: '' }];
      for (const talked of data.conversations)
        Object.assign(talked, { said: next(), with: [next()] });
      for (const note of data.notes) note.text = next();
      for (const voice of data.voices) Object.assign(voice, { text: next(), source: next() });
      for (const changed of data.changes) changed.what = next();
      const shown = personPage(data);
      expectHarmless(shown);
      const words = textOf(shown).replace(/\s+/g, ' ');
      for (const typed of put) expect(words).toContain(typed.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 60 },
  );
});

test('nobody’s file is refused, and a name in any script names one', async () => {
  const { client } = await openHouse();
  const nobody = '018f0000-0000-7000-8000-000000000009';
  await expect(client.exchange.exportPerson({ id: nobody, format: 'page' })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  const { id } = await client.people.add({ givenName: '../../花子', familyName: '山田: x' });
  await client.people.bin({ ids: [id] });
  const { fileName, content } = await client.exchange.exportPerson({ id, format: 'page' });
  expect(fileName).toBe('porchlight-花子-山田-x-2026-03-02.html');
  expect(content).toContain('in the bin');
});

function textOf(page: string): string {
  return DomUtils.textContent(parseDocument(page));
}

function expectHarmless(page: string): void {
  const elements = DomUtils.getElementsByTagName(() => true, parseDocument(page));
  for (const { name, attribs } of elements) {
    expect(['script', 'iframe', 'object', 'link', 'a', 'form', 'svg', 'base']).not.toContain(name);
    for (const [attribute, value] of Object.entries(attribs)) {
      expect(attribute).not.toMatch(/^on|^href$|^srcset$/);
      if (attribute === 'src') expect(value).toMatch(/^data:image\//);
    }
  }
}
