import { join } from 'node:path';
import type { Town } from './town.ts';

type Action = (town: Town) => Promise<unknown>;

const csv = (text: string) => Buffer.from(text).toString('base64');

/** Everything that a person can do, by its procedure: once each, in an order in which all goes. */
export const actions: Record<string, Action> = {
  'settings.save': ({ client }) => client.settings.save({ yourName: 'Ada', morning: '07:00' }),
  'counter.add': ({ client }) => client.counter.add({ name: 'Mia' }),
  'counter.change': ({ client, colleague }) =>
    client.counter.change({ id: colleague, name: 'Leonie' }),
  'counter.leave': ({ client, colleague }) => client.counter.leave({ id: colleague }),
  'people.add': ({ client }) => client.people.add({ givenName: 'Ada', tags: ['new'] }),
  'people.makeCustomer': ({ client, relation }) =>
    client.people.makeCustomer({ relationId: relation }),
  'people.change': ({ client, people }) =>
    client.people.change({
      id: people.rosa,
      changes: { circle: 'inner', facts: [{ text: 'Cats' }] },
    }),
  'people.leaveRhythm': ({ client, people }) =>
    client.people.leaveRhythm({ id: people.rosa, days: 7 }),
  'people.changeAll': ({ client, people }) =>
    client.people.changeAll({ ids: [people.rosa, people.jun], addTag: 'fair', circle: 'wider' }),
  'people.setPhoto': ({ client, people, photo }) =>
    client.people.setPhoto({ id: people.rosa, content: photo }),
  'people.removePhoto': ({ client, people }) => client.people.removePhoto({ id: people.rosa }),
  'people.bin': ({ client, people }) => client.people.bin({ ids: [people.jun] }),
  'people.restore': ({ client, people }) => client.people.restore({ ids: [people.binned] }),
  'people.notTheSame': ({ client, people }) =>
    client.people.notTheSame({ one: people.rosa, other: people.noor }),
  'people.merge': ({ client, people }) =>
    client.people.merge({ keep: people.noor, other: people.twin }),
  'people.renameTag': ({ client }) => client.people.renameTag({ tag: 'tea', to: 'green tea' }),
  'people.dropTag': ({ client }) => client.people.dropTag({ tag: 'green tea' }),
  'bin.restore': ({ client, people }) =>
    client.bin.restore({ entries: [{ kind: 'customer', id: people.jun }] }),
  'people.cameBack': ({ client, people }) => client.people.cameBack({ id: people.rosa }),
  'people.didNotComeBack': async ({ client, people }) => {
    const { cameBack } = await client.people.get({ id: people.rosa });
    return client.people.didNotComeBack({ returnId: cameBack[0]?.id ?? '' });
  },
  'matters.add': ({ client, people }) =>
    client.matters.add({ customerId: people.rosa, matter: { name: 'The will' } }),
  'matters.change': ({ client, matter }) =>
    client.matters.change({ id: matter, changes: { name: 'The new lease' } }),
  'matters.addNote': ({ client, matter }) => client.matters.addNote({ id: matter, body: 'Signed' }),
  'matters.removeNote': ({ client, matterNote }) =>
    client.matters.removeNote({ noteId: matterNote }),
  'matters.keepLookUp': ({ client, matter }) =>
    client.matters.keepLookUp({ id: matter, name: 'Noor' }),
  'matters.remove': ({ client, matter }) => client.matters.remove({ id: matter }),
  'conversations.log': ({ client, people, promise }) =>
    client.conversations.log({
      ...{ customerIds: [people.rosa], medium: 'counter', said: 'A loaf', keeps: [promise] },
      promises: [{ text: 'Another', dueDay: '2026-03-05' }],
    }),
  'conversations.plan': ({ client, people }) =>
    client.conversations.plan({
      ...{ customerIds: [people.rosa], newPeople: ['Zed'] },
      promises: [{ text: 'Coffee', dueDay: '2026-03-05' }],
    }),
  'conversations.change': ({ client, talk }) =>
    client.conversations.change({ id: talk, said: 'Hello again', reached: false }),
  'conversations.bin': ({ client, talk }) => client.conversations.bin({ id: talk }),
  'notes.add': ({ client, people }) => client.notes.add({ customerId: people.rosa, body: 'Tall' }),
  'notes.change': ({ client, note }) => client.notes.change({ id: note, pinned: true }),
  'notes.bin': ({ client, note }) => client.notes.bin({ id: note }),
  'followUps.add': ({ client }) =>
    client.followUps.add({
      text: 'Order flour',
      dueDay: '2026-03-09',
      recurrence: { every: 1, unit: 'week' },
    }),
  'followUps.reopen': ({ client, done }) => client.followUps.reopen({ id: done }),
  'followUps.change': ({ client, done }) =>
    client.followUps.change({ id: done, text: 'Send the new quote' }),
  'followUps.snooze': ({ client, done }) =>
    client.followUps.snooze({ id: done, until: '2026-03-20' }),
  'followUps.done': ({ client, done }) => client.followUps.done({ id: done }),
  'followUps.bin': ({ client, done }) => client.followUps.bin({ id: done }),
  'today.notToday': async ({ client }) => {
    const { pick } = await client.today.get();
    return client.today.notToday({ pickId: pick?.id ?? '' });
  },
  'today.fitRhythms': async ({ client, people }) => {
    for (const id of [people.noor, people.rosa]) {
      await client.people.change({ id, changes: { circle: 'inner', rhythmDays: 1 } });
    }
    return client.today.fitRhythms();
  },
  'sources.change': ({ client, source }) => client.sources.change({ id: source, paused: true }),
  'sources.importOpml': ({ client }) =>
    client.sources.importOpml({
      content:
        '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>',
    }),
  'sources.importReviews': ({ client }) =>
    client.sources.importReviews({
      fileName: 'reviews.csv',
      content: csv('Author,Rating,Date,Review\nMia,5,2026-02-01,Lovely bread'),
    }),
  'mentions.mark': ({ client, voices }) =>
    client.mentions.mark({ ids: [voices.one], state: 'noted' }),
  'mentions.star': ({ client, voices }) =>
    client.mentions.star({ ids: [voices.one], starred: true }),
  'mentions.snooze': ({ client, voices }) =>
    client.mentions.snooze({ ids: [voices.two], until: '2026-03-09' }),
  'mentions.tone': ({ client, voices }) =>
    client.mentions.tone({ ids: [voices.two], tone: 'complaint' }),
  'mentions.join': ({ client, voices }) =>
    client.mentions.join({ ids: [voices.three, voices.four] }),
  'mentions.part': ({ client, voices }) => client.mentions.part({ id: voices.three }),
  'mentions.link': ({ client, voices, people }) =>
    client.mentions.link({ id: voices.one, customerId: people.rosa }),
  'mentions.unlink': ({ client, voices, people }) =>
    client.mentions.unlink({ id: voices.one, customerId: people.rosa }),
  'mentions.makeCustomer': ({ client, voices }) =>
    client.mentions.makeCustomer({ id: voices.four }),
  'answers.keep': ({ client, voices }) =>
    client.answers.keep({ mentionId: voices.one, text: 'Thank you!' }),
  'answers.sleep': ({ client, voices }) =>
    client.answers.sleep({ mentionId: voices.one, text: 'Thank you!', until: '2026-03-03' }),
  'answers.sent': ({ client, voices }) =>
    client.answers.sent({ mentionId: voices.one, text: 'Thank you so much!' }),
  'answers.addOpening': ({ client }) => client.answers.addOpening({ text: 'Dear {name},' }),
  'answers.changeOpening': ({ client, opening }) =>
    client.answers.changeOpening({ id: opening, text: 'Thanks, {name}.' }),
  'answers.binOpening': ({ client, opening }) => client.answers.binOpening({ id: opening }),
  'rules.keep': ({ client }) =>
    client.rules.keep({ containing: ['lottery'], does: 'let-go', alsoStored: true }),
  'rules.ignore': ({ client }) => client.rules.ignore({ terms: ['slow'], alsoStored: true }),
  'rules.remove': ({ client, rule }) => client.rules.remove({ id: rule }),
  'savedSearches.save': ({ client, search }) =>
    client.savedSearches.save({ id: search, name: 'Rye', words: 'rye' }),
  'savedSearches.remove': ({ client, search }) => client.savedSearches.remove({ id: search }),
  'lessons.add': ({ client }) => client.lessons.add({ sentence: 'Open earlier' }),
  'lessons.change': ({ client, lesson }) =>
    client.lessons.change({ id: lesson, state: 'changed', changed: 'A warmer oven' }),
  'lessons.link': ({ client, lesson, voices }) =>
    client.lessons.link({ id: lesson, kind: 'mention', voiceId: voices.one }),
  'lessons.unlink': ({ client, lesson, voices }) =>
    client.lessons.unlink({ id: lesson, kind: 'mention', voiceId: voices.one }),
  'lessons.setAside': ({ client, lesson, voices }) =>
    client.lessons.setAside({ id: lesson, voiceId: voices.three }),
  'lessons.takeUp': ({ client, lesson, voices }) =>
    client.lessons.takeUp({ id: lesson, voiceId: voices.three }),
  'stories.keep': ({ client, people }) =>
    client.stories.keep({ text: 'She came back for the rye', customerId: people.rosa }),
  'stories.change': async ({ client }) => {
    const [story] = await client.stories.list();
    return client.stories.change({ id: story?.id ?? '', text: 'She came back twice' });
  },
  'stories.bin': async ({ client }) => {
    const [story] = await client.stories.list();
    return client.stories.bin({ id: story?.id ?? '' });
  },
  'lessons.bin': ({ client, lesson }) => client.lessons.bin({ id: lesson }),
  'reflection.write': async ({ client }) => {
    const { week, questions } = await client.reflection.week();
    return client.reflection.write({ week, key: questions[0]?.key ?? '', answer: 'To listen' });
  },
  'reflection.nameLeap': ({ client }) => client.reflection.nameLeap({ worry: 'Too dear' }),
  'reflection.putLeapAway': async ({ client }) => {
    const [leap] = await client.reflection.leaps();
    return client.reflection.putLeapAway({ id: leap?.id ?? '', away: true });
  },
  'reflection.removeLeap': async ({ client }) => {
    const [leap] = await client.reflection.leaps();
    return client.reflection.removeLeap({ id: leap?.id ?? '' });
  },
  'exchange.importPeople': ({ client }) =>
    client.exchange.importPeople({ fileName: 'p.csv', content: csv('First name\nMia\nLeo') }),
  'backups.chooseFolder': ({ client, house }) =>
    client.backups.chooseFolder({ folder: join(house.dataFolder, '..') }),
  'sources.remove': ({ client, source }) => client.sources.remove({ id: source }),
  'sample.load': ({ client }) => client.sample.load(),
  'sample.remove': ({ client }) => client.sample.remove(),
};

