import { expect, test } from 'vitest';
import { answerLength } from '../../../shared/answer-length.ts';
import { openHouse } from '../../support/open-house.ts';
import { hearVoice } from './voice-to-answer.ts';

async function houseWithRosa(stars = 1) {
  const opened = await openHouse();
  const { id: rosa } = await opened.client.people.add({ givenName: 'Rosa', familyName: 'Rossi' });
  const mentionId = hearVoice(opened.house, { stars, customerId: rosa });
  return { ...opened, rosa, mentionId };
}

test('what is written is kept with its earlier versions, and can be taken back', async () => {
  const { client, mentionId } = await houseWithRosa();
  await client.answers.keep({ mentionId, text: 'Dear Rosa' });
  await client.answers.keep({
    mentionId,
    text: 'Dear Rosa, thank you.',
    heart: 'it was a day old',
  });
  expect(
    await client.answers.keep({
      mentionId,
      text: 'Dear Rosa, thank you.',
      heart: 'it was a day old',
    }),
  ).toBeNull();
  const { present } = await client.answers.get({ mentionId });
  expect(present).toMatchObject({
    text: 'Dear Rosa, thank you.',
    heart: 'it was a day old',
    versions: [{ text: 'Dear Rosa' }],
  });
  await client.journal.undo({});
  expect((await client.answers.get({ mentionId })).present).toMatchObject({
    text: 'Dear Rosa',
    heart: '',
    versions: [],
  });
});

test('an answer that went out is a conversation with its customer, and the voice is answered', async () => {
  const { client, clock, rosa, mentionId } = await houseWithRosa();
  clock.set('2026-03-02T10:30');
  await client.answers.sent({ mentionId, text: 'Thank you, Rosa. Come by.', heart: 'stale' });
  expect(await client.mentions.get({ id: mentionId })).toMatchObject({
    state: 'answered',
    answer: { text: 'Thank you, Rosa. Come by.', at: clock.now() },
  });
  const { rows } = await client.conversations.list({});
  expect(rows).toMatchObject([
    {
      medium: 'review',
      said: 'Thank you, Rosa. Come by.',
      begunBy: 'them',
      customers: [{ id: rosa }],
    },
  ]);
  expect((await client.people.list({})).rows[0]?.lastSpokeDay).toBe('2026-03-02');
  const { present, sent } = await client.answers.get({ mentionId });
  expect(present).toBeNull();
  expect(sent).toMatchObject([{ way: 'copied', sentAt: clock.now(), heart: 'stale' }]);
  await client.journal.undo({});
  expect((await client.mentions.get({ id: mentionId })).state).toBe('new');
  expect((await client.conversations.list({})).total).toBe(0);
});

test('a question that is asked first lets the voice wait three days, and then comes back', async () => {
  const { client, clock, mentionId } = await houseWithRosa();
  await client.answers.sent({ mentionId, kind: 'question', text: 'Which loaf was it?' });
  const waiting = () => client.mentions.list({ state: 'new' });
  expect((await waiting()).total).toBe(0);
  clock.addDays(3);
  expect((await waiting()).total).toBe(1);
  await client.answers.sent({ mentionId, text: 'Thank you for telling us.' });
  expect((await client.answers.get({ mentionId })).sent).toHaveLength(2);
});

test('a hot answer sleeps until its morning, and says when it is awake', async () => {
  const { client, clock, mentionId } = await houseWithRosa();
  const given = { mentionId, text: 'How dare you' };
  await expect(client.answers.sleep({ ...given, until: '2026-03-02' })).rejects.toMatchObject({
    message: 'Please choose a day after today.',
  });
  await client.answers.sleep({ ...given, until: '2026-03-03' });
  expect(await client.answers.open()).toMatchObject([{ state: 'asleep', awake: false }]);
  clock.addDays(1);
  expect(await client.answers.open()).toMatchObject([{ text: 'How dare you', awake: true }]);
});

test('what stands only in our notes is pointed at, and what they said themselves is not', async () => {
  const { client, rosa, mentionId } = await houseWithRosa();
  await client.people.change({
    id: rosa,
    changes: {
      facts: [{ text: 'allergic to hazelnuts' }],
      relations: [{ name: 'Giulia', relation: 'daughter' }],
      contacts: [{ kind: 'email', value: 'rosa@example.org' }],
    },
  });
  await client.notes.add({ customerId: rosa, body: 'Lost her job at the harbour office' });
  const look = async (text: string) => {
    const { remarks } = await client.answers.look({ mentionId, text });
    return remarks.map(({ start, end, where }) => [text.slice(start, end), where]);
  };
  expect(await look('Knowing that you are allergic, we are sorry, also to Giulia.')).toEqual([
    ['allergic', 'what we know of them'],
    ['Giulia', 'their family and friends'],
  ]);
  expect(await look('We heard about the harbour office.')).toEqual([
    ['harbour office', 'a note of Monday 2 March'],
  ]);
  expect(await look('We wrote to rosa@example.org.')).toHaveLength(1);
  expect(await look('The stale bread was our mistake; the harbour is lovely.')).toEqual([]);
});

test('whoever is bound to silence sees what would confirm a client', async () => {
  const { client, mentionId } = await houseWithRosa();
  const look = () => client.answers.look({ mentionId, text: 'You hired us and lost.' });
  expect((await look()).remarks).toEqual([]);
  await client.settings.save({ profession: 'attorney' });
  expect((await look()).remarks).toMatchObject([{ kind: 'client', start: 0 }]);
  expect((await client.answers.get({ mentionId })).duty).toBe('attorney');
});

test('a voice that is being answered stays in sight when its source goes', async () => {
  const { client, house } = await openHouse();
  const mentionId = hearVoice(house);
  await client.answers.keep({ mentionId, text: 'We are sorry' });
  await client.sources.remove({ id: (await client.mentions.get({ id: mentionId })).sourceId });
  expect((await client.mentions.list({})).total).toBe(1);
  expect((await client.answers.get({ mentionId })).present?.text).toBe('We are sorry');
});

test('openings are the shop’s own: kept, changed, binned, and taken back', async () => {
  const { client, mentionId } = await houseWithRosa();
  const { id } = await client.answers.addOpening({
    text: 'Dear {name}, thank you',
    tone: 'complaint',
  });
  await client.answers.changeOpening({ id, text: 'Dear {name}', tone: '' });
  const { openings, called } = await client.answers.get({ mentionId });
  expect(openings).toEqual([{ id, text: 'Dear {name}', tone: '' }]);
  expect(called).toBe('Rosa');
  await client.answers.binOpening({ id });
  expect(await client.answers.openings()).toEqual([]);
  await client.journal.undo({});
  expect(await client.answers.openings()).toHaveLength(1);
});

test.each([
  ['bluesky', '👩‍👩‍👧 hi', 4],
  ['mastodon', 'see https://example.org/a/very/long/way/indeed', 27],
  ['mastodon', '@rosa@example.social thanks', 12],
  ['google', 'né', 3],
] as const)('%s counts “%s” as %i', (network, text, length) => {
  expect(answerLength(network, text)).toBe(length);
});
