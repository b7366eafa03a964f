import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ShellKind } from '../../../main/core/core.ts';
import { standingOf } from '../../../main/core/desk/standing.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { lockQuickly } from '../../support/lock-quickly.ts';
import { openHouse } from '../../support/open-house.ts';

const passphrase = 'porch lamp';

const openLocked = async (idleMinutes?: number, shell: ShellKind = 'command') => {
  const dataFolder = temporaryFolder();
  await lockQuickly(dataFolder, passphrase, idleMinutes);
  return openHouse({ dataFolder, shell });
};

const refusedWith = (code: string, sentence: RegExp = /./) => ({
  code: 'REFUSED',
  message: expect.stringMatching(sentence),
  data: expect.objectContaining({ code }),
});

describe('a house with a lock', () => {
  it('is locked when it is opened, and then answers nothing of its contract', async () => {
    const { client } = await openLocked();
    expect(await client.lock.state()).toMatchObject({ isSet: true, isLocked: true });
    let refused = 0;
    for (const [group, procedures] of Object.entries(contract)) {
      for (const name of Object.keys(procedures)) {
        if (['lock.state', 'lock.open', 'events.listen'].includes(`${group}.${name}`)) continue;
        const call = client[group as 'house'][name as 'now'];
        await expect(call(), `${group}.${name}`).rejects.toMatchObject(refusedWith('locked'));
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('opens with its passphrase, and is locked again at once or by the next start', async () => {
    const first = await openLocked();
    await first.client.lock.open({ passphrase });
    const { id } = await first.client.people.add({ givenName: 'Rosa' });
    await first.client.lock.now();
    await expect(first.client.people.get({ id })).rejects.toMatchObject(refusedWith('locked'));
    const next = await first.reopen();
    await expect(next.client.people.get({ id })).rejects.toMatchObject(refusedWith('locked'));
    await next.client.lock.open({ passphrase });
    expect((await next.client.people.get({ id })).givenName).toBe('Rosa');
  });

  it('tells a window that listens of nothing but the lock, and that something waits', async () => {
    const { client, house } = await openLocked();
    const events = await client.events.listen();
    const heard = events.next();
    await client.lock.state();
    house.bell.ring({ type: 'changed', topics: ['customer'] });
    house.bell.ring({
      ...{ type: 'gathering', state: 'progress', done: 1, of: 2, newMentions: 0, failed: 0 },
      source: { id: 'a', name: 'A private source', ok: true, words: 'Private' },
    });
    house.bell.ring({ type: 'notice' });
    expect((await heard).value).toEqual({ type: 'notice' });
    await client.lock.open({ passphrase });
    expect((await events.next()).value).toEqual({ type: 'changed', topics: ['lock'] });
    await events.return?.();
  });

  it('makes wrong passphrases wait ever longer, and forgets them with the right one', async () => {
    const { client, clock } = await openLocked();
    const attempt = (given: string) => client.lock.open({ passphrase: given });
    const wrong = refusedWith('forbidden', /not the passphrase/);
    for (let count = 0; count < 3; count += 1) {
      await expect(attempt('porch lamb')).rejects.toMatchObject(wrong);
    }
    const wait = refusedWith('forbidden', /wait a second/);
    // Not even the right one is looked at meanwhile.
    await expect(attempt(passphrase)).rejects.toMatchObject(wait);
    clock.set('2026-03-02T08:00:01');
    await expect(attempt('porch lamb')).rejects.toMatchObject(wrong);
    await expect(attempt(passphrase)).rejects.toMatchObject(refusedWith('forbidden', /2 seconds/));
    // A clock that was set back keeps nobody out.
    clock.set('2025-03-02T08:00');
    await attempt(passphrase);
    await client.lock.now();
    await expect(attempt('porch lamb')).rejects.toMatchObject(wrong);
    await attempt(passphrase);
  });

  it('tries one passphrase at a time', async () => {
    const { client } = await openLocked();
    const attempts = Array.from({ length: 5 }, () => client.lock.open({ passphrase: 'wrong' }));
    const outcomes = await Promise.allSettled(attempts);
    const codes = outcomes.map((one) => one.status === 'rejected' && one.reason.data.code);
    expect(codes).toEqual(['forbidden', 'in-use', 'in-use', 'in-use', 'in-use']);
  });

  it('locks by itself when nobody has stirred for as long as was chosen', async () => {
    const { client, clock } = await openLocked(30);
    await client.lock.open({ passphrase });
    clock.set('2026-03-02T08:29');
    await client.lock.stir();
    clock.set('2026-03-02T08:58');
    expect((await client.lock.state()).isLocked).toBe(false);
    clock.set('2026-03-02T08:59');
    expect((await client.lock.state()).isLocked).toBe(true);
    await client.lock.open({ passphrase });
    await client.lock.idle({ minutes: 0 });
    clock.addDays(3);
    expect((await client.lock.state()).isLocked).toBe(false);
  });

  it('stays shut when its file cannot be read, and says what can be done', async () => {
    const dataFolder = temporaryFolder();
    writeFileSync(join(dataFolder, 'window-lock.json'), '{"format":1');
    const { client } = await openHouse({ dataFolder });
    expect((await client.lock.state()).isLocked).toBe(true);
    await expect(client.lock.open({ passphrase })).rejects.toMatchObject(
      refusedWith('unreadable', /window-lock\.json\)\. Close Porchlight, take that file away/),
    );
  });
});

describe('the passphrase', () => {
  it('is changed and given up only by whoever knows it', async () => {
    const { client, folder, host } = await openLocked(15);
    await client.lock.open({ passphrase });
    const wrong = refusedWith('forbidden', /not the passphrase/);
    const next = { passphrase: 'another lamp' };
    await expect(client.lock.choose(next)).rejects.toMatchObject(wrong);
    await expect(client.lock.remove({ current: 'another lamp' })).rejects.toMatchObject(wrong);
    await client.lock.choose({ ...next, current: passphrase });
    const path = join(folder, 'window-lock.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      ...{ kdf: 'scrypt', n: 131_072, r: 8, p: 1, idleMinutes: 15 },
    });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    await client.lock.remove({ current: 'another lamp' });
    expect(await client.lock.state()).toMatchObject({ isSet: false, isLocked: false });
    expect(JSON.stringify(host.lines)).not.toContain('lamp');
  });

  it('is needed before anything can be locked, and has six letters at least', async () => {
    const { client } = await openHouse();
    await expect(client.lock.now()).rejects.toMatchObject(refusedWith('invalid'));
    await expect(client.lock.idle({ minutes: 5 })).rejects.toMatchObject(refusedWith('invalid'));
    await expect(client.lock.choose({ passphrase: 'short' })).rejects.toMatchObject(
      refusedWith('invalid', /at least 6 letters/),
    );
    expect((await client.lock.state()).isSet).toBe(false);
  });

  it('stays when a backup is brought back', async () => {
    const { client } = await openLocked();
    await client.lock.open({ passphrase });
    const { name } = await client.backups.make();
    await client.backups.restore({ name });
    await client.lock.now();
    await client.lock.open({ passphrase });
  });
});

describe('while the window is locked', () => {
  it('a reminder says only that there is one, and is told in full once it is opened', async () => {
    const { client, clock, host } = await openLocked(0, 'browser');
    await client.lock.open({ passphrase });
    const dueAt = { dueDay: '2026-03-02', dueTime: '10:00' };
    await client.followUps.add({ text: 'Ask about the operation', ...dueAt });
    await client.lock.now();
    clock.set('2026-03-02T10:00');
    expect(host.shown).toMatchObject([
      { title: 'Porchlight', body: 'Something is due. Unlock Porchlight to see it.', place: '/' },
    ]);
    expect(host.shown[0]?.actions).toBeUndefined();
    await client.lock.open({ passphrase });
    expect(await client.reminders.take()).toMatchObject([{ title: 'Ask about the operation' }]);
  });

  it('nothing is done from a notice that the machine shows still', async () => {
    const { client, clock, host } = await openLocked(0, 'browser');
    await client.lock.open({ passphrase });
    const dueAt = { dueDay: '2026-03-02', dueTime: '10:00' };
    const { id } = await client.followUps.add({ text: 'Call Rosa', ...dueAt });
    clock.set('2026-03-02T10:00');
    await client.lock.now();
    host.shown[0]?.answered('done');
    await client.lock.open({ passphrase });
    expect((await client.followUps.get({ id })).state).toBe('open');
    host.shown[0]?.answered('done');
    expect((await client.followUps.get({ id })).state).toBe('done');
  });

  it('the tray names nobody', async () => {
    const { client, house } = await openLocked();
    await client.lock.open({ passphrase });
    await client.people.add({ givenName: 'Rosa' });
    await client.followUps.add({ text: 'Call Rosa', dueDay: '2026-03-02' });
    expect(standingOf(house)).toMatchObject({ today: { name: 'Rosa' }, waiting: 1 });
    await client.lock.now();
    expect(standingOf(house)).toMatchObject({ today: null, followUps: [], waiting: 0 });
  });
});
