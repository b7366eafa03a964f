import type { Mention } from '../../../../shared/contract/contract.ts';
import type { House } from '../../core.ts';
import { all, type Connection } from '../../database/connection.ts';
import { getMention } from './voice.ts';

type Needs = Pick<House, 'connection' | 'clock'>;

const stateWords: Record<Mention['state'], string> = {
  new: 'not dealt with yet',
  answered: 'answered',
  noted: 'noted',
  'let-go': 'let go',
};

/**
 * A voice as a text that anybody can read (Markdown): its words as they were written, what they
 * were before, the whole conversation, who, where, when, and what was done.
 */
export function exportVoice(house: Needs, id: string): { fileName: string; content: string } {
  const voice = getMention(house.connection, id);
  const moment = momentIn(house.clock.zone());
  const said = voice.publishedAt ?? voice.receivedAt;
  const parts = [
    `# ${oneLine(voice.title) || `What ${nameOf(voice) || 'somebody'} said`}`,
    facts(voice, moment),
    quoted(voice.text),
    voice.earlier.length > 0 ? '## What it said before' : '',
    ...voice.earlier.map((earlier) =>
      [`Until ${moment(earlier.at)}:`, quoted(`${earlier.title}\n\n${earlier.text}`)].join('\n\n'),
    ),
    voice.conversation.length > 0 ? '## The whole conversation' : '',
    ...voice.conversation.map((part) =>
      [
        `### ${nameOf(part) || 'Somebody'}, ${oneLine(part.sourceName)}, ${moment(part.at)}`,
        part.address,
        quoted(`${part.title}\n\n${part.text}`),
      ]
        .filter(Boolean)
        .join('\n\n'),
    ),
    '## What was done',
    done(house.connection, voice, moment),
    `Taken out of Porchlight on ${moment(house.clock.now())}.`,
  ];
  const day = new Date(said).toISOString().slice(0, 10);
  const name = (nameOf(voice) || voice.sourceName).replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  return {
    fileName: `voice-${day}-${name.replace(/^-|-$/g, '') || 'unnamed'}.md`,
    content: `${parts.filter(Boolean).join('\n\n')}\n`,
  };
}

function facts(voice: Mention, moment: (at: number) => string): string {
  const who = voice.customer ? `${voice.customer.name} (a customer)` : nameOf(voice);
  const rating = voice.rating
    ? `${voice.rating.value} on a scale from ${voice.rating.worst} to ${voice.rating.best}`
    : '';
  const lines = [
    ['Who', who],
    ['Written as', voice.customer ? nameOf(voice) : ''],
    ['Where', [voice.sourceName, voice.address].filter(Boolean).join(', ')],
    ...voice.elsewhere.map((place) => [
      'Also found at',
      [place.sourceName, place.address].filter(Boolean).join(', '),
    ]),
    ['Said', voice.publishedAt === null ? 'not known' : moment(voice.publishedAt)],
    ['Heard', moment(voice.receivedAt)],
    ['Rating', rating],
    ['Language', voice.language],
    ['Now', stateWords[voice.state]],
  ];
  return lines
    .filter(([, what]) => what)
    .map(([name, what]) => `- ${name}: ${oneLine(what ?? '')}`)
    .join('\n');
}

/** The steps that touched it, the undone ones left out. */
function done(connection: Connection, voice: Mention, moment: (at: number) => string): string {
  const ids = [voice.id, ...voice.conversation.map((part) => part.id)];
  const steps = all<{ at: number; label: string }>(
    connection,
    `SELECT DISTINCT journal_step.id, at, label FROM journal_change
     JOIN journal_step ON journal_step.id = step_id AND undone_by IS NULL AND undoes IS NULL
     WHERE table_name = 'mention_state' AND row_id IN (SELECT value FROM json_each(?))
     ORDER BY at, journal_step.rowid`,
    [JSON.stringify(ids)],
  );
  if (steps.length === 0) return 'Nothing yet.';
  return steps.map(({ at, label }) => `- ${moment(at)}: ${oneLine(label)}`).join('\n');
}

function nameOf({ author, authorHandle }: Pick<Mention, 'author' | 'authorHandle'>): string {
  const handle = authorHandle && authorHandle !== author ? authorHandle : '';
  return author && handle ? `${author} (${handle})` : author || handle;
}

/** Words as they were, set apart from ours, so that nothing in them becomes a heading. */
function quoted(words: string): string {
  const lines = words.trim().split('\n');
  return lines.map((line) => (line.trim() ? `> ${line}` : '>')).join('\n');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function momentIn(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  });
  return (at) => format.format(at);
}
