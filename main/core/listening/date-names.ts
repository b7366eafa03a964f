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
const otherLanguages = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'el',
  'ru',
  'uk',
  'tr',
];

/** The month, 1 to 12, that a word names in one of the known languages, or null. */
export function monthNamed(word: string): number | null {
  const plain = bare(word);
  const english = englishMonths.findIndex((month) => plain.startsWith(month));
  if (english >= 0 && /^[a-z]+$/.test(plain)) return english + 1;
  return foreignMonths().get(plain) ?? foreignMonths().get(plain.slice(0, 3)) ?? null;
}

let foreign: Map<string, number> | null = null;

/** The months' names and short names in the languages feeds are known to write them in. */
function foreignMonths(): Map<string, number> {
  if (foreign) return foreign;
  foreign = new Map();
  for (const language of otherLanguages) {
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        month: length,
        day: 'numeric',
        timeZone: 'UTC',
      });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2023, month, 10));
        const name = bare(parts.find((part) => part.type === 'month')?.value ?? '');
        if (name.length >= 3 && !foreign.has(name)) foreign.set(name, month + 1);
      }
    }
  }
  return foreign;
}

/** Lower case, without accents and full stops. */
function bare(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '');
}
