import { useState } from 'react';
import type { Mention } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { ask } from '../../app/question.tsx';
import { useDoing } from '../../app/undo.ts';
import { snoozeChoices } from '../../parts/snooze-choices.ts';
import type { AnsweringData } from './answering-data.ts';
import type { Answering } from './use-answering.ts';
import type { Look } from './use-look.ts';

interface Sending {
  voice: Mention;
  answering: AnsweringData;
  making: Answering;
  look: Look;
}

const networkNames = { mastodon: 'Mastodon', bluesky: 'Bluesky' };

/**
 * How an answer goes out: posted by Porchlight where that is possible, else copied with the page
 * opened, and then said to be out. Nothing goes unread, and nothing that would break a duty of
 * silence without a stop.
 */
export function useSending({ voice, answering, making, look }: Sending) {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const [sentence, setSentence] = useState('');
  /** The words that were copied; when they change, they have to be copied anew. */
  const [copied, setCopied] = useState<string | null>(null);
  const { written, go } = making;
  const { posts, present } = answering;
  const canPost = posts?.hasKey === true;
  const isOut = copied === written.text;
  const thing = written.kind === 'question' ? 'question' : 'answer';
  const sleeps = present?.state === 'asleep' && (present.wakesOn ?? '') > today;

  /** Whether it may go now; says why not. */
  async function mayGo(): Promise<boolean> {
    const text = written.text.trim();
    if (text === '') {
      setSentence('Write a few words first.');
      return false;
    }
    if (answering.openings.some((opening) => filled(opening.text, answering.called) === text)) {
      setSentence('This is your saved opening as it stands. Add a word that is only for them.');
      return false;
    }
    setSentence('');
    if (answering.duty === 'none') return true;
    const { remarks } = look.isCurrent
      ? look
      : await client.answers.look({ mentionId: voice.id, text }).catch(() => ({ remarks: [] }));
    const telling = remarks.filter(({ kind }) => kind === 'client');
    if (telling.length === 0) return true;
    const words = telling.map(({ start, end }) => `“${text.slice(start, end)}”`).join(', ');
    return ask({
      title: 'Stop for a moment',
      sentence: `${words} would tell the world that somebody is or was ${
        answering.duty === 'attorney' ? 'a client' : 'a patient'
      }. A bad review does not free you from your duty of silence.`,
      yes: 'Send it all the same',
      no: 'Change it',
      danger: true,
    });
  }

  async function post() {
    if (!posts || !(await mayGo())) return;
    const { network } = posts;
    await go(async (given) => {
      const { step } = await client.answers.post({ ...given, network });
      done(`The ${thing} goes to ${networkNames[network]}`, step);
    });
  }

  /** Copies the words and opens the page on which they belong. */
  async function copy() {
    if (!(await mayGo())) return;
    await making.keep();
    try {
      await navigator.clipboard.writeText(written.text.trim());
    } catch {
      setSentence('The words could not be copied. Mark them and copy them yourself, please.');
      return;
    }
    setCopied(written.text);
    setSentence('Copied. Paste it there, and say here when it is out.');
    if (voice.address) await client.house.open({ address: voice.address }).catch(failed);
  }

  async function sayOut() {
    await go(async (given) => {
      const { step } = await client.answers.sent(given);
      done(thing === 'question' ? 'Asked' : 'Answered', step);
    });
    setCopied(null);
    setSentence('');
  }

  async function sleep() {
    if (written.text.trim() === '') {
      setSentence('There is nothing yet to sleep on.');
      return;
    }
    const until = snoozeChoices(today)[0]?.day ?? today;
    await go(async (given) => {
      const { step } = await client.answers.sleep({ ...given, until });
      done('It waits for you in the morning', step);
    });
  }

  const byHand = isOut
    ? { words: `It is out: ${thing === 'question' ? 'asked' : 'answered'}`, go: sayOut }
    : { words: voice.address ? 'Copy, and open the page' : 'Copy it', go: copy };
  const posting = { words: posts ? `Post it to ${networkNames[posts.network]}` : '', go: post };
  return {
    ...(canPost && !isOut ? posting : byHand),
    other: canPost && !isOut ? byHand : undefined,
    sleep,
    sleeps,
    sentence,
  };
}

/** An opening with the person's name where it belongs. */
export function filled(opening: string, name: string): string {
  return opening.replaceAll(/\s*\{name\}/g, name && ` ${name}`).trim();
}
