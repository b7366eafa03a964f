import { parseArgs } from 'node:util';
import {
  type CommonOptions,
  commonConfig,
  commonUsage,
  parse,
  readCommon,
  UsageProblem,
} from '../starting/options.ts';

/** What a command takes after its name, as the usage shows it, and what it does. */
const commands = {
  today: ['', 'who to turn to today, and why'],
  people: ['', 'everybody, by name'],
  search: ['<words>', 'people, notes, conversations and mentions with these words'],
  add: ['<address>', 'listen to a page or feed from now on'],
  gather: ['', 'fetch from every source now'],
  import: ['<file>', 'bring people (vCard, CSV), sources (OPML) or an archive in'],
  export: [
    '<file>',
    'write people (.vcf, .csv), dates and follow-ups (.ics), sources (.opml), all (.porchlight.zip)',
  ],
  restore: ['[number]', 'list the backups, or bring the one with that number back'],
  corpus: ['<folder>', 'read every feed in a folder and say how well that went'],
} as const satisfies Record<string, readonly [takes: string, does: string]>;

export type CommandName = keyof typeof commands;

export interface CommandLine {
  name: CommandName;
  /** What came after the name, as one text. Empty only when the command need not take anything. */
  given: string;
  options: CommonOptions;
  /** Whether to answer with one JSON object instead of plain text. */
  json: boolean;
  /** For `import`: whether an archive may take the place of what is here. */
  replace: boolean;
  /** For `import`: what becomes of people who are there already. */
  already?: 'skip' | 'update' | 'add' | undefined;
  /** For `export`: the one person to write out. */
  person?: string | undefined;
  /** For `export`: whether a vCard is to be of version 3.0. */
  vcard3: boolean;
  /** For `corpus`: the file that says what the feeds should give. */
  expected?: string;
}

export const commandUsage = [
  'Usage: porchlight <command> [options]',
  '',
  ...Object.entries(commands).map(
    ([name, [takes, does]]) => `  ${`${name} ${takes}`.padEnd(18)} ${does}`,
  ),
  '',
  '  --json                     answer with one JSON object',
  '  --already <what>           import: people who are here are to skip, update or add',
  '  --replace                  import: let an archive take the place of everything',
  '  --person <name>            export: all of one person, to read (.html) or as data (.json)',
  '  --vcard-3                  export: a vCard of version 3.0, for phones and older programs',
  '  --expected <file>          corpus: what the feeds should give, as JSON',
  commonUsage,
].join('\n');

/**
 * Reads a command line; `help` when that was asked for. Throws UsageProblem.
 */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' {
  const { values, positionals } = parse(() =>
    parseArgs({
      args: [...args],
      options: {
        ...commonConfig,
        json: { type: 'boolean' },
        replace: { type: 'boolean' },
        already: { type: 'string' },
        person: { type: 'string' },
        'vcard-3': { type: 'boolean' },
        expected: { type: 'string' },
      },
      allowPositionals: true,
      strict: true,
    }),
  );
  const options = readCommon(values);
  if (options.help) return 'help';
  const [name, ...rest] = positionals;
  if (name === undefined) throw new UsageProblem('Which command?');
  if (!isCommand(name)) throw new UsageProblem(`There is no command “${name}”.`);
  const [takes] = commands[name];
  const given = rest.join(' ').trim();
  if (takes.startsWith('<') && !given) throw new UsageProblem(`“${name}” needs ${takes}.`);
  if (!takes && given) throw new UsageProblem(`“${name}” takes nothing more.`);
  if (takes && takes !== '<words>' && rest.length > 1) {
    throw new UsageProblem(`“${name}” takes one ${takes.slice(1, -1)}.`);
  }
  if (name === 'restore' && !/^\d{0,6}$/.test(given)) {
    throw new UsageProblem(
      '“restore” takes the number of a backup, as “restore” alone lists them.',
    );
  }
  if (name === 'export') requireEnding(given, values.person !== undefined);
  if (values.expected !== undefined && name !== 'corpus') {
    throw new UsageProblem('--expected belongs to “corpus”.');
  }
  if (values.replace && name !== 'import') {
    throw new UsageProblem('--replace belongs to “import”.');
  }
  if (values.already !== undefined && name !== 'import') {
    throw new UsageProblem('--already belongs to “import”.');
  }
  if ((values.person !== undefined || values['vcard-3']) && name !== 'export') {
    throw new UsageProblem('--person and --vcard-3 belong to “export”.');
  }
  return {
    ...{ name, given, options },
    already: alreadyFrom(values.already),
    person: values.person,
    vcard3: values['vcard-3'] ?? false,
    json: values.json ?? false,
    replace: values.replace ?? false,
    expected: values.expected,
  };
}

/** A file's ending says what is to be written; of one person it is other things than of all. */
function requireEnding(given: string, isOne: boolean): void {
  const endings = isOne ? /\.(html|json|vcf)$/i : /\.(vcf|csv|ics|opml|porchlight\.zip)$/i;
  if (endings.test(given)) return;
  throw new UsageProblem(
    isOne
      ? '“export --person” needs a file that ends in .html, .json or .vcf.'
      : '“export” needs a file that ends in .vcf, .csv, .ics, .opml or .porchlight.zip.',
  );
}

function alreadyFrom(word: string | undefined): CommandLine['already'] {
  if (word === undefined || word === 'skip' || word === 'update' || word === 'add') return word;
  throw new UsageProblem('--already is skip, update or add.');
}

/** Whether a word names a command. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word);
}
