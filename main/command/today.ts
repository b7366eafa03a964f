import type { Client, Pick } from '../../shared/contract/contract.ts';
import { fullDay } from '../../shared/wording/days.ts';
import { mediumWay } from '../../shared/wording/media.ts';
import { reasonSentence } from '../../shared/wording/reasons.ts';
import type { Answer } from './answer.ts';

/** `porchlight today`: who to turn to today, and why. */
export async function today(client: Client): Promise<Answer> {
  const { day, pick, doneToday, moreWaiting, load } = await client.today.get();
  const person = pick && { id: pick.customer.id, name: pick.customer.name };
  const reasons = (pick?.reasons ?? []).map((reason) => ({
    ...reason,
    sentence: reasonSentence([reason], pick?.customer.pronouns ?? '', day),
  }));
  return {
    json: {
      day,
      person,
      reasons,
      state: pick?.state ?? null,
      brief: pick?.brief ?? null,
      doneToday,
      moreWaiting,
      load,
    },
    text: pick ? card(pick, day) : nobody(day, doneToday.length),
    code: 0,
  };
}

function card({ customer, reasons, brief, state }: Pick, day: string): string {
  const { lastConversation: last, latestWords, question } = brief;
  const said = (words: string) => (words ? `: “${words}”` : '');
  return [
    fullDay(day),
    '',
    customer.name + (state === 'done' ? ' (done today)' : ''),
    ...reasons.map((reason) => `  ${reasonSentence([reason], customer.pronouns, day)}`),
    '',
    last &&
      `  Last time ${fullDay(last.day, day)} ${mediumWay(last.medium)}`.trimEnd() + said(last.said),
    latestWords && `  Their latest words (${latestWords.sourceName}): “${latestWords.excerpt}”`,
    question && `  Worth asking about: ${question.about}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
    .trimEnd();
}

function nobody(day: string, done: number): string {
  const rest = done > 0 ? 'Today is done; enjoy the evening.' : 'There is nobody to turn to today.';
  return `${fullDay(day)}\n\n${rest}`;
}
