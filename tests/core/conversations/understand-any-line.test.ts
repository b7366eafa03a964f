import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandLine } from '../../../main/core/conversations/understand-line.ts';

/** Monday 2 March 2026, eight in the morning. */
const monday = { day: '2026-03-02', time: '08:00' };

describe('how and when people spoke', () => {
  test.each([
    ['talked at the counter, wants the quote, send it friday', 'counter', true, '2026-03-02'],
    ['Rang her, operation went well', 'phone', true, '2026-03-02'],
    ['left a voicemail', 'phone', false, '2026-03-02'],
    ['left her a message, try again on friday', 'phone', false, '2026-03-02'],
    ['no answer', 'phone', false, '2026-03-02'],
    ['nobody home', 'phone', false, '2026-03-02'],
    ['couldn’t reach him', 'phone', false, '2026-03-02'],
    ['didnt pick up', 'phone', false, '2026-03-02'],
    ['tried calling twice', 'phone', false, '2026-03-02'],
    ['tried calling twice, got through in the end', 'phone', true, '2026-03-02'],
    ['She left a voicemail, the chair is lovely', 'phone', true, '2026-03-02'],
    ['he didn’t pick up the sofa', 'counter', true, '2026-03-02'],
    ['couldn’t reach the top shelf, sold her the ladder', 'counter', true, '2026-03-02'],
    ['drove over, nobody there', 'visit', false, '2026-03-02'],
    ['emailed yesterday', 'email', true, '2026-03-01'],
    ['emailed yesterday, no reply', 'email', false, '2026-03-01'],
    ['yesterday she came by with her son', 'counter', true, '2026-03-01'],
    ['talked on friday about the party', 'counter', true, '2026-02-27'],
    ['met her last friday at the market', 'counter', true, '2026-02-27'],
    ['letter from her 3 days ago', 'letter', true, '2026-02-27'],
    ['came in, her mother died last week', 'counter', true, '2026-03-02'],
    ['talked about the party last friday', 'counter', true, '2026-03-02'],
    ['texted, all fine', 'text', true, '2026-03-02'],
    ['WhatsApped a photo of the lamp', 'text', true, '2026-03-02'],
    ['visited at their house', 'visit', true, '2026-03-02'],
    ['zoom with the whole family', 'video', true, '2026-03-02'],
    ['wrote us a google review, five stars', 'review', true, '2026-03-02'],
    ['commented on instagram', 'post', true, '2026-03-02'],
    ['got a dog called Rex', 'counter', true, '2026-03-02'],
    ['called, likes it', 'phone', true, '2026-03-02'],
    ['called in with the children', 'counter', true, '2026-03-02'],
    ['popped in. email her the plans tomorrow', 'counter', true, '2026-03-02'],
    ['post the parcel friday', 'counter', true, '2026-03-02'],
    ['buy her a card', 'counter', true, '2026-03-02'],
    ['not in, left a note', 'visit', false, '2026-03-02'],
    ['met on the 27th', 'counter', true, '2026-02-27'],
    ['had coffee with her the day before yesterday', 'counter', true, '2026-02-28'],
  ])('%s', (line, medium, reached, happenedDay) => {
    expect(understandLine(line, monday)).toMatchObject({ medium, reached, happenedDay });
  });
});

const someWords = fc.constantFrom(
  ...'send,call,quote,friday,tomorrow,in,two,weeks,march,12/3,the,13th,at,5,pm,remind me,i’ll,we,promised,will,and,then,.,,,?,!,\n,–,yesterday,last,next,monday,0,99,1/2,12.50,noon,midnight,her,Rosa,👍,é,李,by,on,for,until,morning,29,feb,9999,a year,in 999999 years,don’t,it,wants,no answer,voicemail'.split(
    ',',
  ),
  ',',
);
const someLine = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(someWords, { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(someWords, { maxLength: 40 }).map((words) => words.join('')),
);
const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test('whatever is typed is kept whole, and nothing is ever due before today', () => {
  fc.assert(
    fc.property(someLine, someDay, someTime, (line, day, time) => {
      const { said, promises, happenedDay } = understandLine(line, { day, time });
      expect(said).toBe(line.trim());
      expect(happenedDay <= day).toBe(true);
      expect(promises.length).toBeLessThanOrEqual(20);
      let last = 0;
      for (const promise of promises) {
        expect(promise.text.trim()).toBe(promise.text);
        expect(promise.text.length).toBeGreaterThan(0);
        expect(promise.text.length).toBeLessThanOrEqual(500);
        expect(promise.dueDay >= day).toBe(true);
        expect(promise.dueDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(promise.start).toBeGreaterThanOrEqual(last);
        expect(promise.end).toBeGreaterThan(promise.start);
        expect(promise.end).toBeLessThanOrEqual(said.length);
        last = promise.end;
        if (promise.dueDay === day && promise.dueTime) {
          expect(promise.dueTime > time).toBe(true);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  'a'.repeat(20_000),
  '1'.repeat(20_000),
  'send '.repeat(4000),
  '1 '.repeat(10_000),
  'in a week and '.repeat(1400),
  'send it friday, '.repeat(1250),
  '&'.repeat(20_000),
  `${' '.repeat(19_990)}x friday`,
  'the the '.repeat(2500),
  'i will '.repeat(2800),
])('a page of anything is read without delay (%#)', (line) => {
  const before = performance.now();
  understandLine(line, monday);
  expect(performance.now() - before).toBeLessThan(1000);
});
