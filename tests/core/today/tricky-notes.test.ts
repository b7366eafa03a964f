import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../../main/core/today/sentences.ts';
import { mattersIn } from '../../../main/core/today/worries.ts';
import { openHouse } from '../../support/open-house.ts';

/** What is asked of Rosa on 2 March 2026, by notes written on days before, the first one first. */
async function askedAfter(...notes: [at: string, body: string][]) {
  const { client, clock } = await openHouse();
  clock.set('2026-01-01T08:00');
  const { id } = await client.people.add({ givenName: 'Rosa' });
  for (const [at, body] of notes) {
    clock.set(at);
    await client.notes.add({ customerId: id, body });
  }
  clock.set('2026-03-02T08:00');
  return (await client.today.get()).pick?.brief.question ?? null;
}

const innocent = [
  'Of course she paid at once.',
  'Likes the house red, and the corner by the window.',
  'No operation needed after all.',
  'She is not ill, only busy.',
  'Her son never had that exam.',
  'Plays on the tennis court behind the church.',
  'Asked about our opening hours.',
  'Is expecting a delivery on Tuesdays.',
  'Her line was engaged.',
  'Her mother was in hospital in 2019.',
  'A job well done, she said.',
  "They don't move in March.",
  'They no longer move in March.',
  'The move in March is called off.',
];

test('what only sounds like a worry, is denied or long over opens nothing to ask about', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  await client.today.get();
  const asked: string[] = [];
  for (const body of innocent) {
    const note = await client.notes.add({ customerId: id, body });
    const question = (await client.today.get()).pick?.brief.question;
    if (question) asked.push(question.about);
    await client.notes.bin({ id: note.id });
  }
  expect(asked).toEqual([]);
});

test('what was closed later is not asked about, by month or by matter', async () => {
  expect(
    await askedAfter(
      ['2026-01-10T10:00', 'They move in March to the lake.'],
      ['2026-02-27T10:00', 'Moved early, all settled in.'],
    ),
  ).toBeNull();
  expect(
    await askedAfter(
      ['2026-01-10T10:00', 'Her mother is in hospital.'],
      ['2026-02-27T10:00', 'Mum is no longer in hospital.'],
    ),
  ).toBeNull();
});

test('a denial of one thing hides no other', async () => {
  const question = await askedAfter([
    '2026-02-20T10:00',
    'Not happy with the flat any more; her mother is in hospital.',
  ]);
  expect(question?.about).toBe('Not happy with the flat any more; her mother is in hospital.');
});

test('nobody asks after the dead, nor after whom one has parted from', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    relations: [
      { name: 'Piero', relation: 'late husband' },
      { name: 'Ugo', relation: 'ex-husband' },
      { name: 'Nonna', relation: 'grandmother', note: 'died in spring' },
    ],
  });
  const question = async () => (await client.today.get()).pick?.brief.question ?? null;
  expect(await question()).toBeNull();
  await client.people.change({ id, changes: { facts: [{ text: 'Two sugars' }] } });
  expect(await question()).toMatchObject({ from: 'fact', about: 'Two sugars' });
});

test.each([
  ['America/Los_Angeles', '2026-02-28'],
  ['Europe/Rome', '2026-03-01'],
  ['Pacific/Kiritimati', '2026-03-01'],
])('in %s a note tells the day on which it was written there', async (zone, day) => {
  const { client, clock } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  clock.set('2026-03-01T06:30');
  clock.goTo(zone);
  await client.notes.add({ customerId: id, body: 'Her exam is next week.' });
  expect((await client.today.get()).pick?.brief.question).toEqual({
    from: 'note',
    about: 'Her exam is next week.',
    day,
  });
});

test('a title or an initial ends no sentence', () => {
  expect(sentencesOf('Sees Dr. Patel at the clinic. Pays by card, e.g. on Fridays.')).toEqual([
    'Sees Dr. Patel at the clinic.',
    'Pays by card, e.g. on Fridays.',
  ]);
  expect(sentencesOf('Sent by J. Okafor. Likes rye.')).toEqual([
    'Sent by J. Okafor.',
    'Likes rye.',
  ]);
});

test('what a sentence denies is never open, whatever else it says', () => {
  const words = fc.constantFrom('hospital', 'exam', 'surgery', 'wedding', 'trip', 'puppy');
  const denials = fc.constantFrom('no', 'not in', 'never had the', 'without any', "isn't in");
  fc.assert(
    fc.property(words, denials, (word, denial) => {
      expect(mattersIn(`She has ${denial} ${word}.`).open).toEqual([]);
      expect(mattersIn(`She has the ${word} next week.`).open).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});
