CREATE INDEX about_by_change ON journal_about (change_id);

CREATE UNIQUE INDEX answer_being_written ON answer (mention_id) WHERE state <> 'sent';

CREATE INDEX answer_by_conversation ON answer (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX answer_by_mention ON answer (mention_id, begun_at);

CREATE INDEX answer_given ON answer (begun_at) WHERE state = 'given';

CREATE INDEX came_back_by_day ON came_back (day);

CREATE INDEX card_by_customer ON customer_card (customer_id, position);

CREATE INDEX card_by_uid ON customer_card (uid) WHERE uid <> '';

CREATE INDEX change_by_customer ON journal_change (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX change_by_row ON journal_change (table_name, row_id);

CREATE INDEX change_by_step ON journal_change (step_id);

CREATE INDEX contact_by_customer ON customer_contact (customer_id, position);

CREATE INDEX contact_by_normalised ON customer_contact (kind, normalised);

CREATE INDEX conversation_binned ON conversation (binned_at) WHERE binned_at IS NOT NULL;

CREATE INDEX conversation_by_customer ON conversation_customer (customer_id);

CREATE INDEX conversation_by_day ON conversation (happened_day) WHERE binned_at IS NULL AND reached = 1;

CREATE INDEX conversation_by_medium ON conversation (medium, happened_at) WHERE binned_at IS NULL;

CREATE INDEX conversation_by_time ON conversation (happened_at) WHERE binned_at IS NULL;

CREATE INDEX conversation_spoken_of_by_customer ON conversation_spoken_of (customer_id);

CREATE INDEX customer_binned ON customer (binned_at) WHERE binned_at IS NOT NULL;

CREATE INDEX customer_by_added ON customer (added_day) WHERE binned_at IS NULL;

CREATE INDEX customer_by_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX customer_by_name ON customer (sort_name, id) WHERE binned_at IS NULL;

CREATE INDEX customer_by_rhythm ON customer (circle, rhythm_days) WHERE binned_at IS NULL;

CREATE INDEX customer_by_sender ON customer (sent_by) WHERE sent_by IS NOT NULL;

CREATE INDEX date_by_customer ON customer_date (customer_id, position);

CREATE INDEX date_by_month ON customer_date (month, day);

CREATE INDEX earlier_by_mention ON mention_earlier (mention_id, at);

CREATE INDEX fact_by_customer ON customer_fact (customer_id, position);

CREATE INDEX follow_up_binned ON follow_up (binned_at) WHERE binned_at IS NOT NULL;

CREATE INDEX follow_up_by_conversation ON follow_up (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX follow_up_by_customer ON follow_up (customer_id, state);

CREATE INDEX follow_up_by_given ON follow_up (given_to) WHERE given_to IS NOT NULL;

CREATE INDEX follow_up_by_told ON follow_up (coalesce(done_at, made_at)) WHERE binned_at IS NULL;

CREATE INDEX follow_up_done ON follow_up (done_at DESC, id DESC, customer_id)
  WHERE state = 'done' AND binned_at IS NULL;

CREATE INDEX follow_up_open ON follow_up (wake_day, due_time) WHERE state = 'open' AND binned_at IS NULL;

CREATE INDEX known_voice_by_mention ON known_voice (id);

CREATE INDEX lesson_binned ON lesson (binned_at) WHERE binned_at IS NOT NULL;

CREATE INDEX likely_moved_by_customer ON likely_moved (customer_id);

CREATE INDEX matched_mention_by_time ON mention (said_at, id) WHERE matched_customer_id IS NOT NULL;

CREATE INDEX matter_by_customer ON matter (customer_id);

CREATE INDEX matter_note_by_matter ON matter_note (matter_id, written_at);

CREATE INDEX mention_by_author ON mention (author_key) WHERE author_key <> '';

CREATE INDEX mention_by_canonical ON mention (canonical) WHERE canonical <> '';

CREATE INDEX mention_by_likely ON mention (likely_customer_id) WHERE likely_customer_id IS NOT NULL;

CREATE INDEX mention_by_match ON mention (matched_customer_id) WHERE matched_customer_id IS NOT NULL;

CREATE INDEX mention_by_name ON mention (source_id, author) WHERE author_key = '' AND author <> '';

CREATE INDEX mention_by_same ON mention (same_as) WHERE same_as IS NOT NULL;

CREATE INDEX mention_by_source ON mention (source_id, said_at DESC);

CREATE INDEX mention_by_time ON mention (said_at DESC, id);

CREATE INDEX mention_by_words ON mention (words_key, said_at, source_id) WHERE words_key <> '';

CREATE INDEX mention_not_by_author ON mention_not (author_key) WHERE author_key <> '';

CREATE INDEX mention_not_by_customer ON mention_not (customer_id);

CREATE INDEX mention_not_by_mention ON mention_not (mention_id);

CREATE INDEX mention_state_answered ON mention_state (coalesce(answered_at, state_at), id)
WHERE state = 'answered' AND answer <> '';

CREATE INDEX mention_state_by_customer ON mention_state (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX mention_state_by_joined ON mention_state (joined_to) WHERE joined_to IS NOT NULL;

CREATE INDEX mention_state_by_state ON mention_state (state);

CREATE INDEX name_by_customer ON customer_name (customer_id, position);

CREATE INDEX not_the_same_by_other ON not_the_same (other_id);

CREATE INDEX note_binned ON note (binned_at) WHERE binned_at IS NOT NULL;

CREATE INDEX note_by_customer ON note (customer_id);

CREATE INDEX note_by_time ON note (written_at) WHERE binned_at IS NULL;

CREATE INDEX note_link_by_note ON note_link (note_id);

CREATE INDEX note_pinned ON note (customer_id) WHERE pinned = 1 AND binned_at IS NULL;

CREATE INDEX party_by_matter ON matter_party (matter_id, position);

CREATE INDEX party_by_other ON matter_party (other_id) WHERE other_id IS NOT NULL;

CREATE UNIQUE INDEX photo_by_customer ON customer_photo (customer_id);

CREATE INDEX photo_by_picture ON customer_photo (picture_id);

CREATE INDEX pick_by_customer ON daily_pick (customer_id, day);

CREATE UNIQUE INDEX reflection_answer_once
ON reflection_answer (week, question, coalesce(colleague_id, ''));

CREATE INDEX relation_by_customer ON customer_relation (customer_id, position);

CREATE INDEX relation_by_other ON customer_relation (other_id) WHERE other_id IS NOT NULL;

CREATE INDEX reminder_missed ON reminder (told_at) WHERE put_away_at IS NULL AND how = 'missed';

CREATE INDEX request_by_source ON source_request (source_id, at);

CREATE INDEX said_tag_by_subject ON said_tag (subject_id);

CREATE UNIQUE INDEX source_by_address ON source (kind, address) WHERE removed_at IS NULL;

CREATE INDEX source_due ON source_fetch (next_check_at);

CREATE INDEX spoken_name_by_customer ON spoken_name (customer_id);

CREATE INDEX standing_by_follow_up ON customer_standing (next_follow_up_day);

CREATE INDEX standing_by_spoke ON customer_standing (last_spoke_day);

CREATE INDEX step_by_time ON journal_step (at);

CREATE INDEX step_by_undoes ON journal_step (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX story_by_conversation ON story (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX story_by_customer ON story (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX story_by_mention ON story (mention_id) WHERE mention_id IS NOT NULL;

CREATE INDEX tag_by_tag ON customer_tag (tag);

CREATE INDEX telling_by_customer ON lesson_telling (customer_id);

CREATE INDEX telling_by_follow_up ON lesson_telling (follow_up_id) WHERE follow_up_id IS NOT NULL;

CREATE INDEX version_by_answer ON answer_version (answer_id, at);

CREATE INDEX voice_by_conversation ON lesson_voice (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE INDEX voice_by_mention ON lesson_voice (mention_id) WHERE mention_id IS NOT NULL;

CREATE INDEX work_by_customer ON customer_work (customer_id, position);

CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id),
  -- A question is sent first where something is unclear.
  kind TEXT NOT NULL DEFAULT 'answer' CHECK (kind IN ('question', 'answer')),
  text TEXT NOT NULL DEFAULT '',
  -- What is true in what they said: one private line that never leaves.
  heart TEXT NOT NULL DEFAULT '',
  -- given: handed over to be posted; sent: it is there for them to read.
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asleep', 'given', 'sent')),
  wakes_on TEXT,
  way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'copied', 'mastodon', 'bluesky')),
  begun_at INTEGER NOT NULL,
  sent_at INTEGER,
  -- Where it can be read.
  address TEXT NOT NULL DEFAULT '',
  conversation_id TEXT REFERENCES conversation (id)
, colleague_id TEXT REFERENCES colleague (id)) STRICT;

CREATE TABLE answer_post (
  answer_id TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'posting', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE answer_version (
  id TEXT PRIMARY KEY,
  answer_id TEXT NOT NULL REFERENCES answer (id),
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE at_the_counter (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  colleague_id TEXT REFERENCES colleague (id) ON DELETE SET NULL
) STRICT;

CREATE TABLE came_back (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  day TEXT NOT NULL,
  UNIQUE (customer_id, day)
) STRICT;

CREATE TABLE colleague (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Whether the day names a person for them alone.
  own_day INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  medium TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  happened_day TEXT NOT NULL,
  said TEXT NOT NULL DEFAULT '',
  reached INTEGER NOT NULL DEFAULT 1,
  begun_by TEXT NOT NULL DEFAULT 'unknown' CHECK (begun_by IN ('them', 'us', 'unknown')),
  of_us TEXT NOT NULL DEFAULT '',
  written_at INTEGER NOT NULL,
  binned_at INTEGER
, colleague_id TEXT REFERENCES colleague (id)) STRICT;

CREATE TABLE conversation_customer (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  UNIQUE (conversation_id, customer_id)
) STRICT;

CREATE TABLE conversation_spoken_of (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  UNIQUE (conversation_id, customer_id)
) STRICT;

CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  name_order TEXT NOT NULL DEFAULT 'given-first' CHECK (name_order IN ('given-first', 'family-first')),
  pronouns TEXT NOT NULL DEFAULT '',
  said_as TEXT NOT NULL DEFAULT '',
  display_name TEXT NOT NULL CHECK (display_name <> ''),
  sort_name TEXT NOT NULL,
  circle TEXT NOT NULL DEFAULT 'regular' CHECK (circle IN ('inner', 'regular', 'wider', 'none')),
  rhythm_days INTEGER CHECK (rhythm_days > 0),
  how_met TEXT NOT NULL DEFAULT '',
  sent_by TEXT REFERENCES customer (id),
  added_at INTEGER NOT NULL,
  added_day TEXT NOT NULL,
  binned_at INTEGER
, merged_into TEXT REFERENCES customer (id), left_rhythm_days INTEGER) STRICT;

CREATE TABLE customer_card (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  uid TEXT NOT NULL DEFAULT '',
  lines TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_contact (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address', 'handle', 'website')),
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  network TEXT NOT NULL DEFAULT '',
  normalised TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_date (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'other')),
  label TEXT NOT NULL DEFAULT '',
  year INTEGER,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  yearly INTEGER NOT NULL DEFAULT 1,
  notice_days INTEGER NOT NULL DEFAULT 3,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_fact (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  text TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_name (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- What sort of name: "before she married", "in Greek".
  label TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE customer_photo (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  picture_id TEXT NOT NULL REFERENCES picture (id),
  CHECK (id = customer_id)
) STRICT;

CREATE TABLE customer_relation (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  other_id TEXT REFERENCES customer (id),
  name TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (other_id IS NOT NULL OR name <> '')
) STRICT;

CREATE TABLE customer_standing (
  customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  last_spoke_at INTEGER,
  last_spoke_day TEXT,
  -- Attempts since then that reached nobody.
  attempts INTEGER NOT NULL DEFAULT 0,
  next_follow_up_day TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_tag (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  tag TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (customer_id, tag)
) STRICT;

CREATE TABLE customer_work (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  company TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (company <> '' OR role <> '')
) STRICT;

CREATE TABLE daily_pick (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- The program names people by itself, so that must not stand in the way of undoing "added Rosa".
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- 1 when one more was asked for, 0 when this is the day's own or takes the place of one put off.
  asked INTEGER NOT NULL DEFAULT 0,
  -- The reasons as they were when the day named this person (JSON, shared/contract/today.ts).
  reasons TEXT NOT NULL,
  picked_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'not-today', 'not-reached')),
  state_at INTEGER, colleague_id TEXT REFERENCES colleague (id) ON DELETE CASCADE,
  UNIQUE (day, position)
) STRICT;

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  customer_id TEXT REFERENCES customer (id),
  due_day TEXT NOT NULL,
  due_time TEXT,
  snoozed_until TEXT,
  recurs_every INTEGER CHECK (recurs_every > 0),
  recurs_unit TEXT CHECK (recurs_unit IN ('day', 'week', 'month', 'year')),
  recurs_from TEXT CHECK (recurs_from IN ('due', 'done')),
  -- The day of the month (or year) that a repeating one was first meant for, so that it never drifts.
  recurs_anchor TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  done_at INTEGER,
  made_at INTEGER NOT NULL,
  conversation_id TEXT REFERENCES conversation (id),
  kept_by TEXT REFERENCES conversation (id),
  previous_id TEXT REFERENCES follow_up (id),
  binned_at INTEGER,
  -- The day on which it asks for attention.
  wake_day TEXT NOT NULL GENERATED ALWAYS AS (max(due_day, coalesce(snoozed_until, due_day))) STORED
, snoozed_time TEXT, recurs_on TEXT, made_by TEXT REFERENCES colleague (id), given_to TEXT REFERENCES colleague (id)) STRICT;

CREATE TABLE forgotten (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE host_rest (
  host TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE journal_about (
  customer_id TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES journal_change (id) ON DELETE CASCADE,
  PRIMARY KEY (customer_id, change_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY,
  step_id TEXT NOT NULL REFERENCES journal_step (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  customer_id TEXT,
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE TABLE journal_step (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  -- The step that this one takes back, if it is an undo.
  undoes TEXT REFERENCES journal_step (id),
  undone_by TEXT REFERENCES journal_step (id)
, by_itself INTEGER NOT NULL DEFAULT 0, apart INTEGER NOT NULL DEFAULT 0, colleague_id TEXT) STRICT;

CREATE TABLE known_voice (
  said_at INTEGER NOT NULL,
  id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  PRIMARY KEY (said_at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE leap (
  id TEXT PRIMARY KEY,
  worry TEXT NOT NULL CHECK (worry <> ''),
  named_day TEXT NOT NULL,
  put_away_at INTEGER
) STRICT;

CREATE TABLE lesson (
  id TEXT PRIMARY KEY,
  sentence TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'heard' CHECK (state IN ('heard', 'thinking', 'changed', 'told', 'kept')),
  changed TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  since_day TEXT NOT NULL,
  changed_day TEXT,
  binned_at INTEGER
, changed_by TEXT REFERENCES colleague (id)) STRICT;

CREATE TABLE lesson_not (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  -- A mention or a conversation; either may go, and then this says nothing any more.
  voice_id TEXT NOT NULL,
  UNIQUE (lesson_id, voice_id)
) STRICT;

CREATE TABLE lesson_telling (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  words TEXT NOT NULL DEFAULT '',
  -- next: a follow-up asks for it now; left: somebody decided not to.
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'next', 'told', 'left')),
  follow_up_id TEXT REFERENCES follow_up (id),
  told_day TEXT,
  position INTEGER NOT NULL,
  UNIQUE (lesson_id, customer_id)
) STRICT;

CREATE TABLE lesson_voice (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  mention_id TEXT REFERENCES mention (id),
  conversation_id TEXT REFERENCES conversation (id),
  added_at INTEGER NOT NULL,
  CHECK ((mention_id IS NULL) <> (conversation_id IS NULL)),
  UNIQUE (lesson_id, mention_id),
  UNIQUE (lesson_id, conversation_id)
) STRICT;

CREATE TABLE likely_moved (
  mention_id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  PRIMARY KEY (mention_id, customer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('asked', 'open', 'waiting', 'closed', 'declined')),
  opened_day TEXT,
  closed_day TEXT,
  note TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE matter_note (
  id TEXT PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  body TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;

CREATE TABLE matter_party (
  id TEXT PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  -- Against the client, beside them, or neither.
  side TEXT NOT NULL CHECK (side IN ('other', 'with', 'neither')),
  name TEXT NOT NULL DEFAULT '',
  other_id TEXT REFERENCES customer (id),
  role TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (other_id IS NOT NULL OR name <> '')
) STRICT;

CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  -- What makes it the same item the next time (see main/core/listening/identity.ts).
  identity TEXT NOT NULL,
  guid TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  canonical TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  html TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  author_handle TEXT NOT NULL DEFAULT '',
  author_address TEXT NOT NULL DEFAULT '',
  -- The author normalised for matching, such as 'mastodon:rosa@example.social'.
  author_key TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  published_at INTEGER,
  updated_at INTEGER,
  received_at INTEGER NOT NULL,
  -- When it counts: published, or received where that is unknown.
  said_at INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(published_at, received_at)) STORED,
  content_hash TEXT NOT NULL,
  edited_at INTEGER,
  rating_value REAL,
  rating_best REAL,
  rating_worst REAL,
  rating_share REAL,
  tone TEXT NOT NULL DEFAULT 'plain' CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  matched_customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
  likely_customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
  likely_why TEXT NOT NULL DEFAULT '', words_key TEXT NOT NULL DEFAULT '', same_as TEXT REFERENCES mention (id) ON DELETE SET NULL,
  UNIQUE (source_id, identity)
) STRICT;

CREATE TABLE mention_earlier (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE mention_not (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  author_key TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE mention_purged (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  identity TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source_id, identity)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention_state (
  id TEXT PRIMARY KEY REFERENCES mention (id),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'answered', 'noted', 'let-go')),
  starred INTEGER NOT NULL DEFAULT 0,
  snoozed_until TEXT,
  customer_id TEXT REFERENCES customer (id),
  tone TEXT CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  state_at INTEGER
, joined_to TEXT REFERENCES mention (id) ON DELETE SET NULL, answer TEXT NOT NULL DEFAULT '', answered_at INTEGER, answered_by TEXT REFERENCES colleague (id)) STRICT;

CREATE TABLE not_the_same (
  id TEXT PRIMARY KEY,
  one_id TEXT NOT NULL REFERENCES customer (id),
  other_id TEXT NOT NULL REFERENCES customer (id),
  said_at INTEGER NOT NULL,
  UNIQUE (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customer (id),
  body TEXT NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0,
  written_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

CREATE TABLE note_link (
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  -- Whoever is linked may be gone: the note keeps their name.
  customer_id TEXT NOT NULL,
  PRIMARY KEY (customer_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  -- For which voices; empty for all.
  tone TEXT NOT NULL DEFAULT '' CHECK (tone IN ('', 'complaint', 'question', 'praise', 'plain')),
  added_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE reflection_answer (
  id TEXT PRIMARY KEY,
  week TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  -- Who was at the keyboard; nobody where none was named.
  colleague_id TEXT REFERENCES colleague (id)
) STRICT;

CREATE TABLE reminder (
  -- What it is about and which time of it, so that nothing is told twice.
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('follow-up', 'date', 'morning')),
  -- By its kind: the follow-up, the customer's date, or the day.
  about_id TEXT NOT NULL,
  -- The local day and time it was meant for.
  meant_for TEXT NOT NULL,
  -- In time; late, because nobody was there; or passed over, because nobody had to be told.
  how TEXT NOT NULL CHECK (how IN ('told', 'missed', 'passed')),
  told_at INTEGER NOT NULL,
  -- When the machine or a window showed it.
  shown_at INTEGER,
  -- When the person put the card about it away.
  put_away_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder_look (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_id INTEGER NOT NULL
) STRICT;

CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  source_id TEXT,
  author TEXT NOT NULL DEFAULT '',
  -- A JSON list of phrases; one of them suffices.
  containing TEXT NOT NULL DEFAULT '[]',
  stars_at_most REAL,
  by_customer INTEGER NOT NULL DEFAULT 0,
  does TEXT NOT NULL CHECK (does IN ('noted', 'let-go', 'star', 'tone', 'link', 'tell')),
  tone TEXT CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  customer_id TEXT
) STRICT;

CREATE TABLE said_tag (
  tag TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'conversation')),
  subject_id TEXT NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY (tag, kind, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_row (
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL
) STRICT;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  show TEXT NOT NULL DEFAULT 'new',
  source_id TEXT
) STRICT;

CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  customer_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER,
  UNIQUE (kind, subject_id)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = 'search_document', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  home TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT '',
  paused INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
, identity TEXT NOT NULL DEFAULT 'by-itself'
  CHECK (identity IN ('by-itself', 'guid', 'link', 'words'))) STRICT;

CREATE TABLE source_fetch (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  fetch_address TEXT,
  -- Where it said that it has moved for good; told to the person, and forgotten when that fails.
  moved_to TEXT,
  etag TEXT,
  last_modified TEXT,
  validators_at INTEGER,
  body_hash TEXT,
  cursor TEXT,
  next_check_at INTEGER,
  last_tried_at INTEGER,
  last_success_at INTEGER,
  last_new_at INTEGER,
  last_error TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  habit_hours REAL,
  shared_guid INTEGER NOT NULL DEFAULT 0
, identity TEXT NOT NULL DEFAULT 'by-itself'
  CHECK (identity IN ('by-itself', 'guid', 'link', 'words'))) STRICT;

CREATE TABLE source_request (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  new_items INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE spoken_name (
  name TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- What one calls them, wholly or in part; or the family's name alone, which needs a title.
  part TEXT NOT NULL CHECK (part IN ('called', 'family')),
  PRIMARY KEY (name, customer_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_with_gone (
  day TEXT PRIMARY KEY,
  steps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE story (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  customer_id TEXT REFERENCES customer (id),
  mention_id TEXT REFERENCES mention (id),
  conversation_id TEXT REFERENCES conversation (id),
  -- The name under which they may be shown, once they gave leave.
  shown_name TEXT NOT NULL DEFAULT '',
  leave TEXT NOT NULL DEFAULT 'not-asked' CHECK (leave IN ('not-asked', 'asked', 'given', 'refused')),
  leave_day TEXT,
  kept_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

CREATE TRIGGER known_voice_changed AFTER UPDATE OF customer_id, starred, state ON mention_state
BEGIN 
  DELETE FROM known_voice WHERE id = NEW.id;
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = NEW.id AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = NEW.id AND (customer_id IS NOT NULL OR starred = 1 OR state = 'answered'))); END;

CREATE TRIGGER known_voice_heard AFTER INSERT ON mention
WHEN NEW.matched_customer_id IS NOT NULL BEGIN 
  DELETE FROM known_voice WHERE id = NEW.id;
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = NEW.id AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = NEW.id AND (customer_id IS NOT NULL OR starred = 1 OR state = 'answered'))); END;

CREATE TRIGGER known_voice_matched
AFTER UPDATE OF matched_customer_id, published_at, received_at ON mention
WHEN NEW.matched_customer_id IS NOT OLD.matched_customer_id OR NEW.said_at <> OLD.said_at
BEGIN 
  DELETE FROM known_voice WHERE id = NEW.id;
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = NEW.id AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = NEW.id AND (customer_id IS NOT NULL OR starred = 1 OR state = 'answered'))); END;

CREATE TRIGGER known_voice_told AFTER INSERT ON mention_state BEGIN 
  DELETE FROM known_voice WHERE id = NEW.id;
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = NEW.id AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = NEW.id AND (customer_id IS NOT NULL OR starred = 1 OR state = 'answered'))); END;

CREATE TRIGGER known_voice_untold AFTER DELETE ON mention_state BEGIN 
  DELETE FROM known_voice WHERE id = OLD.id;
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = OLD.id AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = OLD.id AND (customer_id IS NOT NULL OR starred = 1 OR state = 'answered'))); END;

CREATE TRIGGER likely_merged AFTER UPDATE OF merged_into ON customer
WHEN NEW.merged_into IS NOT NULL AND OLD.merged_into IS NULL BEGIN
  INSERT OR IGNORE INTO likely_moved (mention_id, customer_id)
  SELECT id, NEW.id FROM mention WHERE likely_customer_id = NEW.id;
  UPDATE mention SET likely_customer_id = NEW.merged_into WHERE likely_customer_id = NEW.id; END;

CREATE TRIGGER likely_parted AFTER UPDATE OF merged_into ON customer
WHEN NEW.merged_into IS NULL AND OLD.merged_into IS NOT NULL BEGIN
  UPDATE mention SET likely_customer_id = NEW.id
  WHERE likely_customer_id = OLD.merged_into
    AND id IN (SELECT mention_id FROM likely_moved WHERE customer_id = NEW.id);
  DELETE FROM likely_moved WHERE customer_id = NEW.id; END;

CREATE TRIGGER note_link_added AFTER INSERT ON note BEGIN 
  INSERT OR IGNORE INTO note_link (note_id, customer_id)
  SELECT NEW.id, json_each.value FROM json_each(links_in(NEW.body)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER note_link_changed AFTER UPDATE OF body, binned_at ON note BEGIN
  DELETE FROM note_link WHERE note_id = NEW.id; 
  INSERT OR IGNORE INTO note_link (note_id, customer_id)
  SELECT NEW.id, json_each.value FROM json_each(links_in(NEW.body)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER phones_by_country_changed AFTER UPDATE OF value ON setting
WHEN NEW.id = 'country' AND NEW.value <> OLD.value BEGIN 
  UPDATE customer_contact SET normalised = phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), ''))
  WHERE kind = 'phone' AND normalised <> phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), '')); END;

CREATE TRIGGER phones_by_country_set AFTER INSERT ON setting WHEN NEW.id = 'country' BEGIN
  
  UPDATE customer_contact SET normalised = phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), ''))
  WHERE kind = 'phone' AND normalised <> phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), '')); END;

