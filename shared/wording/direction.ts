/**
 * The direction in which a text of mixed scripts reads: that of most of its letters. So "سلمى's
 * birthday" is English with a name in it, where the first letter alone would turn it around.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letters = text.match(/\p{L}/gu) ?? [];
  const fromTheRight = letters.filter((letter) => rightToLeft.test(letter)).length;
  return fromTheRight * 2 > letters.length ? 'rtl' : 'ltr';
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
