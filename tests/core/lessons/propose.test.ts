import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { hearVoice } from '../answers/voice-to-answer.ts';

/** A house that heard these words, the first of which a lesson rests on. */
async function heard(sentence: string, texts: readonly string[]) {
  const opened = await openHouse();
  const { client, house } = opened;
  const ids = texts.map((text) => hearVoice(house, { text, author: '' }));
  const { id: lesson } = await client.lessons.add({ sentence, mentionIds: ids.slice(0, 1) });
  const all = () => client.lessons.proposed({ id: lesson });
  const proposed = async () => (await all()).filter(({ aside }) => !aside);
  const asideNow = async () => (await all()).filter(({ aside }) => aside);
  return { ...opened, lesson, ids, proposed, asideNow };
}

const bakery = [
  'Nowhere to park near the bakery',
  'The bread of this bakery is lovely',
  'A bakery with warm bread and a warm smile',
  'Parking took me half an hour before I found the bakery',
  'Best bread, best bakery',
  'Their bread keeps for days, a fine bakery',
  'Rye bread from the bakery again',
  'The bakery has new bread',
  'Bread and rolls, and a bakery that smiles',
];

test('one rare word says more than a common one: whoever speaks of parking is proposed', async () => {
  const { ids, proposed } = await heard('People cannot park at the bakery', bakery);
  expect(await proposed()).toMatchObject([
    { id: ids[3], kind: 'mention', shared: ['parking'], aside: false },
  ]);
});

test('several common words together are enough where all of them are shared', async () => {
  const { ids, proposed } = await heard('Warm bread with a smile', [
    'I was given bread that was cold',
    ...bakery,
  ]);
  expect((await proposed())[0]).toMatchObject({ id: ids[3], shared: ['warm', 'smile', 'bread'] });
});

test('what was set aside is shown apart, says less of its words, and can be taken up again', async () => {
  const { client, ids, lesson, proposed, asideNow } = await heard('Freezing in winter', [
    'It is freezing in winter',
    'Freezing peas, all winter',
    'Winter peas that are freezing',
    'Lovely rolls',
    'A friendly house',
    'Best cake in town',
    'Strong coffee',
  ]);
  const namesNow = async () => (await proposed()).map(({ id }) => id);
  expect(await namesNow()).toEqual([ids[1], ids[2]]);
  await client.lessons.setAside({ id: lesson, voiceId: ids[1] ?? '' });
  // Its words say less now, so that the other is not proposed for them either.
  expect(await namesNow()).toEqual([]);
  expect(await asideNow()).toMatchObject([{ id: ids[1] }]);
  await client.lessons.takeUp({ id: lesson, voiceId: ids[1] ?? '' });
  expect(await namesNow()).toEqual([ids[1], ids[2]]);
  await expect(client.lessons.takeUp({ id: lesson, voiceId: ids[1] ?? '' })).rejects.toMatchObject({
    message: 'That voice is not set aside any more.',
  });
});

test('where nothing is shared but words that tell nothing, nobody is proposed', async () => {
  const { proposed } = await heard('They should have said something', [
    'I think that they could have been here',
    'Something was said that they should know',
  ]);
  expect(await proposed()).toEqual([]);
});
