import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';

/** A procedure of the contract by its path, with the schema of its input as JSON Schema. */
export interface Procedure {
  path: readonly [group: string, name: string];
  input: Schema | undefined;
}

/** What is used of JSON Schema (draft 2020-12). */
export interface Schema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  minItems?: number;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  anyOf?: Schema[];
}

/** Every procedure that the contract has, whoever added it. */
export function procedures(): Procedure[] {
  return Object.entries(contract).flatMap(([group, named]) =>
    Object.entries(named).map(([name, procedure]) => {
      const schema = procedure['~orpc'].inputSchema;
      const input = schema && z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return { path: [group, name], input: input as Schema | undefined };
    }),
  );
}

/** Gives an identity for a field that wants one. */
export type IdentityFor = (field: string) => string;

/** An input as the schema wants it, with every field that may be there. */
export function goodInput(schema: Schema, identityFor: IdentityFor, field = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? [];
  if (choice) return goodInput(choice, identityFor, field);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [
          name,
          goodInput(inner, identityFor, name === 'id' ? field || name : name),
        ]),
      );
    case 'array':
      return schema.items ? [goodInput(schema.items, identityFor, field)] : [];
    case 'string':
      return goodText(schema, identityFor, field);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function goodText({ format, pattern }: Schema, identityFor: IdentityFor, field: string): string {
  if (format === 'uuid') return identityFor(field);
  if (format === 'date') return '2026-03-09';
  if (format === 'base64') return Buffer.from('First name\nMia').toString('base64');
  if (pattern?.includes('[0-5]')) return '08:30';
  if (pattern?.includes('[A-Z]{2}')) return 'IT';
  if (pattern?.includes('{64}')) return 'a'.repeat(64);
  return 'Bread';
}

/** Never what any field wants: wrong kinds, and keys that would reach into every object. */
const wrong: [what: string, value: () => unknown][] = [
  ['null', () => null],
  ['NaN', () => Number.NaN],
  ['a number beyond all', () => 1e308],
  ['a negative fraction', () => -0.5],
  ['true', () => true],
  ['a list in a list', () => [[]]],
  ['a prototype', () => JSON.parse('{"__proto__":{"polluted":1},"length":3}')],
  ['a constructor', () => ({ constructor: { prototype: { polluted: 1 } }, toString: 1 })],
  ['a date', () => new Date(Number.NaN)],
  ['a map', () => new Map([['__proto__', 1]])],
  ['a large integer', () => 2n ** 70n],
];

const megabytes = 'ab\u0000 '.repeat(2_621_440);

/** What may be refused or, where any text is allowed, is only a text. */
const texts: [what: string, value: () => unknown][] = [
  [
    'SQL and HTML',
    () =>
      `'); DROP TABLE customer; -- " OR 1=1 NEAR(* <img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}`,
  ],
  ['lone surrogates', () => '\ud800 a\udfff\u0000\u202e%_'],
  ['a path', () => '../../../../../../etc/passwd'],
  ['a key of every object', () => '__proto__'],
  ['ten megabytes', () => megabytes],
];

/** Every bad input for a schema, one fault at a time, and what is bad about it. */
export function* badInputs(schema: Schema, good: unknown): Generator<[string, unknown]> {
  for (const [where, at, put] of places(schema, good, 'the input', (value) => value)) {
    for (const [what, value] of wrong) yield [`${where}: ${what}`, put(value())];
    if (at.type !== 'string' && at.type !== undefined) {
      yield [`${where}: a text`, put('Bread')];
    } else if (at.format === 'uuid') {
      yield [`${where}: nobody’s identity`, put('019cad58-0000-7000-8000-000000000000')];
    }
    if (at.type === 'string' || at.type === undefined)
      for (const [what, value] of texts) yield [`${where}: ${what}`, put(value())];
  }
  if (schema.type === 'object') {
    yield ['an unknown field', { ...(good as object), unknown: 1, hasOwnProperty: 1 }];
    const own = JSON.parse('{"__proto__":{"polluted":1}}');
    yield ['a prototype of its own', Object.assign(own, good)];
    yield ['nothing', undefined];
    yield ['a deep nest', deep()];
  }
}

type Put = (value: unknown) => unknown;

/** Every place in an input, with its schema and what puts something else there. */
function* places(
  schema: Schema,
  value: unknown,
  where: string,
  put: Put,
): Generator<[string, Schema, Put]> {
  yield [where, schema, put];
  const [choice] = schema.anyOf ?? [];
  if (choice) {
    for (const place of places(choice, value, where, put)) if (place[0] !== where) yield place;
  }
  if (Array.isArray(value) && schema.items) {
    yield* places(schema.items, value[0], `${where}[0]`, (item) => put([item]));
  }
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const within = value as Record<string, unknown>;
    const replace: Put = (next) => put({ ...within, [name]: next });
    yield* places(inner, within[name], `${where}.${name}`, replace);
  }
}

function deep(): unknown {
  let nest: unknown = 'Bread';
  for (let level = 0; level < 5000; level += 1) nest = { id: nest };
  return nest;
}
