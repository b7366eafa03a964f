import type { Source } from '../../../shared/contract/contract.ts';
import { isSilent } from './schedule.ts';

/** What is known of a source's last visits. */
export interface HealthFacts {
  paused: boolean;
  gone: boolean;
  failures: number;
  lastTriedAt: number | null;
  lastSuccessAt: number | null;
  lastError: string | null;
  lastSaidAt: number | null;
  habitHours: number | null;
  /** Until when its host is left alone, if it is. */
  restsUntil: number | null;
  /** Where it has moved for good, if it has. */
  movedTo: string | null;
}

/** Failures in a row after which a source counts as troubled; one alone often heals by itself. */
const patience = 3;

/** How a source is, and the same in a sentence. */
export function healthOf(
  facts: HealthFacts,
  now: number,
): { health: Source['health']; words: string } {
  if (facts.paused) return { health: 'paused', words: 'Paused by you.' };
  if (facts.gone) {
    return { health: 'gone', words: 'The website says that this is gone for good.' };
  }
  if (facts.restsUntil !== null && facts.restsUntil > now) {
    return { health: 'resting', words: 'The website asked us to come back later, so we wait.' };
  }
  if (facts.lastTriedAt === null) return { health: 'new', words: 'Not gathered yet.' };
  if (facts.failures >= patience || (facts.failures > 0 && facts.lastSuccessAt === null)) {
    const times = facts.failures === 1 ? 'The last try' : `The last ${facts.failures} tries`;
    return {
      health: 'troubled',
      words: `${times} did not succeed. ${facts.lastError ?? ''}`.trim(),
    };
  }
  if (facts.failures > 0) {
    return {
      health: 'well',
      words:
        `The last try did not succeed; that often heals by itself. ${facts.lastError ?? ''}`.trim(),
    };
  }
  if (isSilent(now, facts.habitHours, facts.lastSaidAt)) {
    const words = `It answers, but has said nothing for longer than usual.${moved(facts.movedTo)}`;
    return { health: 'silent', words };
  }
  return { health: 'well', words: `All is well.${moved(facts.movedTo)}` };
}

function moved(address: string | null): string {
  return address ? ` It has moved, and we follow it: ${address}` : '';
}
