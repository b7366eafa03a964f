import type { Backup, Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import {
  backupMoment,
  backupReason,
  holdingsWords,
  sizeWords,
} from '../../shared/wording/backups.ts';
import type { Answer } from './answer.ts';
import { askPassphrase } from './ask-passphrase.ts';

/** `porchlight restore [number]`: what backups there are, or brings one back; the newest is 1. */
export async function restore(client: Client, given: string): Promise<Answer> {
  const [{ backups }, { day, zone }] = await Promise.all([
    client.backups.list(),
    client.house.now(),
  ]);
  const moment = (backup: Backup) => backupMoment(backup, day, zone);
  if (given === '') return list(backups, moment);
  const backup = backups[Number(given) - 1];
  if (!backup) {
    throw new Refusal('not-found', `There is no backup ${given}; there are ${backups.length}.`);
  }
  const { name } = backup;
  const { since } = await client.backups.compare({ name });
  const { before, holds } = await bringBack(client, backup);
  const after = (await client.backups.list()).backups;
  const wayBack = after.findIndex((one) => one.name === before) + 1;
  const undone = since?.latest.map(({ label }) => `  ${label}`) ?? [];
  const hidden = (since?.steps ?? 0) - undone.length;
  return {
    json: { restored: name, holds, undone: since?.steps ?? null, before, wayBack: wayBack || null },
    text: [
      `Everything is as it was on ${moment(backup)}: ${holdingsWords(holds)}.`,
      ...(undone.length > 0 ? ['Done since then, and no longer here:', ...undone] : []),
      ...(hidden > 0 ? [`  and ${hidden} more`] : []),
      ...(before ? [`What was here is kept; porchlight restore ${wayBack} takes this back.`] : []),
    ].join('\n'),
    code: 0,
  };
}

/** Asks for the passphrase where it takes one that is not known. */
async function bringBack(client: Client, { name, locked }: Backup) {
  try {
    return await client.backups.restore({ name });
  } catch (problem) {
    const field = (problem as { data?: { field?: string } }).data?.field;
    if (!locked || field !== 'passphrase') throw problem;
    return await client.backups.restore({ name, passphrase: await askPassphrase() });
  }
}

function list(backups: readonly Backup[], moment: (backup: Backup) => string): Answer {
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
    json: { backups: backups.map((backup, index) => ({ number: index + 1, ...backup })) },
    text: lines.join('\n') || 'There is no backup yet.',
    code: 0,
  };
}
