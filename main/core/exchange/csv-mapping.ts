import type { PeopleField } from '../../../shared/contract/contract.ts';
import { folded } from '../../../shared/names.ts';
import type { Table } from './csv-read.ts';
import { plainLabel } from './labels.ts';

/** Which field of a person each column fills. */
export type Mapping = { column: string; field: PeopleField }[];

/**
 * What headers are called in the address books of Google, Outlook and Apple, and in lists that
 * people keep by themselves, in a few languages. The first that fits decides.
 */
const headers: [PeopleField, RegExp][] = [
  ['ignore', /yomi|phonetic|prefix|suffix|initials|file as|photo|^title$|anrede|civilite/],
  [
    'ignore',
    /^e-?mail.* (type|display name)$|- (type|label)$|^(gender|sex|priority|sensitivity|language|location)$/,
  ],
  ['ignore', /spouse|children|assistant|manager|referred|mileage|billing|account|hobby|keywords/],
  ['nickname', /nick ?name|spitzname|surnom|soprannome|apodo/],
  [
    'company',
    /organi[sz]ation( \d+ - name| name)?$|company( name)?$|^(firma|unternehmen|entreprise|societe|azienda|empresa|business|employer)$/,
  ],
  [
    'ignore',
    /^(organi[sz]ation \d+ - )?(department|abteilung|yomi|symbol|job description)|company main/,
  ],
  [
    'role',
    /job ?title|organi[sz]ation( \d+ -)? title|^(role|position|beruf|fonction|ruolo|cargo|profession|occupation)$/,
  ],
  [
    'birthday',
    /birth ?(day|date)|date of birth|^dob$|^born$|geburtstag|naissance|nascita|compleanno|nacimiento|cumpleanos/,
  ],
  ['email', /e-?mail( |:|$)|^mail$|e-?mail.*(value|address|adresse)|correo|courriel/],
  ['phone', /phone|^tel|mobile|^cell|handy|telefon|telefono|portable|movil|cellulare|fax|^pager/],
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

/** Guesses what each column holds: from its header, or from what stands in it. */
export function guessMapping({ columns, rows }: Table): Mapping {
  const named = columns.map((column) => ({ column, field: fieldOfHeader(column) }));
  const known = named.filter(({ field }) => field !== undefined && field !== 'ignore');
  let name = known.some(({ field }) => isName(field));
  const mapping = named.map(({ column, field }, index) => {
    if (field) return { column, field };
    const guess = fieldOfCells(rows.slice(0, 50).map((row) => row[index] ?? ''));
    if (guess !== 'fullName') return { column, field: guess };
    // The first column of words is the name when no header says which one is.
    const isIt = !name;
    name = true;
    return { column, field: isIt ? guess : ('ignore' as const) };
  });
  return withoutAddressParts(mapping);
}

function fieldOfHeader(column: string): PeopleField | undefined {
  const header = folded(column).replace(/[_.]+/g, ' ').trim();
  return headers.find(([, pattern]) => pattern.test(header))?.[0];
}

function isName(field: PeopleField | undefined): boolean {
  return (
    field === 'fullName' || field === 'givenName' || field === 'familyName' || field === 'nickname'
  );
}

function fieldOfCells(cells: readonly string[]): PeopleField {
  const filled = cells.filter(Boolean);
  const most = (pattern: RegExp) =>
    filled.length > 0 && filled.filter((cell) => pattern.test(cell)).length > filled.length / 2;
  if (most(/^\S+@\S+\.\S+$/)) return 'email';
  if (most(/^\d{1,4}([/.-])\d{1,2}\1\d{1,4}$/)) return 'ignore';
  if (most(/^\+?[\d\s()./-]{6,}$/)) return 'phone';
  if (most(/^https?:\/\//)) return 'website';
  return most(/^\p{L}[\p{L}\p{M}\s.,'’-]*$/u) ? 'fullName' : 'ignore';
}

/** Where an address stands whole ("Address 1 - Formatted"), its parts would only repeat it. */
function withoutAddressParts(mapping: Mapping): Mapping {
  const whole = new Set(
    mapping.flatMap(({ column }) => {
      const found = /^(address \d+) - formatted/i.exec(column)?.[1];
      return found ? [found.toLowerCase()] : [];
    }),
  );
  return mapping.map(({ column, field }) => {
    const part = /^(address \d+) - (?!formatted)/i.exec(column)?.[1];
    return part && whole.has(part.toLowerCase()) ? { column, field: 'ignore' } : { column, field };
  });
}

/** Which columns make up one address: those whose headers begin alike. */
export function addressGroup(column: string): string {
  return (
    /^(address \d+|home|business|work|other|primary)\b/i.exec(column)?.[1]?.toLowerCase() ?? ''
  );
}

/** The label that a header gives to a number or address ("Home Phone", "Phone: mobile"). */
export function labelOfHeader(column: string): string {
  const word =
    /\b(home|business|work|mobile|cell|fax|pager|main|iphone|school)\b/i.exec(column)?.[1] ?? '';
  return plainLabel(word);
}

/** The column that holds the label of a numbered one ("Phone 1 - Type" for "Phone 1 - Value"). */
export function labelColumn(column: string, columns: readonly string[]): number {
  const stem = /^(.*) - (value|formatted)$/i.exec(column)?.[1];
  if (!stem) return -1;
  return columns.findIndex((other) => {
    const lower = other.toLowerCase();
    return lower === `${stem.toLowerCase()} - type` || lower === `${stem.toLowerCase()} - label`;
  });
}
