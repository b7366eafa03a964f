import { expect, test } from 'vitest';
import { gentleLook } from '../../../main/core/answers/gentle-look.ts';
import { confirmsClient } from '../../../main/core/answers/professional.ts';

const seen = (text: string) =>
  gentleLook(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

test.each([
  ['We NEVER DO that.', 'shouting: NEVER DO'],
  ['This is OUTRAGEOUS.', 'shouting: OUTRAGEOUS'],
  ['Please come by!!', 'shouting: !!'],
  ['You should have called first.', 'blame: You should have'],
  ['That was your own fault.', 'blame: your own fault'],
  ['You didn’t read the sign.', 'blame: You didn’t'],
  ['You are lying.', 'blame: You are lying'],
  ['Thanks for nothing.', 'sarcasm: Thanks for nothing'],
  ['We are sorry you feel that way.', 'sarcasm: sorry you feel that'],
  ['Good luck finding better bread.', 'sarcasm: Good luck finding'],
  ['This is defamation.', 'legal-threat: defamation'],
  ['You will hear from our lawyer.', 'legal-threat: our lawyer'],
])('%s', (text, remark) => {
  expect(seen(text)).toEqual([remark]);
});

test.each([
  'Thank you for telling us, Rosa. The bread on Tuesday was a day old, and that was our mistake.',
  'We are open on Saturday until 5 PM; the BBC and the USA are welcome!',
  'You should come by for a coffee. Would you?',
  'You wrote “THIS IS A JOKE!!” and we understand why.',
  'C’est vrai, et nous en sommes désolés.',
  '申し訳ございません。次はきっと。',
])('nothing is pointed at in: %s', (text) => {
  expect(seen(text)).toEqual([]);
});

test.each([
  'Thank you for your review. We lost your case for good reasons.',
  'You hired us in May.',
  'You were never a client of ours.',
  'As our patient you know this.',
  'We represented you well.',
  'At your appointment you said nothing.',
  'You still owe us the fee.',
])('whoever is bound to silence is stopped at: %s', (text) => {
  expect(confirmsClient(text).length).toBeGreaterThan(0);
});

test.each([
  'Professional considerations do not allow us to respond here.',
  'Please telephone our office; we would like to listen.',
  'We take every word seriously and would be glad to hear from you directly.',
])('the ways that are allowed pass: %s', (text) => {
  expect(confirmsClient(text)).toEqual([]);
});
