import type { Settings } from '../../../shared/contract/contract.ts';

type Rhythms = Pick<Settings, 'innerDays' | 'regularDays' | 'widerDays'>;

/** The circles' rhythms in days, each stretched by the same factor, so that one person a day does. */
export function fittedRhythms(settings: Rhythms, stretch: number): Rhythms {
  const longer = (days: number) => Math.min(730, Math.ceil(days * Math.max(1, stretch)));
  return {
    innerDays: longer(settings.innerDays),
    regularDays: longer(settings.regularDays),
    widerDays: longer(settings.widerDays),
  };
}
