import { readdirSync } from 'node:fs';
import { ORPCError } from '@orpc/client';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../support/child.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { lockQuickly } from '../../support/lock-quickly.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { furnish, type Town } from '../journal/every-action/town.ts';
import { badInputs, goodInput, procedures } from './bad-input.ts';

/** A real identity for each field, so that what is good about an input leads deep into the house. */
function identities(town: Town, group: string) {
  const ofGroup: Record<string, string> = {
    counter: town.colleague,
    conversations: town.talk,
    notes: town.note,
    followUps: town.promise,
    matters: town.matter,
    lessons: town.lesson,
    rules: town.rule,
    savedSearches: town.search,
    mentions: town.voices.one,
    answers: town.voices.one,
    sources: town.source,
  };
  const named: Record<string, string> = {
    id: ofGroup[group] ?? town.people.rosa,
    ids: ofGroup[group] ?? town.people.jun,
    other: town.people.noor,
    mentionId: town.voices.two,
    voiceId: town.voices.two,
    mentionIds: town.voices.two,
    relationId: town.relation,
    noteId: town.matterNote,
  };
  return (field: string) => named[field] ?? town.people.rosa;
}

/** Whether anything was committed to the file since it was last asked, by whatever connection. */
function watchFile({ house }: OpenedHouse): () => boolean {
  const watching = new Database(house.databasePath, { readonly: true });
  onTestFinished(() => void watching.close());
  // SQLite's own count of other connections' commits: exact, and no tables to be read each time.
  const version = () => watching.pragma('data_version', { simple: true });
  let known = version();
  return () => {
    const before = known;
    known = version();
    return known !== before;
  };
}

const typed = 'a typed refusal, as it should be';

/** What a failure is to a caller: typed, or what is wrong with it. */
function faultOf(problem: unknown): string {
  if (!(problem instanceof ORPCError)) return `${problem} is none of the contract’s failures`;
  const told = JSON.stringify(problem.toJSON());
  if (problem.code !== 'REFUSED' || !problem.defined) return told;
  if (told.includes(projectFolder) || /SQLITE|node:|\.ts\b|\bat \w+ \(/.test(told)) return told;
  return problem.message === '' ? 'It has no words' : typed;
}

const calm = () => new Promise((go) => setImmediate(go));

it('no bad input gets through, changes anything, or learns of the inside', async () => {
  const dataFolder = temporaryFolder();
  await lockQuickly(dataFolder, 'porch lamp');
  const opened = await openHouse({ dataFolder });
  await opened.client.lock.open({ passphrase: 'porch lamp' });
  const { house, client, host } = opened;
  const town = await furnish(opened);
  const schemaOf = () =>
    house.connection.prepare('SELECT sql FROM sqlite_schema ORDER BY sql').all();
  const [tables, places] = [schemaOf(), readdirSync(process.cwd())];
  const hasChanged = watchFile(opened);
  const faults: string[] = [];
  const neverRefused = new Set<string>();

  for (const { path, input } of procedures()) {
    const [group, name] = path;
    // What takes no input does not look at any.
    if (!input) continue;
    neverRefused.add(`${group}.${name}`);
    const good = goodInput(input, identities(town, group));
    const call = client[group as 'people'][name as 'get'] as (given: unknown) => Promise<unknown>;
    for (const [what, given] of badInputs(input, good)) {
      const failure = () => call(given).then(() => undefined, faultOf);
      const fault = await failure();
      if (fault !== undefined) {
        neverRefused.delete(`${group}.${name}`);
        if (fault !== typed) faults.push(`${group}.${name}, ${what}: ${fault}`);
        if (!hasChanged()) continue;
      }
      await calm();
      hasChanged();
      // What the house did by itself may have fallen into the same moment, but not twice.
      if (fault !== undefined && (await failure()) !== undefined && hasChanged()) {
        faults.push(`${group}.${name}, ${what}: refused, and changed something`);
      }
    }
  }

  expect(faults).toEqual([]);
  expect([...neverRefused]).toEqual([]);
  expect(schemaOf()).toEqual(tables);
  expect(house.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(house.connection.pragma('foreign_key_check')).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect('polluted' in {}).toBe(false);
  expect(readdirSync(process.cwd())).toEqual(places);
  expect(host.opened.filter((address) => !/^(https?|mailto|tel):/.test(address))).toEqual([]);
}, 60_000);
