import { Refusal } from '../../../shared/refusal.ts';
import { exchangeWhole, keepChoicesAsTheyAre } from '../backups/exchange-whole.ts';
import { asShown, everyBackup } from '../backups/list.ts';
import { backupNamed, passphraseFor } from '../backups/restore.ts';
import type { House } from '../core.ts';
import { currentVersion } from '../database/migrations/index.ts';
import { stepsAfter } from '../journal/read-kept.ts';
import { forgetUndecided, setAside, stampOf } from './set-aside.ts';

/** The steps since a backup that are shown. */
const mostShown = 30;

/** What waits for a decision, with the newest backup and what the journal has since. */
export async function rescueState(house: House) {
  const { undecided, backups, journalFolder } = house;
  if (!undecided.now) return null;
  const newest = everyBackup(backups).find(
    ({ file }) => (file.note?.schema ?? 0) <= currentVersion,
  );
  const labels: { at: number; label: string }[] = [];
  for await (const { step } of stepsAfter(journalFolder, newest?.file.note?.lastStep ?? null)) {
    labels.push({ at: step.at, label: step.undoes ? `Undone: ${step.label}` : step.label });
  }
  return {
    ...undecided.now,
    backup: newest ? asShown(newest) : null,
    since: { steps: labels.length, latest: labels.reverse().slice(0, mostShown) },
  };
}

/** Brings a backup back with what was done since. Refuses when nothing waits for that. */
export async function bringBack(
  house: House,
  asked: { name: string | null; passphrase?: string | undefined },
) {
  makeSureItWaits(house);
  const { backups, journalFolder: journal } = house;
  const backup = asked.name === null ? null : backupNamed(backups, asked.name);
  const passphrase = backup && (await passphraseFor(house, backup, asked.passphrase));
  let filled = { steps: 0, left: 0 };
  const { holds } = await exchangeWhole(
    house,
    async (to) => {
      filled = await backups.takeOut(backup, to, { passphrase, journal });
    },
    { cameIn: () => decide(house) },
  );
  return { holds, ...filled };
}

/** Goes on with the empty house. */
export function startAnew(house: House): void {
  makeSureItWaits(house);
  const { choices } = house.backups;
  decide(house);
  keepChoicesAsTheyAre(house, choices);
  house.bell.ring({ type: 'changed', topics: ['everything'] });
}

/** From now on this is the house: its journal begins anew, and the old one stays set aside. */
function decide({ dataFolder, journalFolder, clock, undecided }: House): void {
  setAside(dataFolder, stampOf(clock.now()), [journalFolder]);
  forgetUndecided(dataFolder);
  undecided.now = null;
}

function makeSureItWaits({ undecided }: House): void {
  if (!undecided.now) throw new Refusal('conflict', 'That has been decided already.');
}
