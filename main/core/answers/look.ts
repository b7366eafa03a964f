import { answerLength } from '../../../shared/answer-length.ts';
import type { AnswerRemark } from '../../../shared/contract/contract.ts';
import type { House } from '../core.ts';
import { readSettings } from '../settings/settings.ts';
import { gentleLook } from './gentle-look.ts';
import { privateWords } from './private-words.ts';
import { confirmsClient } from './professional.ts';
import { readVoice } from './read.ts';
import { countingNetwork } from './ways.ts';

/**
 * What a friend would point at before an answer goes out, in the order of the text, and how long
 * the network will find it.
 */
export function lookAtAnswer(
  house: Pick<House, 'connection' | 'clock'>,
  mentionId: string,
  text: string,
): { remarks: AnswerRemark[]; length: number } {
  const voice = readVoice(house.connection, mentionId);
  const { profession } = readSettings(house.connection);
  const silent = profession === 'attorney' || profession === 'health';
  const theirs = `${voice.title} ${voice.text} ${voice.author}`;
  const remarks = [
    ...(silent ? confirmsClient(text) : []),
    ...(voice.customer_id ? privateWords(house, voice.customer_id, theirs, text) : []),
    ...gentleLook(text),
  ];
  const counting = countingNetwork(voice);
  return {
    remarks: remarks.sort((one, other) => one.start - other.start),
    length: counting ? answerLength(counting, text) : text.length,
  };
}
