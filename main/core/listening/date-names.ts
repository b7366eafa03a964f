/** Offsets in minutes of the zones RFC 822 names, and of others that feeds use (IANA has no such list). */
export const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  ist: 330,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  sgt: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  art: -180,
};

const englishMonths = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const otherLanguages =
  'de fr es it pt nl sv da nb nn fi is pl cs sk hu ro el ru uk be bg sr sl mk tr az lt lv et ca gl id ms ar he hi hr'.split(
    ' ',
  );

/** The month, 1 to 12, that a word names in one of the known languages, or null. */
export function monthNamed(word: string): number | null {
  const plain = bare(word);
  const english = englishMonths.findIndex((month) => plain.startsWith(month)) + 1;
  if (english > 0 && /^[a-z]{3}(uary|ch|il|e|y|ust|t|tember|ober|ember)?$/.test(plain)) {
    return english;
  }
  const { whole, begun } = foreignMonths();
  return whole.get(plain) ?? (english || null) ?? begun.get(plain.slice(0, 3)) ?? null;
}

let foreign: { whole: Map<string, number>; begun: Map<string, number | null> } | null = null;

/**
 * The months' names and short names in the languages feeds are known to write them in, as they
 * stand in a date and alone; and how they begin, where that begins no other month.
 */
function foreignMonths() {
  if (foreign) return foreign;
  foreign = { whole: new Map<string, number>(), begun: new Map<string, number | null>() };
  for (const language of otherLanguages) {
    for (const length of ['long', 'short'] as const) {
      for (const day of ['numeric', undefined] as const) {
        // Latin digits and the usual calendar, whatever the country has of its own.
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month: length,
          day,
          timeZone: 'UTC',
        });
        for (let month = 0; month < 12; month++) {
          const parts = format.formatToParts(Date.UTC(2023, month, 10));
          keepMonth(bare(parts.find((part) => part.type === 'month')?.value ?? ''), month + 1);
        }
      }
    }
  }
  return foreign;
}

function keepMonth(name: string, month: number): void {
  if (!foreign || name.length < 3) return;
  if (!foreign.whole.has(name)) foreign.whole.set(name, month);
  const start = name.slice(0, 3);
  const before = foreign.begun.get(start);
  foreign.begun.set(start, before === undefined || before === month ? month : null);
}

/** Lower case, without accents and signs of abbreviation. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.׳॰]/g, '');
}
