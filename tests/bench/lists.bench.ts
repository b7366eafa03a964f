import { openBenchHouse, timed } from './bench-house.ts';
import { customerId, fillGreatHouse, great, idOf } from './great-house.ts';

/**
 * How long every list of a house of 20,000 people and ten years takes to answer. Run with
 * `npm run bench -- lists`; it prints medians of eleven runs, in milliseconds. A list is smooth
 * when no page of it takes longer than 50.
 */
const { house, client, close } = await openBenchHouse();
await timed('filling it', () => fillGreatHouse(house.connection, house.clock.now()), 1);

const last = (total: number) => Math.max(0, total - 100);

for (const sort of ['name', 'silence', 'stretch', 'next-follow-up', 'added', 'sent'] as const) {
  await timed(`people by ${sort}`, () => client.people.list({ sort }));
  await timed(`people by ${sort}, the last page`, () =>
    client.people.list({ sort, offset: last(great.people * 0.95) }),
  );
}
await timed('people overdue', () => client.people.list({ overdue: true, sort: 'stretch' }));
await timed('people of a circle', () => client.people.list({ circle: 'inner' }));
await timed('people with a tag', () => client.people.list({ tag: 'boiler' }));
await timed('people sent by one', () => client.people.list({ sentBy: customerId(5) }));
await timed('people in the bin', () => client.people.list({ binned: true }));
for (const typed of ['r', 'rosa', 'rosa ma', 'boiler', '055 100', 'rsoa']) {
  await timed(`people with "${typed}"`, () => client.people.list({ words: typed }));
}
await timed('the tags of people', () => client.people.tags());
await timed('a person', () => client.people.get({ id: customerId(5) }));
await timed('whom they sent', () => client.people.referrals({ id: customerId(5) }));
await timed('their history', () => client.people.history({ id: customerId(5) }));

for (const order of ['matters', 'newest'] as const) {
  await timed(`voices, ${order} first`, () => client.mentions.list({ order, state: 'new' }));
  await timed(`voices, ${order} first, the last page`, () =>
    client.mentions.list({ order, state: 'new', offset: last(great.mentions * 0.6) }),
  );
}
for (const state of ['answered', 'noted', 'let-go'] as const) {
  await timed(`voices ${state}`, () => client.mentions.list({ state }));
}
await timed('all voices', () => client.mentions.list({}));
await timed('voices starred', () => client.mentions.list({ starred: true }));
await timed('voices of a source', () => client.mentions.list({ sourceId: idOf('eeee', 3) }));
await timed('voices of a person', () => client.mentions.list({ customerId: customerId(5) }));
await timed('voices with a word', () => client.mentions.list({ words: 'boiler' }));
await timed('voices with three words', () => client.mentions.list({ words: 'boiler quote knee' }));
await timed('a voice', () => client.mentions.get({ id: idOf('ffff', 3) }));
await timed('the sources', () => client.sources.list());

for (const sort of ['day', 'person', 'newest'] as const) {
  await timed(`follow-ups by ${sort}`, () => client.followUps.list({ sort }));
  await timed(`follow-ups by ${sort}, the last page`, () =>
    client.followUps.list({ sort, offset: last(great.followUps / 6) }),
  );
}
await timed('follow-ups done', () => client.followUps.list({ state: 'done' }));
await timed('follow-ups done, the last page', () =>
  client.followUps.list({ state: 'done', offset: last((great.followUps * 5) / 6) }),
);
await timed('follow-ups open and done lately', () => client.followUps.list({ state: 'lately' }));
await timed('follow-ups of a person', () => client.followUps.list({ customerId: customerId(5) }));
await timed('follow-ups due', () => client.followUps.list({ until: house.clock.today() }));

await timed('the bin', () => client.bin.list({}));
await timed('the bin, a page far down', () => client.bin.list({ offset: 5000 }));
await timed('the timeline', () => client.timeline.list({}));
for (const kind of ['conversation', 'note', 'follow-up', 'mention', 'answer'] as const) {
  await timed(`the timeline, only ${kind}`, () => client.timeline.list({ kinds: [kind] }));
}
await timed('the timeline by telephone', () => client.timeline.list({ media: ['phone'] }));
await timed('the timeline by letter (there are none)', () =>
  client.timeline.list({ media: ['letter'] }),
);
await timed('the timeline with a tag', () => client.timeline.list({ tag: 'boiler' }));
await timed('the timeline with a word', () => client.timeline.list({ words: 'boiler' }));
await timed('the timeline with three words', () =>
  client.timeline.list({ words: 'boiler quote knee' }),
);
await timed('the timeline of one year long ago', () =>
  client.timeline.list({ from: '2018-01-01', to: '2018-12-31' }),
);
await timed('the timeline of a person', () => client.timeline.list({ customerId: customerId(5) }));
await timed('the tags of what was said', () => client.timeline.tags());
await timed('the years of what was said', () => client.timeline.years());
let after: string | null = null;
await timed('the timeline, ten pages of 200', async () => {
  for (let page = 0; page < 10; page += 1) {
    const read: { next: string | null } = await client.timeline.list({ after, limit: 200 });
    after = read.next;
  }
});
for (const typed of ['b', 'boiler', 'rosa', 'rosa boiler', '055 1000', 'katarina']) {
  await timed(`search for "${typed}"`, () => client.search.find({ words: typed }));
}
await timed('lessons', () => client.lessons.list());
await timed('the counts of the menu', () => client.house.counts());
await timed('the first look of the day, which names somebody', () => client.today.get(), 1);
await timed('today, as it was named', () => client.today.get());
await timed('around today', () => client.today.around());
await timed('the days of steps', () => client.today.steps({ days: 61 }));
await timed('the street', () => client.today.street({ limit: 60 }));
await timed('the whole town', () => client.today.town());
await timed('one field of a person is changed', () =>
  client.people.change({ id: customerId(5), changes: { role: `${Math.random()}` } }),
);
await timed('1,000 people go into the bin', () => binThousand(), 1);
await close();

function binThousand() {
  return client.people.bin({
    ids: Array.from({ length: 1000 }, (_, number) => customerId(1000 + number)),
  });
}
