/** A medium as a noun, for lists and for what was understood: "Phone call". */
const nouns: Record<string, string> = {
  counter: 'At the counter',
  phone: 'Phone call',
  email: 'Email',
  text: 'Text message',
  letter: 'Letter',
  visit: 'Visit',
  video: 'Video call',
  review: 'Review',
  post: 'Post',
  other: 'Conversation',
};

/** A medium inside a sentence: "27 January, on the phone". */
const ways: Record<string, string> = {
  counter: 'at the counter',
  phone: 'on the phone',
  email: 'by email',
  text: 'by text',
  letter: 'by letter',
  visit: 'on a visit',
  video: 'by video',
  review: 'in a review',
  post: 'in a post',
  other: '',
};

/** Every medium in the order in which it is offered. */
export const mediaOffered = Object.keys(nouns);

/** "Phone call", "At the counter"; any other medium as it is. */
export function mediumNoun(medium: string): string {
  return nouns[medium] ?? medium;
}

/** "on the phone", "at the counter"; empty where nothing need be said. */
export function mediumWay(medium: string): string {
  return ways[medium] ?? '';
}
