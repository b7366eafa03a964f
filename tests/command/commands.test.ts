import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFeedServer } from '../support/feed-server.ts';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell } from './run-command.ts';

async function feedServer() {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  return server;
}

const vcard = (name: string) =>
  `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nTEL:+39 055 1234567\r\nEND:VCARD\r\n`;

describe('the command shell', { timeout: 60_000 }, () => {
  it('imports people, finds them, lists them and names one today', async () => {
    const porchlight = commandShell();
    const file = join(temporaryFolder(), 'people.vcf');
    writeFileSync(file, vcard('Rosa Bianchi') + vcard('Nguyễn Thị Hồng'));

    const imported = await porchlight('import', file);
    expect(imported.json).toMatchObject({ kind: 'people', added: 2, problems: [] });
    const people = await porchlight('people');
    expect(people.json).toMatchObject({ total: 2 });
    expect((await porchlight('people')).text).toContain('Rosa Bianchi, not spoken yet');
    const found = await porchlight('search', 'bianchi');
    expect(found.json.hits).toMatchObject([{ kind: 'customer', title: 'Rosa Bianchi' }]);

    const today = await porchlight('today');
    expect(today.code).toBe(0);
    expect(today.json).toMatchObject({ day: '2026-03-02', state: 'waiting' });
    const { person, reasons } = today.json as {
      person: { name: string };
      reasons: { kind: string; sentence: string }[];
    };
    expect(['Rosa Bianchi', 'Nguyễn Thị Hồng']).toContain(person.name);
    expect(reasons[0]?.kind).toBe('new');
    const again = await porchlight('today');
    expect(again.text).toContain(person.name);
    expect(again.text).toContain(reasons[0]?.sentence);
  });

  it('says so plainly when there is nobody', async () => {
    const porchlight = commandShell();
    const { code, text } = await porchlight('today');
    expect({ code, text }).toEqual({
      code: 0,
      text: 'Monday 2 March\n\nThere is nobody to turn to today.',
    });
    expect((await porchlight('today')).json).toMatchObject({ person: null, reasons: [] });
  });

  it('gathers a feed, again with 304, again with an edited item', async () => {
    const porchlight = commandShell();
    const feeds = await feedServer();
    const address = feeds.feed('/lantern.xml', 'The Lantern', [
      { id: 'one', title: 'Fine bread at Forno Rosa' },
      { id: 'two', title: 'Rain expected' },
    ]);
    const page = feeds.page('/', '/lantern.xml');
    const added = await porchlight('add', page);
    expect(added.json).toMatchObject({ name: 'The Lantern', address, already: false });
    expect((await porchlight('add', address)).json).toMatchObject({ already: true });

    const first = await porchlight('gather');
    expect(first.code).toBe(0);
    expect(first.json).toMatchObject({ sources: 1, newMentions: 2, failed: 0, offline: false });
    const second = await porchlight('gather');
    expect(second.json).toMatchObject({ newMentions: 0, failed: 0 });
    expect(feeds.answered('/lantern.xml').at(-1)).toBe(304);

    feeds.feed('/lantern.xml', 'The Lantern', [
      { id: 'one', title: 'Very fine bread at Forno Rosa' },
      { id: 'two', title: 'Rain expected' },
    ]);
    const third = await porchlight('gather');
    expect(third.code).toBe(0);
    expect(third.text).toContain('The Lantern');
    expect(third.text).toContain('0 new mentions from 1 source.');
    const found = await porchlight('search', 'very fine');
    expect(found.json.hits).toMatchObject([{ kind: 'mention' }]);
  });

  it('fails with code 1 and a summary when a source fails, and still brings the others', async () => {
    const porchlight = commandShell();
    const feeds = await feedServer();
    const well = feeds.feed('/well.xml', 'Well', [{ title: 'All is well' }]);
    const ill = feeds.feed('/ill.xml', 'Ill', [{ title: 'All is well here, too' }]);
    await porchlight('add', well);
    await porchlight('add', ill);
    feeds.fault('/ill.xml', 'broken');
    const { code, text } = await porchlight('gather');
    expect(code).toBe(1);
    expect(text).toMatch(/^! Ill: /m);
    expect(text).toMatch(/^ {2}Well: /m);
    expect(text).toContain('1 failed');
  });

  it('has nothing to gather in an empty house', async () => {
    const { code, text } = await commandShell()('gather');
    expect(code).toBe(0);
    expect(text).toContain('porchlight add');
  });

  it('refuses an address with nothing to hear, in a sentence', async () => {
    const porchlight = commandShell();
    const feeds = await feedServer();
    const { code, text, json } = await porchlight('add', feeds.fault('/words', 'no-feed'));
    expect(code).toBe(1);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(json.error).toMatchObject({ sentence: text });
  });

  it('exports people and sources by the ending of the file, and takes them back', async () => {
    const porchlight = commandShell();
    const feeds = await feedServer();
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    writeFileSync(file('in.vcf'), vcard('Rosa Bianchi'));
    await porchlight('import', file('in.vcf'));
    await porchlight('add', feeds.feed('/lantern.xml', 'The Lantern', [{ title: 'One' }]));

    for (const name of ['out.vcf', 'out.csv', 'out.opml']) {
      const { json, code } = await porchlight('export', file(name));
      expect({ code, json }).toMatchObject({ code: 0, json: { file: file(name), written: 1 } });
    }
    expect(readFileSync(file('out.vcf'), 'utf8')).toContain('Rosa Bianchi');
    expect(readFileSync(file('out.csv'), 'utf8')).toContain('Rosa');
    expect(readFileSync(file('out.opml'), 'utf8')).toContain('/lantern.xml');

    const other = commandShell();
    expect((await other('import', file('out.csv'))).json).toMatchObject({ added: 1 });
    expect((await other('import', file('out.opml'))).json).toMatchObject({
      kind: 'sources',
      added: 1,
    });
  });

  it('says what is wrong with a file that it cannot read or write', async () => {
    const porchlight = commandShell();
    const missing = await porchlight('import', '/nowhere/people.vcf');
    expect(missing).toMatchObject({ code: 1, text: 'There is no file /nowhere/people.vcf.' });
    const file = join(temporaryFolder(), 'in.vcf');
    writeFileSync(file, vcard('Rosa Bianchi'));
    await porchlight('import', file);
    const unwritable = await porchlight('export', '/nowhere/people.vcf');
    expect(unwritable.code).toBe(1);
    expect(unwritable.text).toContain('/nowhere/people.vcf cannot be written');
  });

  it('sends the requests for one origin to another', async () => {
    const porchlight = commandShell();
    const feeds = await feedServer();
    feeds.feed('/feed', 'Far away', [{ title: 'News from afar' }]);
    const route = `--route=https://far.example=${feeds.origin}`;
    const { json } = await porchlight('add', 'https://far.example/feed', route);
    expect(json).toMatchObject({ name: 'Far away', address: 'https://far.example/feed' });
    expect((await porchlight('gather', route)).json).toMatchObject({ newMentions: 1 });
  });

  it('names somebody in the sample town, with reasons', async () => {
    const { code, json } = await commandShell()('today', '--sample');
    expect(code).toBe(0);
    const { person, reasons } = json as { person: { name: string }; reasons: unknown[] };
    expect(person.name).not.toBe('');
    expect(reasons.length).toBeGreaterThan(0);
  });

  it('reads a folder of feeds without any data folder', async () => {
    const { code, json } = await commandShell()('corpus', 'assets/sample-town/feeds');
    expect(code).toBe(0);
    expect(json).toMatchObject({ hung: 0 });
    expect(json.read).toBeGreaterThan(0);
    expect(await commandShell()('corpus', '/nowhere')).toMatchObject({
      code: 1,
      text: 'There is no folder /nowhere.',
    });
  });
});
