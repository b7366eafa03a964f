import type { OpenedHouse } from '../../../support/open-house.ts';
import { mention } from '../../../support/stored-rows.ts';

/** A house with one of everything that can be acted upon, by name. */
export async function furnish({ client, house }: OpenedHouse) {
  const meet = async (givenName: string) => (await client.people.add({ givenName })).id;
  const rosa = (
    await client.people.add({
      givenName: 'Rosa',
      tags: ['tea'],
      contacts: [{ kind: 'email', label: '', value: 'rosa@example.org', network: '' }],
      relations: [{ otherId: null, name: 'Ines', relation: 'sister', note: '' }],
    })
  ).id;
  const [relation] = (await client.people.get({ id: rosa })).relations;
  const people = {
    rosa,
    noor: await meet('Noor'),
    twin: await meet('Noor'),
    jun: await meet('Jun'),
    binned: await meet('Eva'),
  };
  await client.people.bin({ ids: [people.binned] });
  const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex').toString(
    'base64',
  );
  const promised = async (text: string) =>
    (await client.followUps.add({ text, customerId: rosa, dueDay: '2026-03-04' })).id;
  const talk = await client.conversations.log({
    customerIds: [rosa],
    medium: 'phone',
    said: 'Hello',
  });
  const done = await promised('Send the quote');
  await client.followUps.done({ id: done });
  const source = '018f0000-0000-7000-8000-00000000cafe';
  house.journal.step('Listened to the paper', (write) =>
    write.insert('source', {
      ...{ id: source, kind: 'feed', name: 'Town paper' },
      ...{ address: 'https://paper.example/feed', added_at: 1 },
    }),
  );
  const heard = (text: string) => mention(house, null, text, house.clock.now() - 1000, text);
  const voices = {
    one: heard('Lovely'),
    two: heard('Cold'),
    three: heard('Slow'),
    four: heard('So'),
  };
  const { id: colleague } = await client.counter.add({ name: 'Leo' });
  const lesson = await client.lessons.add({ sentence: 'Warmer bread', mentionIds: [voices.two] });
  const matter = await client.matters.add({ customerId: rosa, matter: { name: 'The lease' } });
  const { id: matterNote } = await client.matters.addNote({ id: matter.id, body: 'Read it' });
  const rule = await client.rules.keep({ containing: ['weather'], does: 'let-go' });
  return {
    ...{ client, house, people, photo, source, voices, colleague, relation: relation?.id ?? '' },
    ...{ talk: talk.id, done, lesson: lesson.id, matter: matter.id, matterNote, rule: rule.id },
    note: (await client.notes.add({ customerId: rosa, body: 'Likes rye' })).id,
    promise: await promised('Keep a loaf'),
    search: (await client.savedSearches.save({ name: 'Bread', words: 'bread' })).id,
    opening: (await client.answers.addOpening({ text: 'Thank you, {name}.' })).id,
  };
}

export type Town = Awaited<ReturnType<typeof furnish>>;
