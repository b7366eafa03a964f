import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNear, monthNamed, sentencesOf } from '../../../main/core/today/sentences.ts';
import { mattersIn } from '../../../main/core/today/worries.ts';
import type { CustomerFormInput } from '../../../shared/contract/contract.ts';
import { openHouse } from '../../support/open-house.ts';
import { mention, talk } from '../../support/stored-rows.ts';

/** Rosa, new and so named today, with what is known of her. */
async function rosa(form: Partial<CustomerFormInput> = {}) {
  const opened = await openHouse();
  const { id } = await opened.client.people.add({ givenName: 'Rosa', ...form });
  const question = async () => (await opened.client.today.get()).pick?.brief.question;
  const note = (body: string) => opened.client.notes.add({ customerId: id, body });
  return { ...opened, id, question, note };
}

test('nothing is asked when nothing is known', async () => {
  const { question } = await rosa();
  expect(await question()).toBeNull();
});

test('a birthday just over comes first, also one on 29 February; one ahead waits behind a worry', async () => {
  const { client, id, question, note } = await rosa({
    dates: [{ kind: 'birthday', month: 2, day: 29 }],
  });
  await note('Her mother is in hospital.');
  expect(await question()).toEqual({ from: 'date', about: 'Birthday', day: '2026-02-28' });
  await client.settings.save({ leapDay: 'march-1' });
  expect(await question()).toEqual({ from: 'date', about: 'Birthday', day: '2026-03-01' });
  await client.people.change({
    id,
    changes: { dates: [{ kind: 'birthday', month: 3, day: 4 }] },
  });
  expect((await question())?.from).toBe('note');
});

test('what a note says of a month is asked about when the month comes', async () => {
  const { clock, question, note } = await rosa();
  clock.set('2025-11-10T10:00');
  await note('Likes the corner table. They move in March to the lake. Pays in cash.');
  clock.set('2026-03-02T08:00');
  expect(await question()).toEqual({
    from: 'note',
    about: 'They move in March to the lake.',
    day: '2025-11-10',
  });
});

test('a month is asked about only where it lay ahead when it was written', async () => {
  const { clock, question, note } = await rosa();
  clock.set('2026-01-10T10:00');
  await note('Her cousins come over from Lima in March.');
  clock.set('2026-03-02T08:00');
  expect((await question())?.about).toBe('Her cousins come over from Lima in March.');
  const { note: noteMarco, question: aboutMarco } = await rosa();
  await noteMarco('Met him at the market in March.');
  expect(await aboutMarco()).toBeNull();
});

test('an open worry of the latest words is asked about, in those words', async () => {
  const { house, id, question, note } = await rosa();
  await note('Her son has his exam next week, and she is nervous.\nPrefers the phone.');
  expect(await question()).toEqual({
    from: 'note',
    about: 'Her son has his exam next week, and she is nervous.',
    day: '2026-03-02',
  });
  // Not spoken with since: a talk of an hour ago would take her off today's list.
  talk(house, [id], '2026-03-01', { said: 'The puppy is at the vet.', time: '09:00' });
  expect((await question())?.about).toContain('exam');
});

test('what ended well is not asked about again', async () => {
  const { house, id, question, note } = await rosa();
  talk(house, [id], '2025-12-01', { said: 'Going in for surgery on the knee.' });
  expect((await question())?.about).toBe('Going in for surgery on the knee.');
  talk(house, [id], '2026-01-10', { said: 'The surgery went well.' });
  expect(await question()).toBeNull();
  await note('Had a job interview on Monday. It went really well!');
  expect(await question()).toBeNull();
});

test('old worries are let rest', async () => {
  const { house, id, question } = await rosa();
  talk(house, [id], '2025-06-01', { said: 'Her father is ill.' });
  expect(await question()).toBeNull();
});

test('otherwise it is what they wrote, then their family, then a fact; another one each week', async () => {
  const { client, clock, house, id, question } = await rosa({
    facts: [{ text: 'Collects maps of the coast' }],
  });
  expect(await question()).toEqual({
    from: 'fact',
    about: 'Collects maps of the coast',
    day: null,
  });
  await client.people.change({
    id,
    changes: { relations: [{ name: 'Mia', relation: 'daughter' }, { name: 'Ugo' }] },
  });
  const first = await question();
  expect(first?.from).toBe('family');
  const weekLater = await openAWeekLater();
  expect([first?.about, weekLater?.about].sort()).toEqual(['Mia, daughter', 'Ugo']);
  mention(house, id, 'The bread was wonderful. We came back twice.', clock.now());
  expect(await question()).toEqual({
    from: 'mention',
    about: 'The bread was wonderful.',
    day: '2026-03-09',
  });

  async function openAWeekLater() {
    clock.addDays(7);
    return question();
  }
});

test('months are read where they are months, and counted on from when they were written', () => {
  expect(monthNamed('They move in March', '2025-11-10')).toBe('2026-03-01');
  expect(monthNamed('Wedding on 12 June', '2026-06-20')).toBe('2026-06-01');
  expect(monthNamed('Back by January 2028', '2026-06-20')).toBe('2028-01-01');
  expect(monthNamed('She may come, and they march on', '2026-06-20')).toBeUndefined();
  expect(isNear('2026-03-01', '2026-02-10')).toBe(true);
  expect(isNear('2026-03-01', '2026-02-05')).toBe(false);
  expect(isNear('2026-03-01', '2026-04-20')).toBe(false);
});

test('words inside other words are no worries', () => {
  expect(mattersIn('The bill for the examples was illegible').open).toEqual([]);
  expect(mattersIn('Mum is in hospital').open).toEqual(['health']);
  expect(mattersIn('Hospital is over, she is back home')).toMatchObject({ open: [] });
});

test('a quoted sentence is never longer than 160 characters, and always the writer’s own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
      const plain = text.replace(/\s+/g, ' ');
      for (const sentence of sentencesOf(text)) {
        expect(sentence.length).toBeLessThanOrEqual(160);
        expect(sentence.isWellFormed() || !text.isWellFormed()).toBe(true);
        expect(plain).toContain(sentence.replace(/…$/, ''));
      }
    }),
  );
});