CREATE TRIGGER phones_by_country_unset AFTER DELETE ON setting WHEN OLD.id = 'country' BEGIN
  
  UPDATE customer_contact SET normalised = phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), ''))
  WHERE kind = 'phone' AND normalised <> phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), '')); END;

CREATE TRIGGER said_tag_conversation_added AFTER INSERT ON conversation BEGIN 
  INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
  SELECT 'conversation', NEW.id, json_each.value ->> 'key', json_each.value ->> 'tag'
  FROM json_each(tags_in(NEW.said)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER said_tag_conversation_changed AFTER UPDATE OF said, binned_at ON conversation BEGIN
  DELETE FROM said_tag WHERE kind = 'conversation' AND subject_id = NEW.id; 
  INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
  SELECT 'conversation', NEW.id, json_each.value ->> 'key', json_each.value ->> 'tag'
  FROM json_each(tags_in(NEW.said)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER said_tag_conversation_removed AFTER DELETE ON conversation BEGIN DELETE FROM said_tag WHERE kind = 'conversation' AND subject_id = OLD.id; END;

CREATE TRIGGER said_tag_note_added AFTER INSERT ON note BEGIN 
  INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
  SELECT 'note', NEW.id, json_each.value ->> 'key', json_each.value ->> 'tag'
  FROM json_each(tags_in(NEW.body)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER said_tag_note_changed AFTER UPDATE OF body, binned_at ON note BEGIN
  DELETE FROM said_tag WHERE kind = 'note' AND subject_id = NEW.id; 
  INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
  SELECT 'note', NEW.id, json_each.value ->> 'key', json_each.value ->> 'tag'
  FROM json_each(tags_in(NEW.body)) WHERE NEW.binned_at IS NULL; END;

CREATE TRIGGER said_tag_note_removed AFTER DELETE ON note BEGIN DELETE FROM said_tag WHERE kind = 'note' AND subject_id = OLD.id; END;

CREATE TRIGGER search_conversation_added AFTER INSERT ON conversation BEGIN 
  DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'conversation', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_conversation WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_conversation_changed AFTER UPDATE ON conversation BEGIN 
  DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'conversation', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_conversation WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_conversation_joined AFTER INSERT ON conversation_customer BEGIN
  
  DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = NEW.conversation_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'conversation', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_conversation WHERE subject_id = NEW.conversation_id; END;

CREATE TRIGGER search_conversation_left AFTER DELETE ON conversation_customer
BEGIN 
  DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = OLD.conversation_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'conversation', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_conversation WHERE subject_id = OLD.conversation_id; END;

CREATE TRIGGER search_conversation_moved AFTER UPDATE OF customer_id ON conversation_customer
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = NEW.conversation_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'conversation', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_conversation WHERE subject_id = NEW.conversation_id; END;

CREATE TRIGGER search_conversation_removed AFTER DELETE ON conversation BEGIN DELETE FROM search_document WHERE kind = 'conversation' AND subject_id = OLD.id; END;

CREATE TRIGGER search_customer_added AFTER INSERT ON customer BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_customer_changed AFTER UPDATE ON customer BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_customer_contact_added AFTER INSERT ON customer_contact BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_contact_changed AFTER UPDATE OF value, customer_id ON customer_contact BEGIN
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_contact_left AFTER UPDATE OF customer_id ON customer_contact
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_contact_removed AFTER DELETE ON customer_contact BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_date_added AFTER INSERT ON customer_date BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_date_changed AFTER UPDATE ON customer_date BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_date_left AFTER UPDATE OF customer_id ON customer_date
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_date_removed AFTER DELETE ON customer_date BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_fact_added AFTER INSERT ON customer_fact BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_fact_changed AFTER UPDATE ON customer_fact BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_fact_left AFTER UPDATE OF customer_id ON customer_fact
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_fact_removed AFTER DELETE ON customer_fact BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_name_added AFTER INSERT ON customer_name BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_name_changed AFTER UPDATE ON customer_name BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_name_left AFTER UPDATE OF customer_id ON customer_name
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_name_removed AFTER DELETE ON customer_name BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_relation_added AFTER INSERT ON customer_relation BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_relation_changed AFTER UPDATE ON customer_relation BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_relation_left AFTER UPDATE OF customer_id ON customer_relation
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_relation_removed AFTER DELETE ON customer_relation BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_removed AFTER DELETE ON customer BEGIN DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.id; END;

CREATE TRIGGER search_customer_tag_added AFTER INSERT ON customer_tag BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_tag_changed AFTER UPDATE ON customer_tag BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_tag_left AFTER UPDATE OF customer_id ON customer_tag
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_tag_removed AFTER DELETE ON customer_tag BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_work_added AFTER INSERT ON customer_work BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_work_changed AFTER UPDATE ON customer_work BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_customer_work_left AFTER UPDATE OF customer_id ON customer_work
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_customer_work_removed AFTER DELETE ON customer_work BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
  INSERT INTO search_index (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END;

CREATE TRIGGER search_document_changed AFTER UPDATE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body)
  VALUES ('delete', OLD.id, OLD.title, OLD.body);
  INSERT INTO search_index (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END;

CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body)
  VALUES ('delete', OLD.id, OLD.title, OLD.body); END;

CREATE TRIGGER search_follow_up_added AFTER INSERT ON follow_up BEGIN 
  DELETE FROM search_document WHERE kind = 'follow-up' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'follow-up', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_follow_up WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_follow_up_changed AFTER UPDATE ON follow_up BEGIN 
  DELETE FROM search_document WHERE kind = 'follow-up' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'follow-up', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_follow_up WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_follow_up_removed AFTER DELETE ON follow_up BEGIN DELETE FROM search_document WHERE kind = 'follow-up' AND subject_id = OLD.id; END;

CREATE TRIGGER search_lesson_added AFTER INSERT ON lesson BEGIN 
  DELETE FROM search_document WHERE kind = 'lesson' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'lesson', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_lesson WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_lesson_changed AFTER UPDATE ON lesson BEGIN 
  DELETE FROM search_document WHERE kind = 'lesson' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'lesson', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_lesson WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_lesson_removed AFTER DELETE ON lesson BEGIN DELETE FROM search_document WHERE kind = 'lesson' AND subject_id = OLD.id; END;

CREATE TRIGGER search_matter_added AFTER INSERT ON matter BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_matter_changed AFTER UPDATE ON matter BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

CREATE TRIGGER search_matter_left AFTER UPDATE OF customer_id ON matter
WHEN NEW.customer_id <> OLD.customer_id BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_matter_note_added AFTER INSERT ON matter_note BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id); END;

CREATE TRIGGER search_matter_note_changed AFTER UPDATE ON matter_note BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id); END;

CREATE TRIGGER search_matter_note_removed AFTER DELETE ON matter_note BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = OLD.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = OLD.matter_id); END;

