import { type ParseArgsConfig, parseArgs } from 'node:util';
import { offsetTo } from '../core/clock.ts';
import type { Route } from '../core/core.ts';

/** What every shell can be told when it starts. */
export interface CommonOptions {
  /** The data folder; the platform's usual one when absent. */
  data?: string;
  /** Whether to open the sample town, in a folder of its own. */
  sample: boolean;
  /** The local date and time at which the program lives; the present when absent. */
  clock?: string;
  routes: Route[];
  help: boolean;
}

/** What the shells with a window can be told besides. */
export interface WindowOptions extends CommonOptions {
  /** The browser shell's port, 0 for any free one; its usual one when absent. */
  port?: number;
  /** Whether the browser shell opens the default browser. */
  open: boolean;
  /** Whether the desktop's shell begins beside the machine's clock, without a window. */
  hidden: boolean;
  /** Whether the browser shell was asked for instead of the desktop's. */
  browser: boolean;
}

/** Arguments that cannot be understood, with a sentence about it. Ends a program with code 2. */
export class UsageProblem extends Error {}

/** The lines about the common options, for a usage text. */
export const commonUsage = [
  '  --data <folder>            keep the data there instead of in the usual folder',
  '  --sample                   open the sample town, in a folder of its own',
  '  --clock <date and time>    live at that local moment, such as 2026-03-02T08:00',
  '  --route <origin>=<origin>  send requests for the first origin to the second (repeatable)',
  '  --help                     show this and end',
].join('\n');

export const windowUsage = [
  'Usage: npm start -- [options]',
  '',
  commonUsage,
  '  --browser                  open in the default browser instead of a window of its own',
  '  --port <number>            browser: listen there; 0 takes a free port',
  '  --no-open                  browser: only print the address',
  '  --hidden                   desktop: begin in the tray, without a window',
].join('\n');

/** The common options as `node:util` parses them. */
export const commonConfig = {
  data: { type: 'string' },
  sample: { type: 'boolean' },
  clock: { type: 'string' },
  route: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const windowConfig = {
  ...commonConfig,
  browser: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  hidden: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/**
 * Reads the arguments of a shell with a window. Throws UsageProblem. With `lenient`, arguments
 * that are not ours (Chromium's own switches) are passed over.
 */
export function readWindowOptions(
  args: readonly string[],
  { lenient = false }: { lenient?: boolean } = {},
): WindowOptions {
  const { values } = parse(() =>
    parseArgs({
      args: lenient ? ours(args) : [...args],
      options: windowConfig,
      strict: true,
      allowPositionals: lenient,
    }),
  );
  return {
    ...readCommon(values),
    port: values.port === undefined ? undefined : readPort(values.port),
    open: !values['no-open'],
    browser: values.browser ?? false,
    hidden: values.hidden ?? false,
  };
}

/** Runs a parser of arguments; what it complains of becomes a UsageProblem. */
export function parse<T>(parser: () => T): T {
  try {
    return parser();
  } catch (problem) {
    const sentence = problem instanceof Error ? problem.message.split('. ')[0] : String(problem);
    throw new UsageProblem(`${sentence?.replace(/\.$/, '')}.`);
  }
}

/** The common options out of what was parsed. Throws UsageProblem. */
export function readCommon(values: {
  data?: string;
  sample?: boolean;
  clock?: string;
  route?: string[];
  help?: boolean;
}): CommonOptions {
  if (values.data === '') throw new UsageProblem('--data needs a folder.');
  return {
    data: values.data,
    sample: values.sample ?? false,
    clock: values.clock === undefined ? undefined : readClock(values.clock),
    routes: (values.route ?? []).map(readRoute),
    help: values.help ?? false,
  };
}

function readClock(given: string): string {
  const problem = new UsageProblem(
    `--clock needs a local date and time such as 2026-03-02T08:00, not “${given}”.`,
  );
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(given)) throw problem;
  try {
    offsetTo(given, 'UTC');
  } catch {
    throw problem;
  }
  return given.replace(' ', 'T');
}

function readRoute(given: string): Route {
  const [from, to, ...more] = given.split('=').map(originOf);
  if (!from || !to || more.length > 0) {
    throw new UsageProblem(
      `--route needs two origins such as https://example.org=http://127.0.0.1:8080, not “${given}”.`,
    );
  }
  return { from, to };
}

/** The origin that a text is (scheme, host and port, nothing after), or undefined. */
function originOf(given: string): string | undefined {
  const address = URL.parse(given.trim());
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  return `${address.origin}/` === address.href ? address.origin : undefined;
}

function readPort(given: string): number {
  const port = Number(given);
  if (!/^\d{1,5}$/.test(given) || port > 65_535) {
    throw new UsageProblem(`--port needs a number from 0 to 65535, not “${given}”.`);
  }
  return port;
}

/** Only the arguments that are ours, with their values; after `--` come links and files alone. */
function ours(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--') break;
    const name = /^--([a-z-]+)/.exec(argument)?.[1];
    const config = Object.entries(windowConfig).find(([known]) => known === name)?.[1];
    if (!config) continue;
    kept.push(argument);
    const value = args[index + 1];
    if (config.type === 'string' && !argument.includes('=') && value !== undefined) {
      kept.push(value);
      index++;
    }
  }
  return kept;
}
