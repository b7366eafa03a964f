import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forWriting,
  fromWriting,
  linksIn,
  linkTo,
  plainWords,
  tagInText,
  tagKey,
  tagsIn,
} from '../../shared/note-words.ts';

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const rosa = { id: idOf(1), name: 'Rosa Bianchi' };
const marco = { id: idOf(2), name: 'Marco' };
const other = { id: idOf(3), name: 'Marco' };

describe('links to customers', () => {
  test('are written as @ and a name, and kept by the id', () => {
    const body = fromWriting('Ask @Rosa Bianchi and @Marco; @Rosanna is nobody', [rosa, marco]);
    expect(body).toBe(
      `Ask [@Rosa Bianchi](person:${rosa.id}) and [@Marco](person:${marco.id}); @Rosanna is nobody`,
    );
    expect(linksIn(body)).toEqual([rosa, marco]);
    expect(forWriting(body)).toEqual({
      text: 'Ask @Rosa Bianchi and @Marco; @Rosanna is nobody',
      people: [rosa, marco],
    });
  });

  test('of two with one name each keeps its place', () => {
    const { text, people } = forWriting(`${linkTo(marco)} knows ${linkTo(other)}`);
    expect(text).toBe('@Marco knows @Marco');
    expect(linksIn(fromWriting(`${text} well`, people))).toEqual([marco, other]);
  });

  test('an address of mail is none, nor is a link that was typed whole', () => {
    expect(fromWriting('ask@Marco.example', [marco])).toBe('ask@Marco.example');
    expect(fromWriting(linkTo(marco), [marco])).toBe(linkTo(marco));
  });

  test.each(['Anne-Marie Dupont', '-', 'R. (Bob) O’Neil', 'A/B + C'])(
    'are found by a name with marks in it: %s',
    (name) => {
      const person = { id: idOf(1), name };
      expect(fromWriting(`called @${name} today`, [person])).toBe(`called ${linkTo(person)} today`);
    },
  );

  test('survive any name and any words about them', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '' && !/^[@\]]/.test(text));
    const person = fc.record({ id: fc.integer({ min: 0, max: 999 }).map(idOf), name });
    fc.assert(
      fc.property(
        fc.uniqueArray(person, { maxLength: 4, selector: (one) => one.name }),
        (people) => {
          const body = people.map((one) => `with ${linkTo(one)}, `).join('');
          expect(linksIn(body)).toEqual(people);
          const written = forWriting(body);
          const again = fromWriting(written.text, written.people);
          // A name that begins with another's may be read as that one only if it stands apart.
          if (
            people.every(
              (one) => !people.some((two) => two !== one && one.name.startsWith(two.name)),
            )
          ) {
            expect(again).toBe(body);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('plain words', () => {
  test.each([
    [`**Ask** ${linkTo(rosa)} about _it_`, 'Ask Rosa Bianchi about _it_'],
    [
      '# The roof\n- [the plan](https://plans.example/1)\n> said `so`',
      'The roof\n- the plan\nsaid so',
    ],
    ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
  ])('%s', (body, words) => {
    expect(plainWords(body)).toBe(words);
  });
});

describe('tags', () => {
  test.each<[string, ...string[]]>([
    ['Wants #velvet, and #Velvet again; #sofa-bed.', 'velvet', 'sofa-bed'],
    ['# Heading\n## and #one', 'one'],
    ['order #12 and #2026 but #12b', '12b'],
    ['https://shop.example/#about and a#b &#38; `#code` [x](#top)'],
    ['#été #日本 #приём_', 'été', '日本', 'приём'],
    ['##twice'],
    ['(#brackets) "#quotes"', 'brackets', 'quotes'],
  ])('%s', (text, ...tags) => {
    expect(tagsIn(text).map(({ tag }) => tag)).toEqual(tags);
  });

  test('are the same however they are written', () => {
    expect(tagKey('Good  Payer')).toBe('good-payer');
    expect(tagsIn('#Good_payer')[0]?.key).toBe('good-payer');
    expect(tagInText(' Good payer! ')).toBe('#Good-payer');
  });
});
