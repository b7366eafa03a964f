import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkTo } from '../../../shared/note-words.ts';
import type { OpenedHouse } from '../../support/open-house.ts';
import { png } from '../../support/pictures.ts';
import { mention } from '../../support/stored-rows.ts';

/** Every file of a folder with some text in its bytes, whether or not it is written in UTF-8. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile()) return [];
    const bytes = readFileSync(path);
    return texts
      .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
      .map((text) => `${name}: ${text}`);
  });
}

/** Rosa with a bit of everything, and others who have to do with her. */
export async function town({ client, house }: OpenedHouse) {
  const { id: otto } = await client.people.add({ givenName: 'Otto', familyName: 'Weber' });
  const { id: rosa } = await client.people.add({
    ...{ givenName: 'Rosalinde', familyName: 'Marinetti', nickname: 'Rosi', sentBy: otto },
    contacts: [
      { kind: 'phone', value: '0201 555 7788' },
      { kind: 'email', value: 'rosa-1@marinetti.example' },
      { kind: 'website', value: 'https://marinetti.example/rosa?a=(b)' },
      { kind: 'address', value: '3 Candle-Hill Steps / back door' },
    ],
    facts: [{ text: 'allergic to walnuts' }, { text: 'once kept bees' }],
    otherNames: [{ name: 'Rosalinde Bianchini' }],
    dates: [{ kind: 'birthday', month: 3, day: 4 }],
    tags: ['marketday'],
  });
  await client.people.change({ id: rosa, changes: { facts: [{ text: 'allergic to walnuts' }] } });
  await client.people.setPhoto({ id: rosa, content: png().toString('base64') });
  const { id: ada } = await client.people.add({
    ...{ givenName: 'Ada', sentBy: rosa, howMet: 'Rosi brought her' },
    relations: [{ otherId: rosa, relation: 'aunt', note: 'lives in Turin' }],
    facts: [{ text: 'goes dancing with Rosalinde' }],
  });
  const log = (customerIds: string[], said: string) =>
    client.conversations.log({ customerIds, medium: 'phone', said });
  const alone = await log([rosa], 'The velvet is too red');
  const both = await log([rosa, ada], 'Rosalinde and Ada want a lemon cake');
  await client.notes.add({ customerId: rosa, body: 'Prefers the quiet corner' });
  const { id: note } = await client.notes.add({
    customerId: otto,
    body: `Met ${linkTo({ id: rosa, name: 'Rosalinde Marinetti' })} at the fair, 0201-5557788`,
  });
  await client.followUps.add({ customerId: rosa, text: 'Bring violets', dueDay: '2026-03-09' });
  await client.lessons.add({ sentence: 'Ask twice', conversationIds: [alone.id, both.id] });
  await client.matters.add({ customerId: rosa, matter: { name: 'Testament' } });
  const fence = await client.matters.add({
    customerId: ada,
    matter: { name: 'Fence', parties: [{ otherId: rosa, role: 'neighbour' }] },
  });
  await client.drafts.save({ key: `person:${rosa}:note`, text: 'half a thought' });
  const voice = mention(house, rosa, 'Best bread in town', Date.UTC(2026, 1, 10));
  await client.mentions.link({ id: voice, customerId: rosa });
  return { otto, rosa, ada, both: both.id, note, fence: fence.id, voice };
}

/** By what she is known, and what was known of her alone. */
export const hers = [
  ...['Rosalinde', 'rosalinde', 'Marinetti', 'marinetti', 'Rosi ', 'Bianchini', '555 7788'],
  ...['5557788', 'walnuts', 'kept bees', 'marketday', 'Turin', 'velvet', 'quiet corner'],
  ...['violets', 'Testament', 'half a thought', png().toString('base64').slice(0, 40)],
];
