import type { Client } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/refusal.ts';
import { troubleSentence } from '../../shared/wording/rescue.ts';
import { createPlainHost } from '../browser/host.ts';
import { openHouse } from '../starting/open-house.ts';
import { type Answer, refusalAnswer } from './answer.ts';
import type { CommandLine } from './arguments.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { whatToDo } from './restore.ts';

/** Does what a command line asks. Throws only what nobody expected. */
export async function run(line: CommandLine): Promise<Answer> {
  try {
    if (line.name === 'corpus') {
      const { corpus } = await import('./corpus.ts');
      return await corpus(line.given, line.expected);
    }
    return await runInHouse(line);
  } catch (problem) {
    const answer = refusalAnswer(problem);
    if (!answer) throw problem;
    return answer;
  }
}

async function runInHouse(line: CommandLine): Promise<Answer> {
  const { name, given, options } = line;
  const opened = await openHouse(options, {
    kind: 'command',
    gathersByItself: false,
    hostIn: createPlainHost,
  });
  const { client } = opened;
  try {
    if (opened.house.lock.isLocked()) {
      const question = 'Porchlight is locked. Its passphrase';
      await client.lock.open({ passphrase: await askPassphrase(question) });
    }
    if (name !== 'restore') await makeSureItIsWhole(client);
    // The backup of the day's first start is of what was there before this command.
    if (name === 'import' || name === 'restore') await opened.house.backups.settled();
    switch (name) {
      case 'today':
        return await (await import('./today.ts')).today(client);
      case 'people':
        return await (await import('./people.ts')).people(client);
      case 'search':
        return await (await import('./search.ts')).search(client, given);
      case 'add':
        return await (await import('./add.ts')).add(client, given);
      case 'gather':
        return await (await import('./gather.ts')).gather(client);
      case 'import':
        return await (await import('./import-file.ts')).importFile(client, given, line);
      case 'export':
        return await (await import('./export-file.ts')).exportFile(client, given, line);
      case 'restore':
        return await (await import('./restore.ts')).restore(client, given);
      case 'corpus':
        throw new Error('A corpus needs no house');
    }
  } finally {
    await opened.close();
  }
}

/** While a damage waits for a decision, an empty house stands there: nobody is to work in that. */
async function makeSureItIsWhole(client: Client): Promise<void> {
  const state = await client.rescue.state();
  if (state) throw new Refusal('damaged', `${troubleSentence(state)}\n${whatToDo(state)}`);
}
