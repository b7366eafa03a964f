import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';

const customer = {
  id: '018f0000-0000-7000-8000-000000000001',
  display_name: 'Rosa',
  sort_name: 'rosa',
  added_at: 1,
  added_day: '2026-03-02',
};

test('a step is kept with what was before and after, and undone whole', async () => {
  const { house } = await openHouse();
  house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  const { step } = house.journal.step('Moved Rosa', (write) => {
    write.update('customer', customer.id, { circle: 'inner' });
    write.insert('note', { id: 'n1', customer_id: customer.id, body: 'knee', written_at: 2 });
  });

  expect(house.journal.undo()).toMatchObject({ label: 'Moved Rosa' });
  expect(all(house.connection, 'SELECT circle FROM customer')).toEqual([{ circle: 'regular' }]);
  expect(all(house.connection, 'SELECT id FROM note')).toEqual([]);
  expect(() => house.journal.undo(step)).toThrow('undone already');

  expect(house.journal.undo()).toMatchObject({ label: 'Met Rosa' });
  expect(all(house.connection, 'SELECT id FROM customer')).toEqual([]);
  expect(() => house.journal.undo()).toThrow('nothing to undo');
});

test('an undo can itself be taken back', async () => {
  const { house } = await openHouse();
  house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  const undone = house.journal.undo();
  house.journal.undo(undone.step);
  expect(all(house.connection, 'SELECT id FROM customer')).toHaveLength(1);
  house.journal.undo();
  expect(all(house.connection, 'SELECT id FROM customer')).toHaveLength(0);
});

test('a step that something newer stands on is not undone, and nothing changes', async () => {
  const { house } = await openHouse();
  const met = house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  const moved = house.journal.step('Moved Rosa', (write) =>
    write.update('customer', customer.id, { circle: 'inner' }),
  );
  house.journal.step('Moved Rosa again', (write) =>
    write.update('customer', customer.id, { circle: 'wider' }),
  );
  expect(() => house.journal.undo(moved.step)).toThrow('Undo the newer change first');
  expect(() => house.journal.undo(met.step)).toThrow('Undo the newer change first');
  expect(all(house.connection, 'SELECT circle FROM customer')).toEqual([{ circle: 'wider' }]);
});

test('two steps on different fields of one customer are undone in any order', async () => {
  const { house } = await openHouse();
  house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  const moved = house.journal.step('Moved Rosa', (write) =>
    write.update('customer', customer.id, { circle: 'inner' }),
  );
  house.journal.step('Named Rosa', (write) =>
    write.update('customer', customer.id, { nickname: 'Rosie' }),
  );
  house.journal.undo(moved.step);
  expect(all(house.connection, 'SELECT circle, nickname FROM customer')).toEqual([
    { circle: 'regular', nickname: 'Rosie' },
  ]);
});

test('a step that fails in the middle leaves nothing behind', async () => {
  const { house } = await openHouse();
  expect(() =>
    house.journal.step('Broken', (write) => {
      write.insert('customer', customer);
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(all(house.connection, 'SELECT id FROM customer')).toEqual([]);
  expect(house.journal.history({ limit: 10 })).toEqual([]);
});

test('undo still works after the house was closed and opened again', async () => {
  const first = await openHouse();
  first.house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  const second = await first.reopen();
  expect(await second.client.journal.undo({})).toMatchObject({ label: 'Met Rosa' });
  expect(await second.client.journal.history({ limit: 5 })).toMatchObject([
    { label: 'Undone: Met Rosa' },
    { label: 'Met Rosa', undone: true, canUndo: false },
  ]);
});

test('whoever listens hears which tables changed', async () => {
  const { house } = await openHouse();
  const heard = house.bell.listen();
  const next = heard.next();
  house.journal.step('Met Rosa', (write) => write.insert('customer', customer));
  expect(await next).toMatchObject({ value: { type: 'changed', topics: ['customer'] } });
  await heard.return(undefined);
});
