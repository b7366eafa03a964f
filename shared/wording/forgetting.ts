import type { WhatGoes } from '../contract/contract.ts';
import { backupMoment } from './backups.ts';
import { dayOf, fullDay } from './days.ts';

/** Says of a backup that it still knows people who were forgotten, at these instants. */
export function stillKnows(forgotten: readonly number[], today: string, zone: string): string {
  const last = fullDay(dayOf(Math.max(...forgotten), zone), today);
  return forgotten.length === 1
    ? `It still knows somebody whom you had forgotten on ${last}.`
    : `It still knows ${counted(forgotten.length, '', 'people')} whom you had forgotten, the last on ${last}.`;
}

/** What goes with somebody who is forgotten, a line each. */
export function whatGoesWords(goes: WhatGoes): string[] {
  const own = [
    goes.photo && 'their photo',
    goes.conversations > 0 && counted(goes.conversations, 'conversation', 'conversations'),
    goes.notes > 0 && counted(goes.notes, 'note', 'notes'),
    goes.followUps > 0 && counted(goes.followUps, 'promise', 'promises'),
    goes.matters > 0 && counted(goes.matters, 'matter', 'matters'),
    goes.stories > 0 && counted(goes.stories, 'story', 'stories'),
  ].filter((words) => words !== false);
  const also = goes.alsoKnownAs.length > 0 ? `, also as ${listed(goes.alsoKnownAs)}` : '';
  return [
    `${goes.name}${also}: names, numbers and addresses, family, dates, tags and all that you knew`,
    ...(own.length > 0 ? [sentenceCase(listed(own))] : []),
    'Every change that was ever made to it, so nothing of it can be undone or brought back',
  ];
}

/** What stays of it, and how, a line each. */
export function staysWords({ shared, voices }: WhatGoes): string[] {
  return [
    ...(shared > 0
      ? [
          `${counted(shared, 'conversation', 'conversations')} with others or about them: where they are named it says “somebody”`,
        ]
      : []),
    ...(voices > 0
      ? [
          `${counted(voices, 'thing', 'things')} they said in public, where anybody can read ${voices === 1 ? 'it' : 'them'}: no longer linked to them`,
        ]
      : []),
  ];
}

/** Which older copies still know somebody, in sentences; none when none does. */
export function olderWords(older: WhatGoes['older'], today: string, zone: string): string[] {
  const { backups, setAside, secondAway } = older;
  const moments = backups.map((backup) => backupMoment(backup, today, zone));
  const locked = backups.some((backup) => backup.locked) ? ' Of a locked one that is a guess.' : '';
  return [
    ...(moments.length > 0
      ? [
          `${moments.length === 1 ? 'One backup still knows them' : `${moments.length} backups still know them`}: ${listed(shortened(moments))}.${locked}`,
        ]
      : []),
    ...(setAside > 0
      ? [`${counted(setAside, 'file', 'files')} set aside after a damage still holds them.`]
      : []),
    ...(secondAway
      ? ['The second folder for backups is not there just now. What lies there still knows them.']
      : []),
  ];
}

/** The first of many, with how many more there are. */
function shortened(moments: readonly string[]): string[] {
  const most = 4;
  if (moments.length <= most + 1) return [...moments];
  return [...moments.slice(0, most), `${moments.length - most} older ones`];
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words);
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
