import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../main/command/arguments.ts';
import { UsageProblem } from '../../main/starting/options.ts';

describe('a command line', () => {
  it('is a command, what it is about, and options in any order', () => {
    expect(readCommandLine(['--json', 'search', 'green', 'bicycle', '--data', '/x'])).toMatchObject(
      {
        name: 'search',
        given: 'green bicycle',
        json: true,
        options: { data: '/x' },
      },
    );
    expect(readCommandLine(['corpus', '/feeds', '--expected', 'e.json'])).toMatchObject({
      name: 'corpus',
      given: '/feeds',
      expected: 'e.json',
    });
    expect(readCommandLine(['today', '--help'])).toBe('help');
  });

  it.each([
    [[], /Which command/],
    [['dance'], /no command “dance”/],
    [['toString'], /no command/],
    [['search'], /needs <words>/],
    [['search', '  '], /needs <words>/],
    [['today', 'please'], /takes nothing more/],
    [['import', 'one.vcf', 'two.vcf'], /takes one file/],
    [['export', 'people.txt'], /\.vcf, \.csv, \.ics, \.opml or \.porchlight\.zip/],
    [['export', 'all.csv', '--person', 'Rosa'], /\.html, \.json or \.vcf/],
    [['export', 'rosa.html'], /\.vcf, \.csv/],
    [['import', 'x.vcf', '--already', 'merge'], /skip, update or add/],
    [['export', 'x.vcf', '--already', 'add'], /belongs to “import”/],
    [['import', 'x.vcf', '--person', 'Rosa'], /belong to “export”/],
    [['today', '--expected', 'x.json'], /belongs to “corpus”/],
    [['today', '--port', '80'], /--port/],
    [['today', '--clock', 'noon'], /--clock needs/],
  ])('is refused with a sentence: %j', (args, words) => {
    expect(() => readCommandLine(args)).toThrow(UsageProblem);
    expect(() => readCommandLine(args)).toThrow(words);
  });
});
