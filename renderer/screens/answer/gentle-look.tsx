import type { CountingNetwork } from '../../../shared/answer-length.ts';
import type { AnswerRemark } from '../../../shared/contract/contract.ts';
import classes from './answer.module.css';
import type { Look } from './use-look.ts';

interface GentleLookProps {
  text: string;
  look: Look;
  most: number | null;
  network: CountingNetwork | null;
}

const networkNames: Record<CountingNetwork, string> = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  google: 'Google',
};

const remarkWords: Record<AnswerRemark['kind'], (where: string) => string> = {
  shouting: () => 'sounds like shouting',
  blame: () => 'sounds like blame',
  sarcasm: () => 'may be heard as scorn',
  'legal-threat': () => 'sounds like a threat',
  private: (where) => `stands only in our notes (${where}); do they want the town to read it?`,
  client: () => 'would tell that somebody is or was a client',
};

/** How long it is, and what a friend would point at before it goes. Nothing is forbidden. */
export function GentleLook({ text, look, most, network }: GentleLookProps) {
  const over = most === null ? 0 : look.length - most;
  return (
    <div className={classes.look}>
      {most !== null && network && text !== '' && (
        <p className={over > 0 ? classes.over : classes.quiet}>
          {over > 0
            ? `${over} too many for ${networkNames[network]}`
            : `${look.length} of ${most} for ${networkNames[network]}`}
        </p>
      )}
      {look.remarks.length > 0 && (
        <ul aria-label="A gentle look" className={classes.remarks}>
          {look.remarks.map(({ kind, start, end, where = '' }) => (
            <li key={`${kind} ${start}`}>
              <q dir="auto">{text.slice(start, end)}</q> {remarkWords[kind](where)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
