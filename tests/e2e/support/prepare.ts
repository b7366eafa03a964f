import { buildIfNeeded } from '../../../main/starting/build.ts';
import { getChromium } from '../../support/find-chromium.ts';

/** Before the first story: what is tested is built, and there is a Chromium to see it with. */
export default async function prepare(): Promise<void> {
  getChromium();
  await buildIfNeeded();
}
