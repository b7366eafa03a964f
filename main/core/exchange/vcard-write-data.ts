import type { Picture } from '../people/photos/picture.ts';
import type { KeptLine } from './vcard-kept.ts';
import { line, type VcardVersion } from './vcard-text.ts';

/** A photo: in an address with the data in it (RFC 6350 section 6.2.4), or as version 3 has it. */
export function photoLine({ type, bytes }: Picture, version: VcardVersion): string {
  const base64 = Buffer.from(bytes).toString('base64');
  return version === '4.0'
    ? line('PHOTO', `data:${type};base64,${base64}`)
    : line('PHOTO', base64, { ENCODING: 'b', TYPE: type.slice('image/'.length).toUpperCase() });
}

/** A line that came on a card, as it came. Data of pictures, sounds and keys suit the version. */
export function keptLine({ group, name, parameters, value }: KeptLine, version: VcardVersion) {
  const called = group ? `${group}.${name}` : name;
  const data = /^data:[a-z]+\/([\w.+-]+);base64,/i.exec(value);
  if (version === '4.0' || !data?.[1] || !/^(LOGO|SOUND|KEY)$/.test(name)) {
    return line(called, value, parameters);
  }
  const ofThree: typeof parameters = [
    ['ENCODING', 'b'],
    ['TYPE', data[1].toUpperCase()],
  ];
  return line(called, value.slice(data[0].length), [...parameters, ...ofThree]);
}
