import { afterEach, beforeEach } from 'vitest';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { type FarEnd, startFarEnd } from './far-end.ts';

/** The far end of the test that runs, and houses whose requests go there. */
export interface FarEndForEach extends Omit<FarEnd, 'close'> {
  /** The addresses that were asked for, in order. */
  asked(): (string | undefined)[];
  /** A house whose requests for these origins go to the far end. */
  routed(...origins: string[]): Promise<OpenedHouse>;
}

/** Starts a far end before each test of the file, and closes it after. */
export function farEndForEach(): FarEndForEach {
  let far: FarEnd;
  beforeEach(async () => {
    far = await startFarEnd();
  });
  afterEach(() => far.close());
  return {
    get origin() {
      return far.origin;
    },
    get requests() {
      return far.requests;
    },
    at: (path, handler) => far.at(path, handler),
    asked: () => far.requests.map((request) => request.url),
    routed: (...origins) =>
      openHouse({ routes: origins.map((from) => ({ from, to: far.origin })) }),
  };
}
