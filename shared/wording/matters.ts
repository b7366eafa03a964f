import type { MatterState, PartySide } from '../contract/contract.ts';

/** How a matter stands, as it is chosen. */
export const matterStates: Record<MatterState, string> = {
  asked: 'Asked, not taken on yet',
  open: 'Open',
  waiting: 'Waiting for others',
  closed: 'Closed',
  declined: 'Declined',
};

/** How a matter stands, in a word within a sentence. */
export function matterStateWord(state: MatterState): string {
  return {
    asked: 'not taken on yet',
    open: 'open',
    waiting: 'waiting',
    closed: 'closed',
    declined: 'declined',
  }[state];
}

/** On which side somebody is in a matter, before its name. */
export const sideWords: Record<PartySide, string> = {
  other: 'Other side in',
  with: 'On the client’s side in',
  neither: 'Named in',
};

/** On which side somebody is in a matter, as it is chosen. */
export const sideNames: Record<PartySide, string> = {
  other: 'Other side',
  with: 'On the client’s side',
  neither: 'Neither side',
};
