import type { PeopleField } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import { labelOfTypes } from './labels.ts';

/**
 * What headers are called in the address books of Google and Outlook, in our own tables, and in
 * lists that people keep by themselves, in a few languages. The first that fits decides.
 */
const headers: [PeopleField, RegExp][] = [
  ['cardId', /^porchlight id$/],
  ['detail', / - (type|label|service|network|title|note|id|kind|notice|once)$/],
  ['ignore', /^e-?mail.* (type|display name)$/],
  [
    'saidAs',
    /^(said as|pronunciation|phonetic( name)?|yomi name)$|^(phonetic|yomi) (first|middle|last|given|family) name$|^(given|additional|family) name yomi$|^(given|surname|sur ?name) yomi$/,
  ],
  [
    'keep',
    /yomi|phonetic|initials|file as|photo|priority|sensitivity|^(gender|sex|language|location|keywords)$|mileage|billing|account|display name|department|abteilung|symbol|job description|directory server|^private$|free ?busy|government id|office location/,
  ],
  ['title', /^(name )?(prefix|suffix)$|^title$|^anrede$|^civilite$/],
  [
    'relation',
    /^relation \d+ - value$|^(spouse|husband|wife|partner|child(ren)?|kids|father|mother|parents?|brother|sister|siblings?|friends?|manager|assistant)('?s)?( name)?$/,
  ],
  ['fact', /^fact \d+$|^custom field \d+ - value$|^hobb(y|ies)$|^allerg(y|ies)$/],
  ['sentBy', /^(sent|referred) by$/],
  ['howMet', /^how (we|i|you) met$/],
  ['pronouns', /^(preferred )?pronouns?$/],
  ['nameOrder', /^name order$/],
  ['circle', /^circle$/],
  ['rhythmDays', /^rhythm in days$/],
  [
    'otherName',
    /^other name( \d+ - value)?$|^(maiden|birth|former|previous) name$|^alias(es)?$|^(also known as|aka|geburtsname)$/,
  ],
  ['nickname', /nick ?name|spitzname|surnom|soprannome|apodo/],
  [
    'company',
    /organi[sz]ation( \d+ - name| name)?$|company( name)?$|^(firma|unternehmen|entreprise|societe|azienda|empresa|business|employer)$/,
  ],
  [
    'role',
    /job ?title|organi[sz]ation title$|^(role|position|beruf|fonction|ruolo|cargo|profession|occupation)$/,
  ],
  [
    'birthday',
    /birth ?(day|date)|date of birth|^dob$|^born$|geburtstag|naissance|nascita|compleanno|nacimiento|cumpleanos/,
  ],
  ['anniversary', /^(wedding )?anniversary$|^hochzeitstag$/],
  ['date', /^event \d+ - value$/],
  [
    'handle',
    /^(handle|im) \d+ - value$|^(handle|instagram|mastodon|bluesky|twitter|facebook|linkedin|tiktok|threads|skype|telegram|signal)( handle| name| id| profile)?$/,
  ],
  ['email', /e-?mail( |:|$)|^mail$|e-?mail.*(value|address|adresse)|correo|courriel/],
  [
    'phone',
    /phone|^tel|mobile|^cell|handy|telefon|telefono|portable|movil|cellulare|fax|^pager|^isdn$|^callback$/,
  ],
  ['website', /web ?(site|page)|^url|homepage|^sito|^site web|sitio web/],
  [
    'address',
    /address|street|^city$|city$|postal code|post ?code|^zip|zip( code)?$|country|region$|state$|po box|adresse|anschrift|strasse|^ort$|^plz$|^ville$|indirizzo|citta|^cap$|direccion|ciudad/,
  ],
  [
    'tags',
    /^(tags?|labels?|group membership|categor(y|ies)|groups?|kategorien|gruppe|etiquetas?|etichette)$/,
  ],
  ['note', /^(notes?|comments?|remarks?|notizen?|bemerkung(en)?|remarques?|notas?|memo|about)$/],
  [
    'givenName',
    /(first|given|middle|additional|fore) ?name|^(first|middle)$|^(vorname|prenom|nome|nombre)$/,
  ],
  [
    'familyName',
    /(last|family|sur) ?name|^(last|surname)$|^(nachname|familienname|nom|nom de famille|cognome|apellidos?)$/,
  ],
  [
    'fullName',
    /^(full |display |contact |customer |client )?name$|^(customer|client|contact|person|who|kunde|cliente)$|^name und|^nome completo$/,
  ],
];

/** What a column holds by its header; undefined when that says nothing we know. */
export function fieldOfHeader(column: string): PeopleField | undefined {
  const header = folded(column).replace(/[_.]+/g, ' ').trim();
  return headers.find(([, pattern]) => pattern.test(header))?.[0];
}

/** The label that a header gives to a number or address ("Home Phone", "Business Fax"). */
export function labelOfHeader(column: string): string {
  const words =
    /\b(home|business|work|mobile|cell|fax|pager|main|iphone|school|car|assistant|other)\b/gi;
  return labelOfTypes((column.match(words) ?? []).map((word) => word.toLowerCase()));
}

/** Which columns make up one address: those whose headers begin alike. */
export function addressGroup(column: string): string {
  return (
    /^(address \d+|home|business|work|other|primary)\b/i.exec(column)?.[1]?.toLowerCase() ?? ''
  );
}

/** Who somebody is to the customer by the header of the column ("Spouse", "Manager's Name"). */
export function relationOfHeader(column: string): string {
  const word = folded(column).replace(/ name$|'s name$/, '');
  if (/^relation\b/.test(word)) return '';
  return many[word] ?? word;
}

/** Headers of columns in which several are named, and what each of them is. */
const many: Record<string, string> = {
  children: 'child',
  kids: 'child',
  parents: 'parent',
  siblings: 'sibling',
  friends: 'friend',
};
