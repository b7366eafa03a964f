import { statSync } from 'node:fs';
import { openableLink } from '../../shared/openable-link.ts';
import { Refusal } from '../../shared/refusal.ts';
import { os } from './boundary.ts';
import { first } from './database/connection.ts';
import { schemaVersion } from './database/migrate.ts';
import { countWaiting } from './followups/waiting.ts';
import { countInbox } from './listening/mentions.ts';
import { reportOf } from './report.ts';
import { heard } from './window-lock/while-locked.ts';

export const houseProcedures = {
  now: os.house.now.handler(({ context: { clock } }) => ({
    now: clock.now(),
    day: clock.today(),
    zone: clock.zone(),
  })),

  counts: os.house.counts.handler(({ context }) => {
    const { connection, clock } = context;
    const count = (sql: string, values: string[] = []) =>
      first<{ count: number }>(connection, sql, values)?.count ?? 0;
    return {
      people: count('SELECT count(*) AS count FROM customer WHERE binned_at IS NULL'),
      newMentions: countInbox(connection, clock.today()),
      followUpsDue: countWaiting(context),
    };
  }),

  about: os.house.about.handler(({ context }) => ({
    version: context.version,
    dataFolder: context.dataFolder,
    databaseBytes: statSync(context.databasePath).size,
    schema: schemaVersion(context.connection),
    shell: context.shell,
    installed: context.installed ?? false,
    sample: first(context.connection, 'SELECT 1 FROM sample_row LIMIT 1') !== undefined,
  })),

  report: os.house.report.handler(({ context }) => ({ text: reportOf(context) })),

  open: os.house.open.handler(async ({ input, context }) => {
    const address = openableLink(input.address);
    if (!address) {
      throw new Refusal('invalid', 'Only web, mail and telephone links can be opened.');
    }
    if (!(await context.host.openLink(address))) {
      throw new Refusal('unreachable', `This machine could not open ${address}`);
    }
  }),
};

export const eventProcedures = {
  listen: os.events.listen.handler(({ context, signal }) => heard(context, signal)),
};
