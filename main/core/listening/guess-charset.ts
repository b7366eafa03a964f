const latinLetter = /[A-Za-z]/;
/** Bytes of a text that are looked at. */
const sampleSize = 200_000;
/** Letters beyond ASCII below which there is too little to tell by. */
const fewest = 6;

interface Candidate {
  charset: string;
  /** The commonest characters of the languages that are written in it. */
  common: string;
  /** How many of its characters those usually are. */
  usual: number;
}

/** Scripts whose words have no ASCII in them; the commonest characters of a language tell it. */
const otherScripts: readonly Candidate[] = [
  { charset: 'shift_jis', common: 'のにはをたがでてとしれさいるなもかっすまこう、。', usual: 0.45 },
  { charset: 'euc-jp', common: 'のにはをたがでてとしれさいるなもかっすまこう、。', usual: 0.45 },
  { charset: 'gb18030', common: '的是一不了在有人我这中大来上国个到说们，。', usual: 0.14 },
  { charset: 'big5', common: '的是一不了在有人我這中大來上國個到說們，。', usual: 0.14 },
  { charset: 'euc-kr', common: '이다의는에하가을로고지를은한기사리도인서', usual: 0.3 },
  { charset: 'windows-1251', common: 'оеаинтсрвлкмдпуяыьгзб', usual: 0.8 },
  { charset: 'koi8-r', common: 'оеаинтсрвлкмдпуяыьгзб', usual: 0.8 },
  { charset: 'windows-1253', common: 'αοιετσνηυρπκμλςάέίόώή', usual: 0.85 },
  { charset: 'windows-1255', common: 'יוהלאמתרבשנדעפקחם', usual: 0.85 },
  { charset: 'windows-1256', common: 'اليمنرتوبسدعهكةقف', usual: 0.8 },
  { charset: 'windows-874', common: 'าน่อเก้รงยลิมตสวดที', usual: 0.7 },
];

/** Scripts in which such letters stand alone among ASCII; the first is the usual one. */
const latinScripts: readonly Candidate[] = [
  {
    charset: 'windows-1252',
    common: 'äöüÄÖÜßéèêëàâáíìîïóòôúûùñçøåæœãõÉÀ’‘“”…–—«»°€©®·•´',
    usual: 1,
  },
  { charset: 'windows-1250', common: 'ąćęłńóśźżĄŁŚŻřěščůžýáíéťďňŘŠČŽőűöüăâî„”–’', usual: 1 },
  { charset: 'iso-8859-2', common: 'ąćęłńóśźżĄŁŚŻřěščůžýáíéťďňŘŠČŽőűöüăâî', usual: 1 },
  { charset: 'windows-1254', common: 'ışğçöüİŞĞÇÖÜ’“”–', usual: 1 },
  { charset: 'windows-1257', common: 'āēīūčšžņļģķėųįąęõäöüĀŠŽČ„“–', usual: 1 },
];

/**
 * The charset that bytes which are no UTF-8 are most likely in, where nothing says it: told from
 * how often the commonest characters of the languages written in each would stand there.
 */
export function likelyCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleSize);
  const { high, together } = shapeOf(sample);
  const usual = 'windows-1252';
  if (high < fewest) return usual;
  const candidates = together > high / 2 ? otherScripts : latinScripts;
  let best = { charset: usual, score: 0.5 };
  for (const { charset, common, usual: expected } of candidates) {
    const score = shareOf(sample, charset, new Set(common), candidates === latinScripts) / expected;
    if (score > best.score * 1.02) best = { charset, score };
  }
  return best.charset;
}

/** How many bytes are no ASCII, and how many of those stand three in a row. */
function shapeOf(sample: Uint8Array): { high: number; together: number } {
  let high = 0;
  let together = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    high++;
    const before = (sample[at - 1] ?? 0) >= 0x80;
    const after = (sample[at + 1] ?? 0) >= 0x80;
    const isLong = before ? after || (sample[at - 2] ?? 0) >= 0x80 : (sample[at + 2] ?? 0) >= 0x80;
    if ((before || after) && isLong) together++;
  }
  return { high, together };
}

/**
 * The share of these among the characters beyond ASCII; 0 where the bytes are not in the charset.
 * No word is written half in Latin letters and half in others, so what touches one of `a` to `z`
 * counts only where the script is Latin.
 */
function shareOf(
  sample: Uint8Array,
  charset: string,
  common: ReadonlySet<string>,
  isLatin: boolean,
): number {
  let text: string;
  try {
    // As a stream, for the sample may end in the middle of a character.
    text = new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return 0;
  }
  let others = 0;
  let found = 0;
  let before = '';
  let counted = false;
  for (const character of text) {
    const isPlain = character < '\u0080';
    if (isPlain && counted && !isLatin && latinLetter.test(character)) found--;
    counted = false;
    if (!isPlain) {
      others++;
      counted = common.has(character) && (isLatin || !latinLetter.test(before));
      if (counted) found++;
    }
    before = character;
  }
  return others === 0 ? 0 : found / others;
}
