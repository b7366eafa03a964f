import type { Question } from '../../../shared/contract/contract.ts';
import { quoted } from '../../../shared/wording/excerpt.ts';
import { capital, type Pronouns } from '../../../shared/wording/pronouns.ts';

/**
 * The question worth asking, in words: a lead of ours, and their own matter as it was written
 * down. Never a question that the notes do not carry.
 */
export function questionWords(question: Question, who: Pronouns): { lead: string; about: string } {
  const leads: Record<Question['from'], string> = {
    date: 'Worth asking about:',
    note: 'A question worth asking. You noted:',
    conversation: 'A question worth asking. Last time it was:',
    mention: `Worth taking up. ${capital(who.subject)} wrote:`,
    family: 'You could ask after',
    fact: 'Good to remember:',
  };
  const isOurs = question.from === 'family' || question.from === 'date' || question.from === 'fact';
  return { lead: leads[question.from], about: isOurs ? question.about : quoted(question.about) };
}