CREATE TRIGGER search_matter_party_added AFTER INSERT ON matter_party BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id); END;

CREATE TRIGGER search_matter_party_changed AFTER UPDATE ON matter_party BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = NEW.matter_id); END;

CREATE TRIGGER search_matter_party_removed AFTER DELETE ON matter_party BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = (SELECT customer_id FROM matter WHERE id = OLD.matter_id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = (SELECT customer_id FROM matter WHERE id = OLD.matter_id); END;

CREATE TRIGGER search_matter_removed AFTER DELETE ON matter BEGIN 
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = OLD.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = OLD.customer_id; END;

CREATE TRIGGER search_mention_added AFTER INSERT ON mention BEGIN 
  DELETE FROM search_document WHERE kind = 'mention' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'mention', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_mention WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_mention_changed AFTER UPDATE ON mention BEGIN 
  DELETE FROM search_document WHERE kind = 'mention' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'mention', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_mention WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_mention_removed AFTER DELETE ON mention BEGIN DELETE FROM search_document WHERE kind = 'mention' AND subject_id = OLD.id; END;

CREATE TRIGGER search_note_added AFTER INSERT ON note BEGIN 
  DELETE FROM search_document WHERE kind = 'note' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'note', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_note WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_note_changed AFTER UPDATE ON note BEGIN 
  DELETE FROM search_document WHERE kind = 'note' AND subject_id = NEW.id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'note', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_note WHERE subject_id = NEW.id; END;

CREATE TRIGGER search_note_removed AFTER DELETE ON note BEGIN DELETE FROM search_document WHERE kind = 'note' AND subject_id = OLD.id; END;

CREATE TRIGGER search_note_renamed AFTER UPDATE OF display_name ON customer
WHEN NEW.display_name <> OLD.display_name BEGIN
  DELETE FROM search_document WHERE kind = 'note'
    AND subject_id IN (SELECT note_id FROM note_link WHERE customer_id = NEW.id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'note', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_note WHERE subject_id IN (
    SELECT note_id FROM note_link WHERE customer_id = NEW.id); END;

CREATE TRIGGER search_source_removed AFTER UPDATE OF removed_at ON source
WHEN NEW.removed_at IS NOT OLD.removed_at BEGIN
  DELETE FROM search_document WHERE kind = 'mention'
    AND subject_id IN (SELECT id FROM mention WHERE source_id = NEW.id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'mention', subject_id, search_text_mention.customer_id, searchable(search_text_mention.title),
    searchable(body), at
  FROM search_text_mention JOIN mention ON mention.id = subject_id
  WHERE mention.source_id = NEW.id; END;

CREATE TRIGGER spoken_name_added AFTER INSERT ON customer BEGIN 
  INSERT INTO spoken_name (name, customer_id, part)
  SELECT name, customer_id, part FROM spoken_name_of WHERE customer_id = NEW.id; END;

CREATE TRIGGER spoken_name_changed
AFTER UPDATE OF given_name, family_name, nickname, display_name, binned_at ON customer BEGIN
  DELETE FROM spoken_name WHERE customer_id = NEW.id; 
  INSERT INTO spoken_name (name, customer_id, part)
  SELECT name, customer_id, part FROM spoken_name_of WHERE customer_id = NEW.id; END;

CREATE TRIGGER standing_dropped AFTER DELETE ON follow_up BEGIN 
  INSERT INTO customer_standing (customer_id, next_follow_up_day)
  SELECT OLD.customer_id, (
    SELECT min(wake_day) FROM follow_up
    WHERE customer_id = OLD.customer_id AND state = 'open' AND binned_at IS NULL
  ) WHERE OLD.customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET next_follow_up_day = excluded.next_follow_up_day; END;

CREATE TRIGGER standing_joined AFTER INSERT ON conversation_customer BEGIN 
  INSERT INTO customer_standing (customer_id, last_spoke_at, last_spoke_day, attempts)
  SELECT NEW.customer_id,
    max(CASE WHEN reached = 1 THEN happened_at END),
    max(CASE WHEN reached = 1 THEN happened_day END),
    0
  FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
  WHERE conversation_customer.customer_id = NEW.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET
    last_spoke_at = excluded.last_spoke_at,
    last_spoke_day = excluded.last_spoke_day;
  UPDATE customer_standing SET attempts = (
    SELECT count(*) FROM conversation_customer
    JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
    WHERE conversation_customer.customer_id = NEW.customer_id
      AND reached = 0 AND happened_at > coalesce(last_spoke_at, -1)
  ) WHERE customer_id = NEW.customer_id; END;

CREATE TRIGGER standing_kept AFTER UPDATE ON follow_up BEGIN
  
  INSERT INTO customer_standing (customer_id, next_follow_up_day)
  SELECT OLD.customer_id, (
    SELECT min(wake_day) FROM follow_up
    WHERE customer_id = OLD.customer_id AND state = 'open' AND binned_at IS NULL
  ) WHERE OLD.customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET next_follow_up_day = excluded.next_follow_up_day; 
  INSERT INTO customer_standing (customer_id, next_follow_up_day)
  SELECT NEW.customer_id, (
    SELECT min(wake_day) FROM follow_up
    WHERE customer_id = NEW.customer_id AND state = 'open' AND binned_at IS NULL
  ) WHERE NEW.customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET next_follow_up_day = excluded.next_follow_up_day; END;

CREATE TRIGGER standing_left AFTER DELETE ON conversation_customer BEGIN 
  INSERT INTO customer_standing (customer_id, last_spoke_at, last_spoke_day, attempts)
  SELECT OLD.customer_id,
    max(CASE WHEN reached = 1 THEN happened_at END),
    max(CASE WHEN reached = 1 THEN happened_day END),
    0
  FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
  WHERE conversation_customer.customer_id = OLD.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET
    last_spoke_at = excluded.last_spoke_at,
    last_spoke_day = excluded.last_spoke_day;
  UPDATE customer_standing SET attempts = (
    SELECT count(*) FROM conversation_customer
    JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
    WHERE conversation_customer.customer_id = OLD.customer_id
      AND reached = 0 AND happened_at > coalesce(last_spoke_at, -1)
  ) WHERE customer_id = OLD.customer_id; END;

CREATE TRIGGER standing_moved AFTER UPDATE ON conversation_customer BEGIN
  
  INSERT INTO customer_standing (customer_id, last_spoke_at, last_spoke_day, attempts)
  SELECT OLD.customer_id,
    max(CASE WHEN reached = 1 THEN happened_at END),
    max(CASE WHEN reached = 1 THEN happened_day END),
    0
  FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
  WHERE conversation_customer.customer_id = OLD.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET
    last_spoke_at = excluded.last_spoke_at,
    last_spoke_day = excluded.last_spoke_day;
  UPDATE customer_standing SET attempts = (
    SELECT count(*) FROM conversation_customer
    JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
    WHERE conversation_customer.customer_id = OLD.customer_id
      AND reached = 0 AND happened_at > coalesce(last_spoke_at, -1)
  ) WHERE customer_id = OLD.customer_id; 
  INSERT INTO customer_standing (customer_id, last_spoke_at, last_spoke_day, attempts)
  SELECT NEW.customer_id,
    max(CASE WHEN reached = 1 THEN happened_at END),
    max(CASE WHEN reached = 1 THEN happened_day END),
    0
  FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
  WHERE conversation_customer.customer_id = NEW.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET
    last_spoke_at = excluded.last_spoke_at,
    last_spoke_day = excluded.last_spoke_day;
  UPDATE customer_standing SET attempts = (
    SELECT count(*) FROM conversation_customer
    JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
    WHERE conversation_customer.customer_id = NEW.customer_id
      AND reached = 0 AND happened_at > coalesce(last_spoke_at, -1)
  ) WHERE customer_id = NEW.customer_id; END;

CREATE TRIGGER standing_promised AFTER INSERT ON follow_up BEGIN 
  INSERT INTO customer_standing (customer_id, next_follow_up_day)
  SELECT NEW.customer_id, (
    SELECT min(wake_day) FROM follow_up
    WHERE customer_id = NEW.customer_id AND state = 'open' AND binned_at IS NULL
  ) WHERE NEW.customer_id IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET next_follow_up_day = excluded.next_follow_up_day; END;

CREATE TRIGGER standing_spoke AFTER UPDATE OF happened_at, happened_day, reached, binned_at ON conversation BEGIN
  UPDATE conversation_customer SET customer_id = customer_id WHERE conversation_id = NEW.id; END;

CREATE VIEW heard AS
SELECT
  mention.*,
  coalesce(mention_state.state, twin.state, 'new') AS state,
  coalesce(mention_state.starred, twin.starred, 0) AS starred,
  coalesce(mention_state.snoozed_until, twin.snoozed_until) AS snoozed_until,
  coalesce(mention_state.tone, twin.tone, mention.tone) AS heard_tone,
  coalesce(mention_state.tone, twin.tone) AS said_tone,
  coalesce(mention_state.state_at, twin.state_at) AS state_at,
  CASE WHEN NOT EXISTS (
    SELECT 1 FROM mention AS head
    WHERE head.id = mention_state.joined_to AND EXISTS (
  SELECT 1 FROM mention AS other JOIN source AS of_other
  ON of_other.id = other.source_id AND of_other.removed_at IS NULL WHERE other.id = head.same_as)
  ) THEN mention_state.joined_to END AS joined_to,
  coalesce(
    mention_state.customer_id,
    twin.customer_id,
    CASE WHEN EXISTS (
      SELECT 1 FROM mention_not
      WHERE mention_not.customer_id = mention.matched_customer_id
        AND (mention_not.mention_id = mention.id
          OR (mention_not.author_key <> '' AND mention_not.author_key = mention.author_key))
    ) THEN NULL ELSE mention.matched_customer_id END
  ) AS customer_id,
  source.name AS source_name,
  source.kind AS source_kind
FROM mention
JOIN source ON source.id = mention.source_id
LEFT JOIN mention_state ON mention_state.id = mention.id
LEFT JOIN mention_state AS twin ON twin.id = mention.same_as AND mention_state.id IS NULL
WHERE (source.removed_at IS NULL OR (
  EXISTS (SELECT 1 FROM mention_state AS told WHERE told.id = mention.id AND (told.state IN ('answered', 'noted')
    OR told.starred = 1 OR told.customer_id IS NOT NULL OR told.joined_to IS NOT NULL OR told.answer <> ''))
  OR EXISTS (SELECT 1 FROM mention_state AS part WHERE part.joined_to = mention.id)
  OR EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = mention.id)
  OR EXISTS (SELECT 1 FROM answer WHERE answer.mention_id = mention.id)))
  AND (mention.same_as IS NULL
    OR NOT (EXISTS (
  SELECT 1 FROM mention AS other JOIN source AS of_other
  ON of_other.id = other.source_id AND of_other.removed_at IS NULL WHERE other.id = mention.same_as) OR (
  EXISTS (SELECT 1 FROM mention_state AS told WHERE told.id = mention.same_as AND (told.state IN ('answered', 'noted')
    OR told.starred = 1 OR told.customer_id IS NOT NULL OR told.joined_to IS NOT NULL OR told.answer <> ''))
  OR EXISTS (SELECT 1 FROM mention_state AS part WHERE part.joined_to = mention.same_as)
  OR EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = mention.same_as)
  OR EXISTS (SELECT 1 FROM answer WHERE answer.mention_id = mention.same_as))));

CREATE VIEW search_text_conversation AS
SELECT id AS subject_id,
  (SELECT customer_id FROM conversation_customer WHERE conversation_id = conversation.id ORDER BY id LIMIT 1) AS customer_id,
  '' AS title, said || ' ' || of_us AS body, happened_at AS at
FROM conversation WHERE binned_at IS NULL;

CREATE VIEW search_text_customer AS
SELECT customer.id AS subject_id, customer.id AS customer_id,
  display_name || ' ' || given_name || ' ' || family_name || ' ' || nickname
    || coalesce((SELECT ' ' || group_concat(name, ' ') FROM customer_name WHERE customer_name.customer_id = customer.id), '') AS title,
  company || ' ' || role || ' ' || said_as || ' ' || how_met
    || coalesce((SELECT ' ' || group_concat(company || ' ' || role, ' ') FROM customer_work WHERE customer_work.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(value, ' ') FROM customer_contact WHERE customer_contact.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(name || ' ' || relation || ' ' || note, ' ') FROM customer_relation WHERE customer_relation.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(label, ' ') FROM customer_date WHERE customer_date.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(text, ' ') FROM customer_fact WHERE customer_fact.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(tag, ' ') FROM customer_tag WHERE customer_tag.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(name || ' ' || note, ' ') FROM matter WHERE matter.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(matter_party.name || ' ' || role, ' ') FROM matter JOIN matter_party ON matter_id = matter.id WHERE customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(body, ' ') FROM matter JOIN matter_note ON matter_id = matter.id WHERE customer_id = customer.id), '') AS body,
  added_at AS at
FROM customer WHERE binned_at IS NULL;

CREATE VIEW search_text_follow_up AS
SELECT id AS subject_id, customer_id, text AS title, '' AS body, made_at AS at
FROM follow_up WHERE binned_at IS NULL;

CREATE VIEW search_text_lesson AS
SELECT id AS subject_id, NULL AS customer_id, sentence AS title, changed || ' ' || reason AS body, NULL AS at
FROM lesson WHERE binned_at IS NULL;

CREATE VIEW search_text_mention AS
SELECT mention.id AS subject_id, matched_customer_id AS customer_id, title,
  author || ' ' || author_handle || ' ' || text AS body, said_at AS at
FROM mention JOIN source ON source.id = source_id
WHERE removed_at IS NULL OR (
  EXISTS (SELECT 1 FROM mention_state AS told WHERE told.id = mention.id AND (told.state IN ('answered', 'noted')
    OR told.starred = 1 OR told.customer_id IS NOT NULL OR told.joined_to IS NOT NULL OR told.answer <> ''))
  OR EXISTS (SELECT 1 FROM mention_state AS part WHERE part.joined_to = mention.id)
  OR EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = mention.id)
  OR EXISTS (SELECT 1 FROM answer WHERE answer.mention_id = mention.id));

CREATE VIEW search_text_note AS
SELECT id AS subject_id, customer_id, '' AS title,
  plain_words(body) || coalesce((
    SELECT ' ' || group_concat(display_name, ' ') FROM customer
    WHERE id IN (SELECT value FROM json_each(links_in(body)))
      AND instr(plain_words(body), display_name) = 0), '') AS body,
  written_at AS at
FROM note WHERE binned_at IS NULL;

CREATE VIEW spoken_name_of AS
SELECT json_each.key AS name, customer.id AS customer_id, json_each.value AS part
FROM customer, json_each(spoken_names(display_name, given_name, family_name, nickname))
WHERE binned_at IS NULL;
