import { describe, expect, test } from 'vitest';
import { understandLine } from '../../../main/core/conversations/understand-line.ts';

/** Monday 2 March 2026, eight in the morning. */
const monday = { day: '2026-03-02', time: '08:00' };

/** What is promised, its day and time, and the words that promise it. */
function promisesIn(line: string, present = monday): string[] {
  const { said, promises } = understandLine(line, present);
  return promises.map(({ text, dueDay, dueTime, start, end }) => {
    const when = dueTime ? `${dueDay} ${dueTime}` : dueDay;
    return `${text} | ${when} | ${said.slice(start, end)}`;
  });
}

describe('what was promised', () => {
  test.each<[string, ...string[]]>([
    [
      'talked at the counter, wants the quote, send it friday',
      'Send the quote | 2026-03-06 | send it friday',
    ],
    [
      'Rang her, operation went well, quote tomorrow morning',
      'Quote | 2026-03-03 09:00 | quote tomorrow morning',
    ],
    ['remind me in two weeks', 'Get back to them | 2026-03-16 | remind me in two weeks'],
    [
      'call her back and send the quote friday',
      'Call her back and send the quote | 2026-03-06 | call her back and send the quote friday',
    ],
    [
      'Send the quote friday. Call Marco on monday at 3, order 2.5 m of linen by 12/3',
      'Send the quote | 2026-03-06 | Send the quote friday',
      'Call Marco | 2026-03-09 15:00 | Call Marco on monday at 3',
      'Order 2.5 m of linen | 2026-03-12 | order 2.5 m of linen by 12/3',
    ],
    [
      "I'll bring the samples on Friday the 13th",
      "Bring the samples | 2026-03-13 | I'll bring the samples on Friday the 13th",
    ],
    [
      'promised her the invoice by the end of the month',
      'Invoice | 2026-03-31 | promised her the invoice by the end of the month',
    ],
    [
      'told him I’d ring back tomorrow afternoon',
      'Ring back | 2026-03-03 15:00 | I’d ring back tomorrow afternoon',
    ],
    ['Friday: send samples', 'Send samples | 2026-03-06 | Friday: send samples'],
    ['tomorrow, call back', 'Call back | 2026-03-03 | tomorrow, call back'],
    ['send it, friday', 'Send it | 2026-03-06 | send it, friday'],
    ['will send it friday', 'Send it | 2026-03-06 | will send it friday'],
    ['Will send the bill on 1/4', 'Send the bill | 2026-04-01 | Will send the bill on 1/4'],
    [
      'asked me to call back on tuesday',
      'Call back | 2026-03-03 | asked me to call back on tuesday',
    ],
    [
      'remind me in two weeks to ask about the knee',
      'Ask about the knee | 2026-03-16 | remind me in two weeks to ask about the knee',
    ],
    [
      'remind me about the roof in june',
      'Get back to them about the roof | 2026-06-01 | remind me about the roof in june',
    ],
    [
      'Her daughter marries in june, ask about it in july',
      'Ask about it | 2026-07-01 | ask about it in july',
    ],
    [
      'Met her last friday at the market, check in again next week',
      'Check in again | 2026-03-09 | check in again next week',
    ],
    ['🌹🌹 loved the roses – send more friday', 'Send more | 2026-03-06 | send more friday'],
    ['don’t forget to send it friday', 'Send it | 2026-03-06 | send it friday'],
    ['ring her monday', 'Ring her | 2026-03-09 | ring her monday'],
    ['hold the table until friday', 'Hold the table | 2026-03-06 | hold the table until friday'],
    [
      'ask how the exam went next thursday',
      'Ask how the exam went | 2026-03-12 | ask how the exam went next thursday',
    ],
    [
      'send the quote for the party on the 20th by friday',
      'Send the quote for the party on the 20th | 2026-03-06 | send the quote for the party on the 20th by friday',
    ],
    ['call monday or tuesday', 'Call | 2026-03-09 | call monday or tuesday'],
    ['wants samples, send them friday', 'Send the samples | 2026-03-06 | send them friday'],
    [
      'wants blue velvet samples for the sofa, send friday',
      'Send the blue velvet samples | 2026-03-06 | send friday',
    ],
    ['follow up in 3 days', 'Follow up | 2026-03-05 | follow up in 3 days'],
    [
      'quote for the sofa by friday',
      'Quote for the sofa | 2026-03-06 | quote for the sofa by friday',
    ],
    ['bring the drill back sat', 'Bring the drill back | 2026-03-07 | bring the drill back sat'],
    ['visit her next tuesday at 10', 'Visit her | 2026-03-10 10:00 | visit her next tuesday at 10'],
    [
      'I must remember to invite them to the opening on 20 march',
      'Invite them to the opening | 2026-03-20 | I must remember to invite them to the opening on 20 march',
    ],
    [
      'let her know by thursday noon',
      'Let her know | 2026-03-05 12:00 | let her know by thursday noon',
    ],
    [
      'email the plans to Marco tomorrow 9am',
      'Email the plans to Marco | 2026-03-03 09:00 | email the plans to Marco tomorrow 9am',
    ],
    [
      'Give him a ring in a fortnight',
      'Give him a ring | 2026-03-16 | Give him a ring in a fortnight',
    ],
    ['to do: post the keys today', 'Post the keys | 2026-03-02 | post the keys today'],
    [
      'book the fitting for 14:30 on thursday',
      'Book the fitting | 2026-03-05 14:30 | book the fitting for 14:30 on thursday',
    ],
    ['finish it by tonight', 'Finish it | 2026-03-02 18:00 | finish it by tonight'],
    [
      '李さんと話した, send the quote friday',
      'Send the quote | 2026-03-06 | send the quote friday',
    ],
    ['“send the quote friday”', 'Send the quote | 2026-03-06 | send the quote friday”'],
    [
      'call him on 555 1234 tomorrow',
      'Call him on 555 1234 | 2026-03-03 | call him on 555 1234 tomorrow',
    ],
    ['write to her in 10 days’ time', 'Write to her | 2026-03-12 | write to her in 10 days’ time'],
    [
      'order 3/4 inch screws tomorrow',
      'Order 3/4 inch screws | 2026-03-03 | order 3/4 inch screws tomorrow',
    ],
    [
      'Rang; she will collect it on friday. Have it ready by thursday.',
      'Have it ready | 2026-03-05 | Have it ready by thursday',
    ],
    [
      'need to order more thread before the weekend',
      'Order more thread | 2026-03-07 | order more thread before the weekend',
    ],
    ['call her in the morning', 'Call her | 2026-03-02 09:00 | call her in the morning'],
    ['call at 3', 'Call | 2026-03-02 15:00 | call at 3'],
    ['call at 7:30', 'Call | 2026-03-03 07:30 | call at 7:30'],
    ['send the quote friday week', 'Send the quote | 2026-03-13 | send the quote friday week'],
    ['send it by the 1st', 'Send it | 2026-04-01 | send it by the 1st'],
    ['send it on 12/2', 'Send it | 2027-02-12 | send it on 12/2'],
    ['send it on 12.3.2026', 'Send it | 2026-03-12 | send it on 12.3.2026'],
    ['send it tmrw at lunch', 'Send it | 2026-03-03 12:00 | send it tmrw at lunch'],
    [
      'deliver the chairs in march',
      'Deliver the chairs | 2026-03-31 | deliver the chairs in march',
    ],
    ['call back thurs pm', 'Call back | 2026-03-05 15:00 | call back thurs pm'],
    ['measure up weds 10am', 'Measure up | 2026-03-04 10:00 | measure up weds 10am'],
    ['I’m ordering it tomorrow', 'Ordering it | 2026-03-03 | I’m ordering it tomorrow'],
    [
      'send quote mon & call tues',
      'Send quote | 2026-03-09 | send quote mon',
      'Call | 2026-03-03 | call tues',
    ],
    ['reminder: deposit friday', 'Deposit | 2026-03-06 | reminder: deposit friday'],
    [
      'Court date 12 May; file the motion by 5 May',
      'File the motion | 2026-05-05 | file the motion by 5 May',
    ],
    [
      'Quote £1,250.00 for the kitchen by fri',
      'Quote £1,250.00 for the kitchen | 2026-03-06 | Quote £1,250.00 for the kitchen by fri',
    ],
    ['no one picked up, try again tomorrow', 'Try again | 2026-03-03 | try again tomorrow'],
    [
      'order by 9/3, pay by 10/3',
      'Order | 2026-03-09 | order by 9/3',
      'Pay | 2026-03-10 | pay by 10/3',
    ],
    ['check in friday', 'Check in | 2026-03-06 | check in friday'],
    // A day that stands alone belongs to one promise only.
    ['quote. friday – i’ll call', 'Quote | 2026-03-06 | quote. friday'],
    ['call back first thing', 'Call back | 2026-03-02 09:00 | call back first thing'],
    ['fitting friday at 10', 'Fitting | 2026-03-06 10:00 | fitting friday at 10'],
    ['lunch with her tomorrow', 'Lunch with her | 2026-03-03 | lunch with her tomorrow'],
    ['send it by easter', 'Send it | 2026-04-04 | send it by easter'],
  ])('%s', (line, ...promises) => {
    expect(promisesIn(line)).toEqual(promises);
  });
});