/** What changes something and writes no step that could be undone, each with its reason. */
export const exceptions: Record<string, string> = {
  'forgetting.forget': 'what was forgotten must not come back',
  'bin.letGo': 'is asked for to be for good; backups keep it for a while',
  'house.open': 'opens a link in another program',
  'versions.look': 'asks for a number, which changes nothing here',
  'versions.fetch': 'fetches the program, not what is in the house',
  'versions.install': 'exchanges the program, not what is in the house',
  'counter.comeIn': 'says who stands there, which writes nothing',
  'lock.open': 'opens the window, which writes nothing',
  'lock.now': 'locks the window, which writes nothing',
  'lock.choose': 'a passphrase is a secret, and lies in no journal',
  'lock.remove': 'a passphrase is a secret, and lies in no journal',
  'lock.idle': 'is of the lock, whose file lies beside the house',
  'drafts.save': 'keeps what is being typed, until it is saved or thrown away',
  'people.stepBack': 'is itself an undo, with a step of its own',
  'journal.undo': 'is itself an undo, with a step of its own',
  'today.another': 'looks for somebody else; the day’s picks stay as they are',
  'reminders.take': 'hands a notice to a window',
  'reminders.answer': 'does what followUps.done, followUps.snooze and today do',
  'reminders.putAway': 'needs missed reminders; undone in tests/core/reminders',
  'sources.add': 'asks the network; undone in tests/core/listening',
  'sources.keepKey': 'a key is a secret, and lies in no journal',
  'sources.forgetKey': 'a key is a secret, and lies in no journal',
  'sources.gather': 'gathers; what is gathered is not a person’s writing',
  'sources.cancel': 'stops a gathering',
  'mentions.pictures': 'fetches what is shown once',
  'answers.post': 'what was said to the world cannot be unsaid',
  'answers.hold': 'needs an answer on its way; tests/core/answers',
  'answers.tryAgain': 'what was said to the world cannot be unsaid',
  'exchange.stopImport': 'stops what has written nothing yet',
  'backups.make': 'adds a backup, and takes nothing',
  'backups.restore': 'is taken back by the backup that it makes first',
  'backups.choosePassphrase': 'a passphrase is a secret, and lies in no journal',
  'archives.make': 'a file on its way out',
  'archives.begin': 'a file on its way in',
  'archives.write': 'a file on its way in',
  'archives.bringIn': 'is taken back by the backup that it makes first',
  'archives.done': 'lets go of a file on its way',
  'rescue.bringBack': 'after a damage there is nothing to go back to but what is set aside',
  'rescue.startAnew': 'what was set aside and the backups stay',
  'rescue.heard': 'somebody has read a sentence',
};

