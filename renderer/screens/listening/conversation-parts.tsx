import { Button } from '@mantine/core';
import type { Mention } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { Rating } from '../../parts/rating.tsx';
import { FullDay } from '../../parts/relative-day.tsx';
import { SafeHtml } from '../../parts/safe-html.tsx';
import classes from './listening.module.css';

/** The whole conversation that a voice was joined to, in the order in which it was said. */
export function ConversationParts({ voice }: { voice: Mention }) {
  const { zone } = usePresent();
  const { done, failed } = useDoing();
  if (voice.conversation.length === 0) return null;
  const part = (id: string) =>
    client.mentions.part({ id }).then(({ step }) => done('It stands alone again', step), failed);
  return (
    <section className={classes.more} aria-label="The whole conversation">
      <h3>The whole conversation</h3>
      <ol className={classes.parts}>
        {voice.conversation.map((one) => (
          <li key={one.id}>
            <p className={classes.about}>
              <strong>
                <PersonName name={one.customer?.name ?? one.author} fallback={one.sourceName} />
              </strong>
              <span dir="auto">{one.sourceName}</span>
              <FullDay day={dayOf(one.at, zone)} />
              {one.rating && <Rating {...one.rating} />}
            </p>
            {one.id === voice.id ? (
              <p className={classes.quiet}>The words above.</p>
            ) : (
              <div dir="auto" lang={one.language || undefined}>
                {one.title && <strong>{one.title}</strong>}
                {one.html ? <SafeHtml html={one.html} /> : <p>{one.text}</p>}
              </div>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Take what ${one.author || one.sourceName} said out of the conversation`}
              onClick={() => part(one.id)}
            >
              Take it out
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