describe('what is no promise of ours', () => {
  test.each([
    'they move in march',
    'she’ll call friday',
    'he promised to pay friday',
    'said she’d send it friday',
    'promised me the money friday',
    'will pay friday',
    'will let me know friday',
    'Will wants the quote by friday',
    'wants to know if we can send it friday?',
    'can you send it by friday?',
    'quote friday?',
    'don’t send it friday',
    'delivery arrives friday',
    'quote was sent friday',
    'invoice due friday',
    'order came yesterday',
    'call friday went well',
    'dog called Rex, operation on friday',
    'back from holiday on the 16th',
    'send it',
    'send it now',
    'sent the quote friday',
    'send the quote by 12/3/2020',
    'price 12.50 each, phone 020 7946 0958, nothing else',
    'check the 3/4 inch pipe',
    'ask about friday’s delivery',
    'check the friday market',
    'keep it for two weeks',
    'see you friday',
    'tell Tom friday works',
    'her birthday is on 14 april',
    'getting married friday',
    'told him it will be ready thursday',
    'need the keys by friday',
    'owes us money since january',
    'Tom will ring me friday',
    'she may call',
    'they march on sat',
    'lunch with her on friday',
    'fitting yesterday went well',
    '',
    '   ',
    '🦊',
  ])('%s', (line) => {
    expect(promisesIn(line)).toEqual([]);
  });
});

