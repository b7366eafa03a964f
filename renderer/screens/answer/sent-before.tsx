import type { Answer } from '../../../shared/contract/contract.ts';
import { openableLink } from '../../../shared/openable-link.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { Card } from '../../parts/card.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import classes from './answer.module.css';

/** What went out to this voice already, the latest first. */
export function SentBefore({ sent }: { sent: readonly Answer[] }) {
  const { zone } = usePresent();
  if (sent.length === 0) return null;
  return (
    <Card title="What you said" tone="calm">
      <ul className={classes.sent}>
        {sent.map(({ id, kind, text, sentAt, by, address }) => (
          <li key={id}>
            <p className={classes.quiet}>
              <bdi>{by || 'You'}</bdi> {kind === 'question' ? 'asked' : 'answered'}
              {sentAt !== null && (
                <>
                  {' '}
                  on <FullDay day={dayOf(sentAt, zone)} />
                </>
              )}
              {openableLink(address) && <bdi className={classes.where}>{address}</bdi>}
            </p>
            <p dir="auto" className={classes.words}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
