import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/**
 * The one form under which a phone number is compared: E.164 (`+39055123456`, with `x12` for an
 * extension) when it can be told, else its digits. `country` is the ISO 3166 code of the shop, for
 * numbers typed without a country's prefix; empty when not said. Empty when there are no digits.
 */
export function phoneKey(typed: string, country: string): string {
  const shown = typed.normalize('NFKC').replace(/^\s*tel:/i, '');
  const home: CountryCode | undefined = isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(shown.replace(/^\s*00(?=[1-9])/, '+'), {
    ...(home ? { defaultCountry: home } : {}),
    extract: false,
  });
  if (number?.isPossible()) return number.ext ? `${number.number}x${number.ext}` : number.number;
  return phoneDigits(shown);
}

/** The digits of a phone number, in any script's digits, with a leading + when there is one. */
export function phoneDigits(typed: string): string {
  const digits = [...typed.normalize('NFKC')].map(digit).join('');
  return /^\s*\+/.test(typed) && digits !== '' ? `+${digits}` : digits;
}

/** The value of a decimal digit of any script: they stand in rows of ten, each beginning with 0. */
function digit(character: string): string {
  if (/^\d$/.test(character)) return character;
  if (!/^\p{Nd}$/u.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
