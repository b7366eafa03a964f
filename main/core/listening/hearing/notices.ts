import type { House } from '../../core.ts';
import { all, type Connection, first } from '../../database/connection.ts';
import { type KeptRule, keptRules, type Standing, standingColumns } from './apply-rules.ts';
import { fits } from './rule-match.ts';

type Needs = Pick<House, 'connection' | 'clock' | 'host' | 'notices'>;

/** Only what was said lately is news, in milliseconds; a source that is new brings years. */
const lately = 7 * 86_400_000;
/** New mentions of one gathering that are looked at. */
const mostLookedAt = 500;
/** Characters of somebody's words in a notice. */
const excerptLength = 140;

interface Told extends Standing {
  source_name: string;
  customer_name: string | null;
  rating_value: number | null;
  rating_best: number | null;
}

/** After every gathering, tells what a rule says shall be told at once, until `signal` ends it. */
export async function keepNoticing(
  house: Needs & Pick<House, 'bell'>,
  signal: AbortSignal,
): Promise<void> {
  let seen = lastRow(house.connection);
  try {
    for await (const event of house.bell.listen(signal)) {
      const ended = event.type === 'gathering' && !/^(started|progress)$/.test(event.state);
      if (!ended || signal.aborted) continue;
      noticeSince(house, seen);
      seen = lastRow(house.connection);
    }
  } catch (problem) {
    if (!signal.aborted) house.host.log('Telling of new voices failed', problem);
  }
}

/** Tells of what came after that row, in one notice. Gives how many voices it was about. */
function noticeSince({ connection, clock, notices }: Needs, seen: number): number {
  const rules = keptRules(connection).filter((rule) => rule.does === 'tell');
  if (rules.length === 0) return 0;
  const voices = all<Told>(
    connection,
    `SELECT ${standingColumns}, source_name, rating_value, rating_best,
       customer.display_name AS customer_name
     FROM heard LEFT JOIN customer ON customer.id = customer_id
     WHERE heard.id IN (SELECT id FROM mention WHERE rowid > @seen) AND state = 'new'
       AND said_at > @since ORDER BY said_at DESC LIMIT ${mostLookedAt}`,
    { seen, since: clock.now() - lately },
  ).filter((said) => rules.some((rule: KeptRule) => fits(rule, said)));
  const [one, another] = voices;
  if (!one) return 0;
  if (another) {
    const names = [...new Set(voices.map(nameOf))].slice(0, 3).join(', ');
    notices.show({
      title: `${voices.length} voices you wanted to hear of`,
      body: names,
      place: '/listening',
    });
  } else {
    notices.show({
      title: titleOf(one),
      body: `${one.title ? `${one.title}. ` : ''}${one.text}`.slice(0, excerptLength),
      place: `/listening?mention=${one.id}`,
    });
  }
  return voices.length;
}

function titleOf(said: Told): string {
  const rated = said.rating_value !== null && said.rating_best !== null;
  const stars = rated ? `${said.rating_value} of ${said.rating_best}: ` : '';
  return `${stars}${nameOf(said)} at ${said.source_name}`;
}

function nameOf(said: Told): string {
  return said.customer_name ?? (said.author || said.author_handle || 'Somebody');
}

function lastRow(connection: Connection): number {
  return (
    first<{ last: number | null }>(connection, 'SELECT max(rowid) AS last FROM mention')?.last ?? 0
  );
}