describe('the edges of days', () => {
  test.each([
    // A weekday that is today is next week's.
    ['2026-03-02', '09:00', 'call monday', '2026-03-09', null],
    ['2026-03-06', '23:59', 'call friday', '2026-03-13', null],
    ['2026-03-08', '00:00', 'call next friday', '2026-03-13', null],
    // A minute before and after midnight.
    ['2026-03-02', '23:59', 'call tomorrow', '2026-03-03', null],
    ['2026-03-03', '00:00', 'call tomorrow', '2026-03-04', null],
    ['2026-12-31', '23:59', 'call tomorrow morning', '2027-01-01', '09:00'],
    ['2026-12-31', '23:59', 'call on 1/1', '2027-01-01', null],
    // A time that has gone is tomorrow's; the night of a day belongs to that day.
    ['2026-03-02', '16:00', 'call at 3', '2026-03-03', '15:00'],
    ['2026-03-02', '20:00', 'call tonight', '2026-03-02', null],
    ['2026-03-02', '10:00', 'send it by midnight', '2026-03-02', null],
    ['2026-03-02', '10:00', 'send it friday at midnight', '2026-03-06', null],
    ['2026-03-02', '10:00', 'call in the morning', '2026-03-03', '09:00'],
    // Leap days, month ends, the change to summer time in Europe.
    ['2028-02-28', '10:00', 'call tomorrow', '2028-02-29', null],
    ['2026-02-27', '10:00', 'call on 29 february', '2028-02-29', null],
    ['2026-01-31', '10:00', 'call in a month', '2026-02-28', null],
    ['2026-03-28', '10:00', 'call tomorrow at 2', '2026-03-29', '14:00'],
    ['2026-03-28', '10:00', 'call in two days', '2026-03-30', null],
    ['2026-11-13', '10:00', 'call on friday the 13th', '2027-08-13', null],
    ['2026-03-31', '10:00', 'call on the 31st', '2026-05-31', null],
    ['2026-04-05', '10:00', 'call at easter', '2026-04-05', null],
    ['2026-04-06', '10:00', 'call at easter', '2027-03-28', null],
    ['2026-03-02', '10:00', 'call first thing', '2026-03-03', '09:00'],
  ])('on %s at %s, “%s” is %s %s', (day, time, line, dueDay, dueTime) => {
    expect(understandLine(line, { day, time }).promises).toMatchObject([{ dueDay, dueTime }]);
  });
});

test('a reminder that says no more than when names whom to get back to', () => {
  const { promises } = understandLine('lovely chat. remind me in two weeks', monday, 'Rosa');
  expect(promises.map((promise) => promise.text)).toEqual(['Get back to Rosa']);
});

test('offsets count as JavaScript does, behind emoji, accents and other scripts', () => {
  const line = '👩‍👩‍👧 Żółć — こんにちは: Send the quote friday, then 🎂';
  const { said, promises } = understandLine(line, monday);
  expect(promises.map(({ start, end }) => said.slice(start, end))).toEqual([
    'Send the quote friday',
  ]);
});

test('a long promise is cut to what a follow-up can hold', () => {
  const line = `send ${'the long letter '.repeat(60)}friday`;
  const [promise] = understandLine(line, monday).promises;
  expect(promise?.dueDay).toBe('2026-03-06');
  expect(promise?.text.length).toBeLessThanOrEqual(500);
});
