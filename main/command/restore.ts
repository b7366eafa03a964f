import type { Backup, Client, Rescue } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  backupMoment,
  backupReason,
  holdingsWords,
  sizeWords,
} from '../../shared/wording/backups.ts';
import { stillKnows } from '../../shared/wording/forgetting.ts';
import { sinceWords, troubleSentence } from '../../shared/wording/rescue.ts';
import type { Answer } from './answer.ts';
import { askPassphrase } from './ask-passphrase.ts';

/** `porchlight restore [number]`: what backups there are, or brings one back; the newest is 1. */
export async function restore(client: Client, given: string): Promise<Answer> {
  const [{ backups }, { day, zone }, damage] = await Promise.all([
    client.backups.list(),
    client.house.now(),
    client.rescue.state(),
  ]);
  const moment = (backup: Backup) => backupMoment(backup, day, zone);
  if (given === '') return list(backups, moment, damage);
  if (damage && given === '0') return rescued(client, null, 'the journal alone');
  const backup = backups[Number(given) - 1];
  if (!backup) {
    throw new Refusal('not-found', `There is no backup ${given}; there are ${backups.length}.`);
  }
  return damage ? rescued(client, backup, moment(backup)) : goBack(client, backup, { day, zone });
}

/** Puts a backup in the place of a house that is whole. */
async function goBack(
  client: Client,
  backup: Backup,
  { day, zone }: { day: string; zone: string },
): Promise<Answer> {
  const { name } = backup;
  const { since, forgotten } = await client.backups.compare({ name });
  const { before, holds } = await withPassphrase(backup, (passphrase) =>
    client.backups.restore({ name, ...passphrase }),
  );
  const after = (await client.backups.list()).backups;
  const wayBack = after.findIndex((one) => one.name === before) + 1;
  const undone = since?.latest.map(({ label }) => `  ${label}`) ?? [];
  const hidden = (since?.steps ?? 0) - undone.length;
  return {
    json: { restored: name, holds, undone: since?.steps ?? null, before, wayBack: wayBack || null },
    text: [
      `Everything is as it was on ${backupMoment(backup, day, zone)}: ${holdingsWords(holds)}.`,
      ...(undone.length > 0 ? ['Done since then, and no longer here:', ...undone] : []),
      ...(hidden > 0 ? [`  and ${hidden} more`] : []),
      ...(forgotten.length > 0 ? [`${stillKnows(forgotten, day, zone)} They stay forgotten.`] : []),
      ...(before ? [`What was here is kept; porchlight restore ${wayBack} takes this back.`] : []),
    ].join('\n'),
    code: 0,
  };
}

/** Brings back what was there before a damage, with what was done since. */
async function rescued(client: Client, backup: Backup | null, moment: string): Promise<Answer> {
  const name = backup?.name ?? null;
  const { holds, steps, left } = await withPassphrase(backup, (passphrase) =>
    client.rescue.bringBack({ name, ...passphrase }),
  );
  return {
    json: { restored: name, holds, filledIn: steps, left },
    text: [
      `Brought back: ${moment}${steps > 0 ? `, ${sinceWords(steps)}` : ''}: ${holdingsWords(holds)}.`,
      ...(left > 0 ? [`${left} of the rows written since had nothing left to belong to.`] : []),
    ].join('\n'),
    code: 0,
  };
}

/** What can be done about a damage, in a sentence. */
export function whatToDo({ backup, since }: Rescue): string {
  if (backup) {
    const more = since.steps > 0 ? `, ${sinceWords(since.steps)}` : '';
    return `porchlight restore lists the backups; porchlight restore 1 brings the newest back${more}.`;
  }
  return since.steps > 0
    ? 'porchlight restore 0 brings back all that was done.'
    : 'There is no backup of it.';
}

/** Does it, and asks for the passphrase where it takes one that is not known. */
async function withPassphrase<T>(
  backup: Backup | null,
  work: (passphrase: { passphrase?: string }) => Promise<T>,
): Promise<T> {
  try {
    return await work({});
  } catch (problem) {
    const field = (problem as { data?: { field?: string } }).data?.field;
    if (!backup?.locked || field !== 'passphrase') throw problem;
    return await work({ passphrase: await askPassphrase() });
  }
}

function list(
  backups: readonly Backup[],
  moment: (backup: Backup) => string,
  damage: Rescue | null,
): Answer {
  const lines = backups.map((backup, index) =>
    [
      `${String(index + 1).padStart(3)}  ${moment(backup)}`,
      backup.holds ? holdingsWords(backup.holds, 3) : 'what it holds is not known',
      sizeWords(backup.bytes),
      backupReason(backup),
      backup.places.includes('here') ? '' : 'in the second folder',
      backup.locked ? 'locked' : '',
      backup.newer ? 'of a newer Porchlight' : '',
    ]
      .filter(Boolean)
      .join('; '),
  );
  return {
    json: { damage, backups: backups.map((backup, index) => ({ number: index + 1, ...backup })) },
    text: [
      ...(damage ? [troubleSentence(damage), whatToDo(damage)] : []),
      ...(lines.length > 0 || damage ? lines : ['There is no backup yet.']),
    ].join('\n'),
    code: 0,
  };
}
