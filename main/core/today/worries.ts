/**
 * Words (English) by which a note tells that something in somebody's life is open, so that one
 * could ask how it went; each with what it is about, so that good news closes the right one.
 */
const words = {
  health: `ill|illness|sick|unwell|flu|covid|surgery|surgeon|operation|operated|hospital|clinic|ward
    |doctor|diagnosis|diagnosed|scan|biopsy|chemo|chemotherapy|radiotherapy|cancer|stroke|heart attack
    |broke (?:her|his|their|an?) \\p{L}+|broken (?:arm|leg|hip|wrist|ankle|foot|hand)|physio|treatment
    |therapy|rehab|injury|injured|accident|fell|migraine|burnout|burned out|depression|dementia
    |care home|blood pressure|recovering|recovery|poorly|in pain`,
  learning: `exams?|finals|thesis|dissertation|graduation|graduates|graduating|school|university|college
    |kindergarten|nursery|apprenticeship|scholarship|driving test|degree|course`,
  home: `moving|moves?|relocating|relocation|new (?:flat|house|home|apartment|place)|house|mortgage
    |renovating|renovation|builders|landlord|lease|flood|flooded|burglary|broken into|leak|evicted`,
  work: `new job|job|interview|promotion|promoted|laid off|redundant|redundancy|unemployed|retiring
    |retires|retirement|new shop|opening|audit|court|trial|lawsuit|strike|bankrupt|bankruptcy`,
  family: `baby|pregnant|pregnancy|expecting|due date|newborn|twins|adopting|adoption|wedding|marrying
    |marries|engaged|engagement|divorce|divorcing|separated|separation|custody|funeral|died|dying
    |passed away|death|mourning|grieving|first grandchild`,
  travel: `trip|holidays?|vacation|travelling|traveling|journey|flight|flying to|pilgrimage|cruise
    |honeymoon|visiting|abroad`,
  event: `competition|concert|recital|marathon|race|exhibition|tournament|premiere|audition|christening
    |bar mitzvah|bat mitzvah|first communion|party`,
  animals: `vet|puppy|kitten|(?:dog|cat|horse) is`,
};

export type Matter = keyof typeof words;

const matters = Object.entries(words).map(([matter, list]) => ({
  matter: matter as Matter,
  pattern: new RegExp(`(?<!\\p{L})(?:${list.replace(/\n\s*/g, '')})(?!\\p{L})`, 'iu'),
}));

/** Words as above that tell of nothing in anybody's life. */
const innocent = new RegExp(
  `(?<!\\p{L})(?:of course|(?:main|first|second|crash) course|in the course of|on the house
    |house (?:wine|red|white|blend|special|rules?|call|style)|(?:tennis|food|squash) courts?|free trial
    |(?:third|other|both|search) part(?:y|ies)|opening (?:hours?|times?)|(?:good|great|nice|odd) jobs?
    |job well done|expecting (?:a |an |the |her |his |their )?(?:deliver|parcel|order|call|package)\\p{L}*
    |(?:phone|line) (?:was |is )?engaged|data recovery|school run|accident(?:ally)? insurance
    |strike (?:a|the) (?:deal|balance)|rat race|arms? race)(?!\\p{L})`.replace(/\n\s*/g, ''),
  'giu',
);

/** A denial, with what it denies within a few words: "no operation needed", "is not ill any more". */
const denied =
  /(?<!\p{L})(?:no|not|never|without|neither|nor|no longer|\p{L}+n['’]t)(?!\p{L})(?:\s+\p{L}+){0,4}/giu;

function named(text: string): Matter[] {
  return matters.filter(({ pattern }) => pattern.test(text)).map(({ matter }) => matter);
}

/** Good or last news: the matter in whose sentence it stands is no longer open. */
const closing = new RegExp(
  `(?<!\\p{L})(?:went (?:really |very |so )?(?:well|fine|great|smoothly)|(?:is|are|was|all) over
    |passed (?:it|the|her|his|their|all)|got (?:the|her|his|their) (?:degree|job|diploma)
    |back (?:home|from|at work|on \\p{L}+ feet)|home again|settled in|arrived safely
    |has finished|have finished|is finished|called off|cancelled)(?!\\p{L})`.replace(/\n\s*/g, ''),
  'iu',
);

/** Good news that closes a matter by itself. */
const closes: readonly { matter: Matter; pattern: RegExp }[] = [
  {
    matter: 'health',
    pattern: /\b(?:recovered|healed|all[- ]clear|(?:well|healthy|better) again)\b/i,
  },
  { matter: 'home', pattern: /\b(?:settled in|moved in)\b/i },
  { matter: 'family', pattern: /\b(?:is|was|were|are) born\b|\bgot married\b/i },
];

/** What a sentence leaves open, and what it closes. */
export interface OpenMatters {
  open: Matter[];
  closed: Matter[];
  /** Good news that does not say of what ("It went well."): of what was said just before. */
  closesBefore: boolean;
}

/** Whether a sentence tells of a year gone by when it was written. */
export function tellsOfThePast(sentence: string, writtenDay: string): boolean {
  const years = sentence.match(/(?<![\p{L}\p{N}])(?:19|20)\d{2}(?![\p{L}\p{N}])/gu) ?? [];
  return years.length > 0 && years.every((year) => year < writtenDay.slice(0, 4));
}

/** A sentence without what it denies. */
export function withoutDenials(sentence: string): string {
  return sentence.replace(denied, ' ');
}

/** Reads one sentence for matters of somebody's life, by the words above. What it denies is closed. */
export function mattersIn(words: string): OpenMatters {
  const telling = words.replace(innocent, ' ');
  const sentence = withoutDenials(telling);
  const found = named(sentence);
  const closed = closes.filter(({ pattern }) => pattern.test(sentence)).map(({ matter }) => matter);
  closed.push(...(telling.match(denied) ?? []).flatMap(named));
  const closesSome = closing.test(sentence);
  if (closesSome) closed.push(...found);
  return {
    open: found.filter((matter) => !closed.includes(matter)),
    closed,
    closesBefore: closesSome && found.length === 0,
  };
}
