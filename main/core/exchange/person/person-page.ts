import { circleName, everyWords } from '../../../../shared/wording/circles.ts';
import { dateName, dateWords } from '../../../../shared/wording/dates.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import { mediumNoun } from '../../../../shared/wording/media.ts';
import { type Html, html, joined, page } from './html.ts';
import type { PersonData, TalkData, VoiceData } from './person-data.ts';

/**
 * All that is known of one person as a page to read and to print: one HTML file that holds its
 * picture and its style, loads nothing, runs nothing, and shows every text as text.
 */
export function personPage(data: PersonData): string {
  const { person, photo } = data;
  const work = [{ company: person.company, role: person.role }, ...person.works]
    .map(({ company, role }) => [role, company === person.name ? '' : company].filter(Boolean))
    .filter((words) => words.length > 0)
    .map((words) => words.join(', '));
  const lead = [
    ...work,
    person.nickname && person.nickname !== person.name && `called ${person.nickname}`,
    ...person.otherNames.map(({ name, label }) => (label ? `${label} ${name}` : `also ${name}`)),
    person.pronouns,
    person.saidAs && `say “${person.saidAs}”`,
  ].filter((words) => words !== '' && words !== false);
  const picture = photo ? html`<img alt="" src="data:${photo.type};base64,${photo.base64}">` : '';
  const written = `What is written down here, on ${fullDay(dayOf(data.writtenAt), '')}`;
  return page(
    person.name,
    joined([
      html`<header>${picture}<div>
<h1><bdi>${person.name}</bdi></h1>
<p class="soft" dir="auto">${lead.join(' · ')}</p>
<p class="soft">${written}${person.inTheBin ? ', in the bin' : ''}</p>
</div></header>`,
      known(data),
      between(data),
      matters(data),
      apart(data),
      html`<footer><p>Written by Porchlight, which keeps this on one machine.</p></footer>`,
    ]),
  );
}

/** What there was between the shop and them. */
function between(data: PersonData): Html {
  const { conversations, notes, followUps, voices, lessons, tellings, stories, cameBack } = data;
  return joined([
    talks('What was said', conversations),
    entries('Notes', notes, ({ at, text, pinned, inTheBin }) => [
      dayOf(at),
      [pinned && 'pinned', inTheBin && 'in the bin'],
      text,
    ]),
    entries('Promised', followUps, (one) => [
      one.dueDay,
      [
        one.dueTime,
        one.state === 'done' ? 'done' : 'open',
        one.putOffUntil && `put off until ${fullDay(one.putOffUntil, '')}`,
        one.inTheBin && 'in the bin',
      ],
      one.text,
    ]),
    entries('What they said in public', voices, (one) => [
      dayOf(one.at),
      [one.source, one.rating && `${one.rating.value} of ${one.rating.best}`],
      voiceWords(one),
    ]),
    entries('What they are told of it', tellings, ({ toldOn, state, lesson, words }) => [
      toldOn,
      [state],
      [lesson, words].filter(Boolean).join('\n'),
    ]),
    entries('Their words as stories', stories, ({ at, leave, leaveDay, shownName, text }) => [
      dayOf(at),
      [
        `leave ${leave.replace('-', ' ')}${leaveDay ? ` on ${fullDay(leaveDay, '')}` : ''}`,
        shownName && `shown as ${shownName}`,
      ],
      text,
    ]),
    entries('Days on which they came back', cameBack, (day) => [day, [], '']),
    entries('What they taught the shop', lessons, ({ since, state, sentence }) => [
      since,
      [state],
      sentence,
    ]),
  ]);
}

/** What is known besides, and seldom looked at. */
function apart(data: PersonData): Html {
  const { spokenOf, notesOfOthers, drafts, cards, namedOn, changes } = data;
  const lines = cards.flatMap((card) => [...(card.uid ? [`UID:${card.uid}`] : []), ...card.lines]);
  return joined([
    talks('Where others spoke of them', spokenOf),
    entries('Where other notes name them', notesOfOthers, ({ at, text }) => [dayOf(at), [], text]),
    entries('Begun, and not saved yet', drafts, ({ at, text }) => [dayOf(at), [], text]),
    entries('From other address books', lines, (text) => [null, [], text]),
    decided(data),
    entries('Days that named them', namedOn, ({ day, became }) => [day, [became], '']),
    entries('What was changed', changes, ({ at, what, undone }) => [
      dayOf(at),
      [undone && 'undone'],
      what,
    ]),
  ]);
}

