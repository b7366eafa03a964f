/** The zeros of the digits of other scripts that stand in dates (Unicode, `Nd`). */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/**
 * A date's text made plain: one blank between words, digits and signs as in ASCII, and the year,
 * month and day of East Asian dates in the order and with the signs of ISO 8601.
 */
export function tidyDate(text: string): string {
  return inOrder(
    text
      .normalize('NFKC')
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, asciiDigit)
      .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      // What months have before them: of May in Catalan, in May in Hebrew, month 5 in Vietnamese.
      .replace(/(?<=\d )d['’](?=\p{L})|(?<=\d )ב(?=\p{L}{3})/gu, '')
      .replace(/(?<=\d) ?(?:tháng|thg) (\d{1,2}),? (?=\d{4})/i, '.$1.')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((one) => code >= one && code < one + 10) ?? code;
  return String(code - zero);
}

const eastAsian = /(\d{4}) ?[年년.] ?(\d{1,2}) ?[月월.] ?(\d{1,2}) ?[日일.]?(?!\d)(.*)$/;
const timeOfDay =
  /(上午|午前|오전|下午|午後|오후)? ?(\d{1,2}) ?[:時时시点點] ?(\d{1,2})?(?: ?[:分분] ?(\d{1,2}))?[分분]?[秒초]?/;

/** `2026年2月1日 下午3時04分`, `2026. 2. 1. 오후 3:04`: as numbers in their order. */
function inOrder(text: string): string {
  const found = eastAsian.exec(text);
  if (!found) return text;
  const [, year = '', month = '', day = '', rest = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = timeOfDay.exec(rest);
  if (!time) return date;
  const [whole, half = '', hour = '', minute = '', second = ''] = time;
  const clock = `${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`;
  const suffix = half === '' ? '' : /下午|午後|오후/.test(half) ? ' PM' : ' AM';
  return `${date} ${clock}${suffix}${rest.slice(time.index + whole.length)}`.trim();
}