/** What only looks. */
export const looks: readonly string[] = [
  ...['timeline.years', 'timeline.tags', 'lock.state', 'lock.stir'],
  ...['house.now', 'house.counts', 'house.about', 'house.report', 'settings.spellingLanguages'],
  'versions.state',
  ...['settings.get', 'counter.get', 'search.find'],
  ...['people.list', 'people.get', 'people.duplicates', 'people.history', 'people.referrals'],
  ...['people.pictures', 'people.tags', 'matters.list', 'matters.lookUp'],
  ...['conversations.understand', 'conversations.get', 'conversations.list', 'drafts.get'],
  ...['followUps.get', 'followUps.list', 'reminders.missed', 'today.get', 'today.around'],
  ...['today.steps', 'today.street', 'today.town', 'sources.typed', 'sources.keys'],
  ...['sources.tryKey', 'sources.lookAtFile', 'sources.list', 'sources.preview'],
  ...['sources.requests', 'sources.exportOpml', 'mentions.list', 'mentions.get'],
  ...['mentions.export', 'answers.get', 'answers.look', 'answers.open', 'answers.openings'],
  ...['rules.list', 'rules.try', 'rules.tryIgnoring', 'savedSearches.list', 'journal.history'],
  ...['exchange.previewPeople', 'exchange.exportPeople', 'backups.list', 'backups.compare'],
  ...['archives.read', 'archives.look', 'rescue.state', 'rescue.remarks', 'lessons.list'],
  ...['bin.list', 'lessons.proposed', 'settings.shortcut', 'stories.list'],
  ...['reflection.week', 'reflection.journal', 'reflection.numbers', 'reflection.behind'],
  ...['reflection.leaps', 'sample.state', 'events.listen'],
];
