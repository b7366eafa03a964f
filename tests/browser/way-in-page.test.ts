import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeWayIn } from '../../main/browser/way-in-page.ts';
import { temporaryFolder } from '../support/folder.ts';

const address = 'http://127.0.0.1:5267/?key=once';

/** A machine on which a program says what the usual browser is. */
function machineWith(browser: string): string {
  const home = temporaryFolder();
  writeFileSync(join(home, 'xdg-settings'), `#!/bin/sh\necho ${browser}\n`, { mode: 0o755 });
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('PATH', `${home}:${process.env.PATH}`);
  return home;
}

describe.runIf(process.platform === 'linux')('the page that leads a browser in', () => {
  it('lies in the data folder, for its owner alone', async () => {
    const home = machineWith('firefox.desktop');
    const folder = temporaryFolder();
    const path = await writeWayIn(folder, address, home);
    expect(path).toBe(join(folder, 'porchlight-5267.html'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toContain(`content="0; url=${address}"`);
  });

  it('lies where a browser can read it that is a snap', async () => {
    const home = machineWith('firefox_firefox.desktop');
    const common = join(home, 'snap/firefox/common');
    mkdirSync(common, { recursive: true });
    const path = await writeWayIn(temporaryFolder(), address, home);
    expect(path).toBe(join(common, 'porchlight-5267.html'));
  });

  it('lies in the data folder where nobody knows the browser, or its folder is not there', async () => {
    for (const browser of ['', 'chromium_chromium.desktop', '../../etc_x.desktop']) {
      const home = machineWith(browser);
      const folder = temporaryFolder();
      expect(await writeWayIn(folder, address, home)).toContain(folder);
    }
  });
});
