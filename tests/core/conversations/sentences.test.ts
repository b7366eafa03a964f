import { expect, test } from 'vitest';
import type { Understood } from '../../../shared/contract/contract.ts';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';

const street = [
  { givenName: 'Rosa', familyName: 'Bianchi', nickname: 'Rosie' },
  { givenName: 'Marco', familyName: 'Bianchi' },
  { givenName: 'Marco', familyName: "D'Angelo" },
  { givenName: 'Leo', familyName: 'Kamau' },
  { givenName: 'Rose', familyName: 'Kamau' },
  { givenName: 'Will', familyName: 'Achebe' },
  { givenName: 'May', familyName: 'Lindqvist' },
  { givenName: 'Zoë', familyName: 'Ångström-Díaz' },
  { givenName: '小明', familyName: '李', nameOrder: 'family-first' },
  { givenName: 'Владимир', familyName: 'Лисин' },
  { givenName: 'فاطمة', familyName: 'الزهراء' },
  { familyName: 'Patel' },
  { givenName: 'Siobhán', familyName: "O'Brien", nickname: 'Shiv' },
  { company: 'Harbour Café' },
  { givenName: 'Derek', familyName: 'Applegarth' },
  { givenName: 'Hannah', familyName: 'Price' },
] as const;

/** What a shop owner types on Monday 2 March 2026 at eight, and what is understood of it. */
const sentences: [line: string, understood: string][] = [
  [
    'called Rosa and Leo, they move in march, remind me in two weeks',
    'phone | with Rosa Bianchi, Leo Kamau | → Get back to Rosa and Leo 2026-03-16',
  ],
  [
    'rang Rosie yesterday, knee is better, send her the card on friday',
    'phone, 2026-03-01 | with Rosa Bianchi | → Send her the card 2026-03-06',
  ],
  [
    'on friday Derek came in, wants the bike serviced',
    'counter, 2026-02-27 | with Derek Applegarth',
  ],
  ['tried to reach Hannah, no answer', 'phone, in vain | with Hannah Price'],
  ['emailed Zoe the quote', 'email | with Zoë Ångström-Díaz'],
  [
    'last tuesday at the counter with Leo: his mother is ill',
    'counter, 2026-02-24 | with Leo Kamau',
  ],
  [
    'saw Marco at the market, wants the blue paint',
    "counter | which Marco: Marco Bianchi, Marco D'Angelo",
  ],
  ["Marco Bianchi called, he'd like the invoice by monday", 'phone | with Marco Bianchi'],
  [
    'spoke to Shiv on the phone this morning, ring her back at 3',
    "phone | with Siobhán O'Brien | → Ring her back 2026-03-02 15:00",
  ],
  [
    "Siobhan O'Brien texted, can't come saturday, rebook for tuesday",
    "text | with Siobhán O'Brien | → Rebook 2026-03-03",
  ],
  [
    "popped round to Mrs Patel's, boiler still leaking, fix it tomorrow",
    'visit | with Patel | → Fix it 2026-03-03',
  ],
  [
    'Mr Patel came by with his son, quote for the roof by thursday',
    'counter | with Patel | → Quote for the roof 2026-03-05',
  ],
  ['Rosa said that Hannah moves to Leeds in may', 'counter | with Rosa Bianchi | of Hannah Price'],
  [
    'met Hannah, told me Derek has had his operation',
    'counter | with Hannah Price | of Derek Applegarth',
  ],
  [
    "Derek's wife rang, he's in hospital, send flowers today",
    'phone | with Derek Applegarth | → Send flowers 2026-03-02',
  ],
  [
    'called Fiona about the wedding cake, tasting on saturday at 11',
    'phone | new Fiona | → Tasting 2026-03-07 11:00',
  ],
  [
    'new customer Giovanni Verdi came in, wants a catalogue, post it tomorrow',
    'counter | new Giovanni Verdi | → Post the catalogue 2026-03-03',
  ],
  [
    'bumped into Leo and Rose at the bakery, invite them to the opening on 20 march',
    'counter | with Leo Kamau, Rose Kamau | → Invite them to the opening 2026-03-20',
  ],
  [
    'with Harbour Café: monthly order, deliver on the 1st',
    'counter | with Harbour Café | → Deliver 2026-04-01',
  ],
  [
    '李小明さん came in, wants tea, order it by wednesday',
    'counter | with 李 小明 | → Order the tea 2026-03-04',
  ],
  ['Владимир звонил вчера', 'counter | with Владимир Лисин'],
  ['فاطمة called about the dress', 'phone | with فاطمة الزهراء'],
  ['will came in yesterday', 'counter, 2026-03-01'],
  [
    'Will rang, wants his deposit back, pay him by friday',
    'phone | with Will Achebe | → Pay him 2026-03-06',
  ],
  ['May says thanks for the card', 'counter | with May Lindqvist'],
  [
    'left Hannah a voicemail, try again thursday',
    'phone, in vain | with Hannah Price | → Try again 2026-03-05',
  ],
  ['no luck reaching Derek', 'phone, in vain | with Derek Applegarth'],
  ["Hannah didn't pick up", 'phone, in vain | with Hannah Price'],
  ["Derek wasn't in, left a note with his wife", 'visit, in vain | with Derek Applegarth'],
  [
    'video call with Zoë two days ago, liked the drawings, send plans next week',
    'video, 2026-02-28 | with Zoë Ångström-Díaz | → Send plans 2026-03-09',
  ],
  ['wrote to Leo', 'letter | with Leo Kamau'],
  ['letter from Rosa last week, she is coming in april', 'letter, 2026-02-23 | with Rosa Bianchi'],
  ['Leo paid in full', 'counter | with Leo Kamau'],
  ['Leo will pay on friday', 'counter | with Leo Kamau'],
  ['asked Rosa to bring the ring back on monday', 'counter | with Rosa Bianchi'],
  ['Rosa asked if we open on sundays', 'counter | with Rosa Bianchi'],
  [
    'promised Derek a new chain by friday',
    'counter | with Derek Applegarth | → New chain [Derek Applegarth] 2026-03-06',
  ],
  [
    'promised to call Rosa back after lunch',
    'counter | with Rosa Bianchi | → Call Rosa back [Rosa Bianchi] 2026-03-02 14:00',
  ],
  [
    "I'll drop the keys at Hannah's on wednesday",
    "counter | with Hannah Price | → Drop the keys at Hannah's [Hannah Price] 2026-03-04",
  ],
  [
    'need to order new stock by friday, Leo and Hannah both asked',
    'counter | with Leo Kamau, Hannah Price | → Order new stock 2026-03-06',
  ],
  [
    'lunch with Derek and Hannah next wednesday at 1',
    'only a plan | with Derek Applegarth, Hannah Price | → Lunch with Derek and Hannah 2026-03-11 13:00',
  ],
  [
    'coffee with Rosa tomorrow',
    'only a plan | with Rosa Bianchi | → Coffee with Rosa [Rosa Bianchi] 2026-03-03',
  ],
  [
    'had coffee with Rosa, coffee with Leo tomorrow',
    'counter | with Rosa Bianchi | of Leo Kamau | → Coffee with Leo [Leo Kamau] 2026-03-03',
  ],
  [
    'coffee with Rosa tomorrow, then lunch with Leo next wednesday',
    'only a plan | with Rosa Bianchi | of Leo Kamau | → Coffee with Rosa [Rosa Bianchi] 2026-03-03 | → Lunch with Leo [Leo Kamau] 2026-03-11',
  ],
  ['Rosa bought two chairs and a lamp', 'counter | with Rosa Bianchi'],
  ['refunded Derek 40 pounds', 'counter | with Derek Applegarth'],
  ["Hannah's birthday is on 12 april, get a card before then", 'counter | with Hannah Price'],
  [
    'remind me to ask Leo about his exam on the 15th',
    'only a plan | with Leo Kamau | → Ask Leo about his exam [Leo Kamau] 2026-03-15',
  ],
  ['Rosa 11am counter, Leo 12 phone', 'counter | with Rosa Bianchi | of Leo Kamau'],
  ['hannah price - wants us to open late fridays', 'counter | with Hannah Price'],
  ['Zoë and her sister Anna came in', 'counter | with Zoë Ångström-Díaz | new Anna'],
  [
    'yesterday evening Derek phoned, very upset about gears, call him first thing',
    'phone, 2026-03-01 | with Derek Applegarth | → Call him 2026-03-02 09:00',
  ],
  ['she called yesterday, all good', 'phone, 2026-03-01'],
  ['nothing new', 'counter'],
  [
    "told Rosa I'd have the chairs ready in ten days",
    'counter | with Rosa Bianchi | → Have the chairs ready 2026-03-12',
  ],
  ["3 weeks ago Leo mentioned his daughter's graduation", 'counter, 2026-02-09 | with Leo Kamau'],
  ['ring rosa', 'counter | with Rosa Bianchi'],
  ['Spoke with rosa on Monday', 'counter | with Rosa Bianchi'],
  [
    'met leo on the 27th, follow up in a month',
    'counter, 2026-02-27 | with Leo Kamau | → Follow up 2026-04-02',
  ],
  ['Had tea with Rosa the day before yesterday', 'counter, 2026-02-28 | with Rosa Bianchi'],
  ['Marco', "counter | which Marco: Marco Bianchi, Marco D'Angelo"],
  [
    'Marco and Rosa came by; remind me next month',
    "counter | with Rosa Bianchi | which Marco: Marco Bianchi, Marco D'Angelo | → Get back to Rosa 2026-04-01",
  ],
  [
    "Messaged Hannah on WhatsApp, she'll think about it, check in again after easter",
    'text | with Hannah Price | → Check in again 2026-04-07',
  ],
  ['Rosa came in at 10 to collect the lamp', 'counter | with Rosa Bianchi'],
  ['Delivery came in yesterday', 'counter, 2026-03-01'],
  ['Customers asked about sundays', 'counter'],
  ['Rang Mr Ferrari about the roof', 'phone | new Mr Ferrari'],
  ['met leo the day before yesterday', 'counter, 2026-02-28 | with Leo Kamau'],
  ['spoke to derek last night', 'counter, 2026-03-01 | with Derek Applegarth'],
  ['saw Hannah at the weekend', 'counter, 2026-02-28 | with Hannah Price'],
  ['Rosa called first thing, wants it by lunch', 'phone | with Rosa Bianchi'],
  [
    'ring Derek first thing tomorrow',
    'counter | with Derek Applegarth | → Ring Derek [Derek Applegarth] 2026-03-03 09:00',
  ],
  [
    'meeting with Hannah tomorrow at 10',
    'only a plan | with Hannah Price | → Meeting with Hannah [Hannah Price] 2026-03-03 10:00',
  ],
  ['lunch with Leo on friday', 'counter | with Leo Kamau'],
  ['call Rosa after easter', 'counter | with Rosa Bianchi | → Call Rosa [Rosa Bianchi] 2026-04-07'],
  ['popped in to see Hannah, not in, left a note', 'visit, in vain | with Hannah Price'],
  ["knocked at Derek's, nobody there", 'visit, in vain | with Derek Applegarth'],
  ['Hannah rang last friday from Leeds', 'phone, 2026-02-27 | with Hannah Price'],
  [
    'Leo, Rosa and Hannah came for the tasting',
    'counter | with Leo Kamau, Rosa Bianchi, Hannah Price',
  ],
  ['chat with Leo & Derek re the fair', 'counter | with Leo Kamau, Derek Applegarth'],
  ["Rosa's sister Emma rang, wants a dress too", 'phone | of Rosa Bianchi | new Emma'],
  ['@Leo wants his deposit', 'counter | with Leo Kamau'],
  ["Niamh O'Reilly rang about a van de graaff", "phone | new Niamh O'Reilly"],
  ['met Jan van den Berg and Rosa', 'counter | with Rosa Bianchi | new Jan van den Berg'],
];

