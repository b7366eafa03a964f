import type { House } from '../../../main/core/core.ts';
import type { Client } from '../../../shared/contract/contract.ts';
import { openHouse, stillClock } from '../../support/open-house.ts';
import { mention } from '../../support/stored-rows.ts';

type Medium = Parameters<Client['conversations']['log']>[0]['medium'];

/**
 * A town of six, lived through day by day up to the evening of 31 March 2026 in Rome, where the
 * clocks went forward on the 29th. Whatever is counted of it is counted by hand from these lines.
 */
export async function smallTown() {
  const opened = await openHouse({ clock: stillClock('2024-04-30T08:00') });
  const { client, clock, house } = opened;
  const ids: Record<string, string> = {};
  const person = async (givenName: string, sentBy: string | null = null) => {
    ids[givenName] = (await client.people.add({ givenName, sentBy: sentBy && idOf(sentBy) })).id;
  };
  const idOf = (name: string) => ids[name] ?? '';
  const speak = async (
    when: string,
    name: string,
    medium: Medium,
    more: { reached?: boolean; begunBy?: 'them' | 'us' } = {},
  ) => {
    clock.set(when);
    const customerIds = [idOf(name)];
    return client.conversations.log({ customerIds, medium, said: 'We spoke', ...more });
  };
  const back = async (when: string, name: string) => {
    clock.set(when);
    await client.people.cameBack({ id: idOf(name) });
  };
  const promised = (name: string | null, text: string, dueDay: string) =>
    client.followUps.add({ text, dueDay, customerId: name && idOf(name) });
  const hear = (when: string, text: string, name = '') => {
    clock.set(when);
    return voice(house, ids[name] ?? null, text);
  };

  // Written for oneself alone, before anything else: it begins nothing.
  const { week, questions } = await client.reflection.week();
  await client.reflection.write({ week, key: questions[0]?.key ?? '', answer: 'Alone' });

  clock.set('2024-05-01T08:00');
  for (const name of ['Rosa', 'Marco', 'Nkem', 'Jun', 'Ada', 'Otto']) await person(name);
  await speak('2024-12-24T17:00', 'Ada', 'visit');
  await speak('2025-07-10T10:00', 'Ada', 'counter');
  await speak('2026-01-15T10:00', 'Nkem', 'phone');
  await back('2026-01-20T10:00', 'Nkem');
  await speak('2026-02-01T10:00', 'Otto', 'phone');
  clock.set('2026-02-10T10:00');
  await client.people.bin({ ids: [idOf('Otto')] });
  const early = await promised('Jun', 'Sole the boots', '2026-03-01');
  clock.set('2026-02-27T10:00');
  await client.followUps.done({ id: early.id });

  await speak('2026-03-01T23:30', 'Jun', 'counter');
  hear('2026-03-01T23:59', 'A minute before the month');

  const cold = hear('2026-03-02T00:00', 'It is cold in there');
  await client.mentions.tone({ ids: [cold], tone: 'complaint' });
  clock.set('2026-03-02T05:00');
  await client.mentions.mark({ ids: [cold], state: 'answered' });
  await speak('2026-03-02T10:00', 'Rosa', 'counter');
  const rosas = await promised('Rosa', 'Call about the heel', '2026-03-04');
  const marcos = await promised('Marco', 'Send the bill', '2026-03-06');
  await promised('Nkem', 'Find the laces', '2026-03-15');
  await promised('Ada', 'Today, and still open', '2026-03-31');
  await promised(null, 'To nobody', '2026-03-10');
  clock.set('2026-03-04T23:30');
  await client.followUps.done({ id: rosas.id });
  await speak('2026-03-05T10:00', 'Marco', 'email', { begunBy: 'us' });
  await back('2026-03-05T15:00', 'Marco');
  await speak('2026-03-06T10:00', 'Ada', 'phone', { reached: false });
  // Ten past midnight: in London it is still the day on which it was due.
  clock.set('2026-03-07T00:10');
  await client.followUps.done({ id: marcos.id });
  await speak('2026-03-09T10:00', 'Nkem', 'email', { begunBy: 'us' });
  await back('2026-03-10T09:00', 'Rosa');
  await back('2026-03-10T09:30', 'Ada');
  await person('Lea', 'Rosa');

  const slow = hear('2026-03-12T10:00', 'Three weeks for a sole', 'Nkem');
  await client.mentions.tone({ ids: [slow], tone: 'complaint' });
  clock.set('2026-03-14T10:00');
  await client.answers.sent({ mentionId: slow, text: 'You are right' });
  const kind = hear('2026-03-15T10:00', 'So kind');
  await client.mentions.tone({ ids: [kind], tone: 'praise' });
  await client.mentions.mark({ ids: [kind], state: 'noted' });

  const faster = await client.lessons.add({ sentence: 'We are slow', mentionIds: [slow] });
  clock.set('2026-03-16T10:00');
  await client.lessons.change({ id: faster.id, state: 'changed', changed: 'A week at most' });
  clock.set('2026-03-17T10:00');
  const open = await client.followUps.list({ state: 'open' });
  const telling = open.rows.find(({ text }) => text.startsWith('Tell Nkem'));
  await client.followUps.done({ id: telling?.id ?? '' });
  clock.set('2026-03-18T10:00');
  const warmer = await client.lessons.add({ sentence: 'We are cold' });
  await client.lessons.change({ id: warmer.id, state: 'changed', changed: 'A stove' });

  const hours = hear('2026-03-20T09:00', 'When are you open?');
  await client.mentions.tone({ ids: [hours], tone: 'question' });
  const atOnce = hear('2026-03-24T09:00', 'Answered where it was said, nobody knows when');
  await client.mentions.mark({ ids: [atOnce], state: 'answered' });
  hear('2026-03-25T09:00', 'Passing by');
  const lost = hear('2026-03-26T09:00', 'Something else');
  await client.mentions.mark({ ids: [lost], state: 'let-go' });
  const binned = await speak('2026-03-28T10:00', 'Jun', 'counter');
  await client.conversations.bin({ id: binned.id });
  clock.set('2026-03-30T09:00');
  await client.mentions.mark({ ids: [hours], state: 'answered' });
  clock.set('2026-03-31T20:00');
  return { ...opened, idOf, hours };
}

/** A voice that is heard as it is said. */
function voice(house: House, customer: string | null, text: string): string {
  return mention(house, customer, text, house.clock.now());
}