/** What was decided or thought about who they are, and about what is theirs. */
function decided(data: PersonData): Html {
  const { mergedWith, heldToBeOthers, perhapsTheirs, notTheirs, rules, reminders } = data;
  return joined([
    entries('Entries made one with theirs', mergedWith, (name) => [null, [], name]),
    entries('Told apart from others', heldToBeOthers > 0 ? [heldToBeOthers] : [], (times) => [
      null,
      [],
      times === 1 ? 'once' : `${times} times`,
    ]),
    entries('Public words that may be theirs', perhapsTheirs, (one) => [
      dayOf(one.at),
      [one.source, one.author, one.why],
      one.text,
    ]),
    entries('Public words that are not theirs', notTheirs, ({ at, source }) => [
      dayOf(at),
      [source],
      '',
    ]),
    entries('Rules that name them', rules, ({ does, author, containing }) => [
      null,
      [does],
      [author, ...containing].filter(Boolean).join(', '),
    ]),
    entries('Reminders', reminders, ({ at, kind, how }) => [dayOf(at), [kind, how], '']),
  ]);
}

function known({ person }: PersonData): Html {
  const reach = person.contacts.map(({ value, label, network }) =>
    [value, [network, label].filter(Boolean).join(', ')].filter(Boolean).join(' · '),
  );
  const dates = person.dates.map((date) =>
    [dateName({ kind: kindOf(date.kind), label: date.label }), dateWords(date)].join(', '),
  );
  const met = [
    person.howMet,
    person.sentBy && `Sent by ${person.sentBy}`,
    `Here since ${fullDay(person.addedDay, '')}`,
  ].filter((words): words is string => Boolean(words));
  const rows: [what: string, lines: string[]][] = [
    ['Reach', reach],
    [
      'Family and friends',
      person.family.map(({ name, relation, note }) =>
        [name, relation, note].filter(Boolean).join(', '),
      ),
    ],
    ['Dates', dates],
    ['Worth knowing', person.facts],
    ['Tags', person.tags.length > 0 ? [person.tags.join(', ')] : []],
    ['How you met', met],
    ['Sent to you', person.sent],
    ['Came back', person.cameBack.map((day) => fullDay(day, ''))],
    [
      'Kept',
      [
        [circleName(person.circle), person.rhythmDays && everyWords(person.rhythmDays)]
          .filter(Boolean)
          .join(', '),
      ],
    ],
  ];
  return html`<dl>${joined(
    rows
      .filter(([, lines]) => lines.length > 0)
      .map(
        ([what, lines]) =>
          html`<div><dt>${what}</dt>${joined(lines.map((words) => html`<dd>${words}</dd>`))}</div>`,
      ),
  )}</dl>`;
}

function kindOf(kind: string): 'birthday' | 'anniversary' | 'other' {
  return kind === 'birthday' || kind === 'anniversary' ? kind : 'other';
}

function talks(title: string, found: readonly TalkData[]): Html {
  return entries(title, found, ({ day, medium, reached, with: others, said, ofUs, inTheBin }) => [
    day,
    [
      mediumNoun(medium),
      !reached && 'nobody reached',
      others.length > 0 && `with ${others.join(', ')}`,
      ofUs && `by ${ofUs}`,
      inTheBin && 'in the bin',
    ],
    said,
  ]);
}

function voiceWords({ title, text, answers }: VoiceData): string {
  const said = title === '' || text.startsWith(title) ? text : `${title}\n${text}`;
  const sent = answers.filter(({ state, text: words }) => state === 'sent' && words !== '');
  return [said, ...sent.map((answer) => `Answered: ${answer.text}`)].join('\n\n');
}

function matters({ matters: own, namedInMatters }: PersonData): Html {
  return html`${entries(
    'Matters',
    own,
    ({ name, state, openedDay, closedDay, note, parties, notes }) => [
      openedDay,
      [state, closedDay && `closed ${fullDay(closedDay, '')}`],
      [
        name,
        note,
        ...parties.map((party) => [party.name, party.role].filter(Boolean).join(', ')),
        ...notes.map(({ at, text }) => `${fullDay(dayOf(at), '')}: ${text}`),
      ]
        .filter(Boolean)
        .join('\n'),
    ],
  )}${entries('Named in matters of others', namedInMatters, ({ side, role }) => [
    null,
    [side],
    role,
  ])}`;
}

type Entry = [day: string | null, around: (string | false | null | undefined)[], words: string];

/** A list with a heading; nothing at all when there is nothing in it. */
function entries<T>(title: string, found: readonly T[], entry: (one: T) => Entry): Html {
  if (found.length === 0) return html``;
  return html`<section><h2>${title}</h2><ol>${joined(
    found.map((one) => {
      const [day, around, words] = entry(one);
      const above = [day && fullDay(day, ''), ...around].filter(Boolean).join(' · ');
      return html`<li><p class="soft">${above}</p>${words === '' ? '' : html`<p class="words" dir="auto">${words}</p>`}</li>`;
    }),
  )}</ol></section>`;
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