/** "phone, in vain, 2026-03-01 | with Rosa | of Leo | which Marco: … | new Fiona | → Call 2026-03-06". */
function told(understood: Understood): string {
  const names = (people: { name: string }[]) => people.map((person) => person.name).join(', ');
  const { medium, reached, happenedDay, isPlan, people, spokenOf, unsure, strangers } = understood;
  const how = [isPlan ? 'only a plan' : medium, ...(reached ? [] : ['in vain'])];
  if (happenedDay !== '2026-03-02') how.push(happenedDay);
  const parts = [how.join(', ')];
  if (people.length > 0) parts.push(`with ${names(people)}`);
  if (spokenOf.length > 0) parts.push(`of ${names(spokenOf)}`);
  for (const { said, choices } of unsure) parts.push(`which ${said}: ${names(choices)}`);
  if (strangers.length > 0) parts.push(`new ${names(strangers)}`);
  for (const { text, customer, dueDay, dueTime } of understood.promises) {
    const whose = customer ? ` [${customer.name}]` : '';
    parts.push(`→ ${text}${whose} ${dueDay}${dueTime ? ` ${dueTime}` : ''}`);
  }
  return parts.join(' | ');
}

test('what a shop owner types is understood, and nothing is made up', async () => {
  const { client, house } = await openHouse();
  addCustomers(house, street);
  const understood: [string, string][] = [];
  for (const [line] of sentences) {
    understood.push([line, told(await client.conversations.understand({ line }))]);
  }
  expect(understood).toEqual(sentences);
});
