import { describe, expect, it } from 'vitest';
import { readWindowOptions, UsageProblem } from '../../main/starting/options.ts';

const read = (...args: string[]) => readWindowOptions(args);

describe('the options of a start', () => {
  it('opens the usual folder, the present and the browser when nothing is said', () => {
    expect(read()).toEqual({
      data: undefined,
      sample: false,
      clock: undefined,
      routes: [],
      help: false,
      port: undefined,
      open: true,
      browser: false,
      hidden: false,
    });
  });

  it('reads every option', () => {
    expect(
      read(
        ...['--data', '/tmp/here', '--sample', '--clock', '2026-03-02T08:00', '--browser'],
        ...['--port=0', '--no-open', '--route', 'https://one.example=http://127.0.0.1:1'],
        ...['--route=https://two.example=http://127.0.0.1:2/'],
      ),
    ).toMatchObject({
      data: '/tmp/here',
      sample: true,
      clock: '2026-03-02T08:00',
      port: 0,
      open: false,
      browser: true,
      routes: [
        { from: 'https://one.example', to: 'http://127.0.0.1:1' },
        { from: 'https://two.example', to: 'http://127.0.0.1:2' },
      ],
    });
  });

  it.each([
    [['--colour', 'red'], /--colour/],
    [['stray'], /stray/],
    [['--data'], /--data/],
    [['--data='], /--data needs a folder/],
    [['--clock', 'tomorrow'], /--clock needs/],
    [['--clock', '2026-02-30T08:00'], /--clock needs/],
    [['--clock', '2026-03-02'], /--clock needs/],
    [['--port', '70000'], /--port needs/],
    [['--port', '-1'], /--port/],
    [['--route', 'https://one.example'], /--route needs/],
    [['--route', 'https://one.example/path=http://127.0.0.1:1'], /--route needs/],
    [['--route', 'ftp://one.example=http://127.0.0.1:1'], /--route needs/],
    [['--route', 'https://a.example=http://b.example=http://c.example'], /--route needs/],
  ])('refuses %j with a sentence', (args, words) => {
    expect(() => readWindowOptions(args)).toThrow(UsageProblem);
    expect(() => readWindowOptions(args)).toThrow(words);
  });

  it('passes over what is not ours when the desktop asks for that', () => {
    const args = ['--enable-features=Some', '--data', '/tmp/here', '/tmp/file.vcf', '--no-sandbox'];
    expect(readWindowOptions(args, { lenient: true })).toMatchObject({ data: '/tmp/here' });
  });

  it('takes nothing for an option that comes with a link', () => {
    const args = ['--', 'porchlight://person/1', '--data=/tmp/evil'];
    expect(readWindowOptions(args, { lenient: true })).toMatchObject({ data: undefined });
  });
});
