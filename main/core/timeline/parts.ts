import type { TimelineEntry } from '../../../shared/contract/contract.ts';

export type Kind = TimelineEntry['kind'];

/** One kind of entry in SQL. */
export interface Part {
  /** Its columns, named as in `StoredEntry`. */
  columns: string;
  /** When it counts: a column or an expression that is indexed. */
  at: string;
  id: string;
  from: string;
  where: string[];
}

const nothing = {
  day: 'NULL',
  text: "''",
  medium: 'NULL',
  reached: 'NULL',
  begun_by: 'NULL',
  of_us: "''",
  pinned: '0',
  customer_id: 'NULL',
  due_day: 'NULL',
  state: 'NULL',
  source_name: 'NULL',
  address: 'NULL',
  rating_value: 'NULL',
  rating_best: 'NULL',
  rating_worst: 'NULL',
};

const columns = (own: Partial<typeof nothing>) =>
  Object.entries({ ...nothing, ...own })
    .map(([name, value]) => `${value} AS ${name}`)
    .join(', ');

/** Mentions that are a customer's, by match or by what somebody said; `heard` has the last word. */
const mentionsOf = `IN (
  SELECT id FROM mention WHERE matched_customer_id = :customer
  UNION SELECT id FROM mention_state WHERE customer_id = :customer
  UNION SELECT mention.id FROM mention_state JOIN mention ON same_as = mention_state.id
    WHERE customer_id = :customer)`;

const ofMention = {
  pinned: 'starred',
  customer_id: 'heard.customer_id',
  state: 'heard.state',
  source_name: 'source_name',
  address: 'address',
  rating_value: 'rating_value',
  rating_best: 'rating_best',
  rating_worst: 'rating_worst',
};

const conversation: Part = {
  columns: columns({
    day: 'happened_day',
    text: 'said',
    medium: 'medium',
    reached: 'reached',
    begun_by: 'begun_by',
    of_us: 'of_us',
  }),
  at: 'happened_at',
  id: 'conversation.id',
  from: 'conversation',
  where: ['binned_at IS NULL'],
};

const note: Part = {
  columns: columns({ text: 'body', pinned: 'pinned', customer_id: 'customer_id' }),
  at: 'written_at',
  id: 'note.id',
  from: 'note',
  where: ['binned_at IS NULL'],
};

const followUp: Part = {
  columns: columns({
    text: 'text',
    customer_id: 'customer_id',
    due_day: 'due_day',
    state: 'state',
  }),
  at: 'coalesce(done_at, made_at)',
  id: 'follow_up.id',
  from: 'follow_up',
  where: ['binned_at IS NULL'],
};

const mention: Part = {
  columns: columns({
    ...ofMention,
    text: `CASE WHEN title = '' OR instr(text, title) = 1 THEN text
      ELSE title || char(10) || text END`,
  }),
  at: 'heard.said_at',
  id: 'heard.id',
  from: 'heard',
  where: [],
};

const answer: Part = {
  columns: columns({ ...ofMention, pinned: '0', text: 'told.answer' }),
  at: 'coalesce(told.answered_at, told.state_at)',
  id: 'told.id',
  // In this order: the few answers by their time, each then looked up among what was heard.
  from: `mention_state AS told INDEXED BY mention_state_answered
    CROSS JOIN heard ON heard.id = told.id`,
  where: ["told.state = 'answered'", "told.answer <> ''"],
};

const added: Part = {
  columns: columns({ day: 'added_day', text: 'how_met', customer_id: 'customer.id' }),
  at: 'added_at',
  id: 'customer.id',
  from: 'customer',
  where: ['binned_at IS NULL'],
};

const and = (part: Part, ...where: string[]): Part => ({
  ...part,
  where: [...part.where, ...where],
});

/** Every kind of entry, of whomever. */
export const every: readonly Part[] = [conversation, note, followUp, mention, answer, added];

/** What the timeline of the house tells. */
export const ofHouse = {
  conversation,
  note,
  // What is promised stands in the conversation; here it is told when it is kept.
  'follow-up': and(followUp, "state = 'done'"),
  // News of the town is listened to elsewhere: here is what our people said, and what was dealt with.
  mention: {
    ...mention,
    at: 'known_voice.said_at',
    id: 'known_voice.id',
    from: 'known_voice CROSS JOIN heard ON heard.id = known_voice.id',
    where: ["(heard.customer_id IS NOT NULL OR starred = 1 OR heard.state = 'answered')"],
  },
  answer,
} satisfies Partial<Record<Kind, Part>>;

/** What the timeline of one customer (`:customer`) tells. */
export const ofCustomer: Record<Kind, Part> = {
  conversation: and(
    conversation,
    'conversation.id IN (SELECT conversation_id FROM conversation_customer WHERE customer_id = :customer)',
  ),
  note: and(note, 'customer_id = :customer'),
  'follow-up': and(followUp, 'customer_id = :customer'),
  mention: and(mention, 'heard.customer_id = :customer', `heard.id ${mentionsOf}`),
  answer: and(answer, 'heard.customer_id = :customer', `told.id ${mentionsOf}`),
  added: and(added, 'customer.id = :customer'),
};
