import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell } from './run-command.ts';

const vcard = (name: string, ...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:4.0', `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n');

describe('the command shell writes out', { timeout: 60_000 }, () => {
  it('dates as a calendar, one person to read, as data and as a card', async () => {
    const porchlight = commandShell();
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    writeFileSync(
      file('in.vcf'),
      vcard('Rosa Bianchi', 'BDAY:19610415', 'ORG:Forno') + vcard('Rosa Blu') + vcard('Leo Blu'),
    );
    await porchlight('import', file('in.vcf'));

    expect(await porchlight('export', file('all.ics'))).toMatchObject({
      json: { format: 'ics', written: 1 },
      text: expect.stringContaining('1 date and 0 follow-ups written to'),
    });
    expect(readFileSync(file('all.ics'), 'utf8')).toContain('Rosa Bianchi’s birthday');
    await porchlight('export', file('phones.vcf'), '--vcard-3');
    expect(readFileSync(file('phones.vcf'), 'utf8')).toContain('VERSION:3.0');

    const page = await porchlight('export', '--person', 'rosa bianchi', file('rosa.html'));
    expect(page.text).toContain('All that is known of Rosa Bianchi written to');
    expect(readFileSync(file('rosa.html'), 'utf8')).toContain('Birthday, 15 April 1961');
    await porchlight('export', '--person', 'Bianchi', file('rosa.json'));
    expect(JSON.parse(readFileSync(file('rosa.json'), 'utf8'))).toMatchObject({
      format: 'porchlight-person',
      person: { company: 'Forno' },
    });
    await porchlight('export', '--person', 'Bianchi', file('rosa.vcf'));
    expect(readFileSync(file('rosa.vcf'), 'utf8').match(/BEGIN:VCARD/g)).toHaveLength(1);

    expect(await porchlight('export', '--person', 'Rosa', file('x.html'))).toMatchObject({
      code: 1,
      text: 'Several people answer to “Rosa”: Rosa Bianchi (Forno), Rosa Blu. Say the whole name.',
    });
    expect(await porchlight('export', '--person', 'Zeno', file('x.html'))).toMatchObject({
      code: 1,
      text: 'There is nobody called “Zeno”.',
    });
  });

  it('and takes in again what became of those who are here, as asked', async () => {
    const porchlight = commandShell();
    const file = join(temporaryFolder(), 'in.vcf');
    writeFileSync(file, vcard('Rosa Bianchi'));
    await porchlight('import', file);
    writeFileSync(file, vcard('Rosa Bianchi', 'TITLE:Baker', 'PHOTO:data:image/png;base64,AAAA'));
    expect((await porchlight('import', file)).json).toMatchObject({ skipped: 1, updated: 0 });
    const updated = await porchlight('import', '--already', 'update', file);
    expect(updated.json).toMatchObject({ updated: 1, remarks: [{ row: 1 }] });
    expect(updated.text).toContain('row 1: The photo is of a kind that cannot be shown');
    expect((await porchlight('import', '--already=add', file)).json).toMatchObject({ added: 1 });
  });
});
