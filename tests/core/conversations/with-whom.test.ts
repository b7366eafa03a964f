import { describe, expect, test } from 'vitest';
import { addCustomer, addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';

const talk = { medium: 'phone', said: 'About the cake' } as const;

describe('with somebody new', () => {
  test('they become a customer with the conversation, and leave with its undo', async () => {
    const { client, house } = await openHouse();
    const rosa = addCustomer(house, { givenName: 'Rosa' });
    const { id, step } = await client.conversations.log({
      ...talk,
      customerIds: [rosa],
      newPeople: ['Fiona van den Berg', 'Mr Ferrari'],
      promises: [{ text: 'Send the quote', dueDay: '2026-03-06' }],
    });
    const { customers } = await client.conversations.get({ id });
    expect(customers.map((one) => one.name)).toEqual(['Rosa', 'Fiona van den Berg', 'Ferrari']);
    expect(await client.people.get({ id: customers[1]?.id ?? '' })).toMatchObject({
      givenName: 'Fiona',
      familyName: 'van den Berg',
      circle: 'regular',
      lastSpokeDay: '2026-03-02',
    });
    expect(await client.people.get({ id: customers[2]?.id ?? '' })).toMatchObject({
      givenName: '',
      familyName: 'Ferrari',
    });
    expect((await client.journal.history({}))[0]?.label).toBe(
      'Logged a conversation with Rosa, Fiona and Ferrari',
    );
    await client.journal.undo({ step });
    expect((await client.people.list({})).rows.map((row) => row.name)).toEqual(['Rosa']);
  });

  test('what is only planned logs nothing: nobody was spoken with, and the day stays', async () => {
    const { client, clock, house } = await openHouse();
    const rosa = addCustomer(house, { givenName: 'Rosa' });
    clock.addDays(90);
    expect((await client.today.get()).pick?.customer.id).toBe(rosa);
    const { step } = await client.conversations.plan({
      customerIds: [rosa],
      newPeople: ['Fiona Blu'],
      promises: [{ text: 'Coffee with Rosa', dueDay: '2026-06-03' }],
    });
    expect((await client.conversations.list({})).total).toBe(0);
    const person = await client.people.get({ id: rosa });
    expect(person).toMatchObject({ lastSpokeDay: null, nextFollowUpDay: '2026-06-03' });
    expect((await client.today.get()).pick?.state).toBe('waiting');
    expect((await client.journal.history({}))[0]?.label).toBe(
      'Planned something with Rosa and Fiona',
    );
    await client.journal.undo({ step });
    expect((await client.followUps.list({ state: 'open' })).total).toBe(0);
    await expect(
      client.conversations.plan({
        customerIds: [],
        promises: [{ text: 'Tea', dueDay: '2026-06-03' }],
      }),
    ).rejects.toMatchObject({ data: { code: 'invalid' } });
  });

  test('a conversation with nobody is refused', async () => {
    const { client } = await openHouse();
    await expect(client.conversations.log({ ...talk, customerIds: [] })).rejects.toMatchObject({
      data: { code: 'invalid', field: 'customerIds' },
    });
  });
});

describe('spoken of', () => {
  test('is kept beside who took part, is no contact, and can be put right', async () => {
    const { client, house } = await openHouse();
    const [rosa = '', leo = '', ann = ''] = addCustomers(house, [
      { givenName: 'Rosa' },
      { givenName: 'Leo' },
      { givenName: 'Ann' },
    ]);
    const { id } = await client.conversations.log({
      ...talk,
      customerIds: [rosa],
      spokenOf: [leo, rosa, leo],
    });
    const said = async () => {
      const { customers, spokenOf } = await client.conversations.get({ id });
      return [customers.map((one) => one.name), spokenOf.map((one) => one.name)];
    };
    expect(await said()).toEqual([['Rosa'], ['Leo']]);
    expect((await client.people.get({ id: leo })).lastSpokeDay).toBeNull();

    await client.conversations.change({ id, spokenOf: [leo, ann] });
    expect(await said()).toEqual([['Rosa'], ['Leo', 'Ann']]);
    const { step } = await client.conversations.change({ id, customerIds: [rosa, leo] });
    expect(await said()).toEqual([['Rosa', 'Leo'], ['Ann']]);
    expect((await client.people.get({ id: leo })).lastSpokeDay).toBe('2026-03-02');
    await client.journal.undo({ step });
    expect(await said()).toEqual([['Rosa'], ['Leo', 'Ann']]);
  });

  test('goes along when two become one', async () => {
    const { client, house } = await openHouse();
    const [rosa = '', leo = '', leonard = ''] = addCustomers(house, [
      { givenName: 'Rosa' },
      { givenName: 'Leo' },
      { givenName: 'Leonard' },
    ]);
    const once = await client.conversations.log({
      ...talk,
      customerIds: [rosa],
      spokenOf: [leonard],
    });
    const twice = await client.conversations.log({
      ...talk,
      customerIds: [rosa],
      spokenOf: [leo, leonard],
    });
    await client.people.merge({ keep: leo, other: leonard, fields: {} });
    for (const { id } of [once, twice]) {
      expect((await client.conversations.get({ id })).spokenOf).toEqual([{ id: leo, name: 'Leo' }]);
    }
  });
});

test('a promise goes to the customer whom it names, and else to the first who took part', async () => {
  const { client, house } = await openHouse();
  const [rosa, leo] = addCustomers(house, [{ givenName: 'Rosa' }, { givenName: 'Leo' }]);
  const line = 'called Rosa, I will send Leo the quote friday, ring her back tomorrow';
  const { people, promises } = await client.conversations.understand({ line });
  expect(promises.map((promise) => promise.customer?.name)).toEqual(['Leo', undefined]);
  await client.conversations.log({
    ...talk,
    customerIds: people.map((one) => one.id),
    promises: promises.map(({ text, dueDay, customer }) => ({
      text,
      dueDay,
      customerId: customer?.id,
    })),
  });
  const { rows } = await client.followUps.list({});
  expect(rows.map((row) => [row.text, row.customer?.id])).toEqual([
    ['Ring her back', rosa],
    ['Send Leo the quote', leo],
  ]);
});
