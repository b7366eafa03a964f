import type { Client, CustomerRow } from '../../shared/contract/contract.ts';
import { relativeDay } from '../../shared/wording/days.ts';
import type { Answer } from './answer.ts';

const pageLength = 500;

/** `porchlight people`: everybody, by name. */
export async function people(client: Client): Promise<Answer> {
  const { day } = await client.house.now();
  const rows: CustomerRow[] = [];
  let total = 0;
  do {
    const page = await client.people.list({ offset: rows.length, limit: pageLength });
    total = page.total;
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  } while (rows.length < total);
  return {
    json: { total, people: rows },
    text: rows.length > 0 ? rows.map((row) => line(row, day)).join('\n') : 'Nobody yet.',
    code: 0,
  };
}

function line({ name, company, lastSpokeDay, nextFollowUpDay }: CustomerRow, day: string): string {
  const spoke = lastSpokeDay ? `spoke ${relativeDay(lastSpokeDay, day)}` : 'not spoken yet';
  const due = nextFollowUpDay ? `promise due ${relativeDay(nextFollowUpDay, day)}` : '';
  const who = company && company !== name ? `${name} (${company})` : name;
  return [who, spoke, due].filter(Boolean).join(', ');
}
