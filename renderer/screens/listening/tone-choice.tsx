import type { Mention, Tone } from '../../../shared/contract/contract.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import classes from './listening.module.css';
import { tones } from './states.ts';

interface ToneChoiceProps {
  voice: Mention;
  onChoose: (tone: Tone) => void;
}

const knownBy: Record<Mention['toneFrom'], string> = {
  guess: 'We only guess how it is meant, by its words. Is it right?',
  rating: 'By its rating. Is it right?',
  said: 'As you have said.',
};

/** How the voice is meant: a guess, until somebody says so. */
export function ToneChoice({ voice, onChoose }: ToneChoiceProps) {
  return (
    <fieldset className={classes.tones}>
      <legend>How it is meant</legend>
      <p className={classes.quiet}>{knownBy[voice.toneFrom]}</p>
      <div className={classes.toneChoices}>
        {tones.map(({ tone, key, words }) => (
          <label key={tone} className={classes.toneChoice}>
            <input
              type="radio"
              name={`tone-${voice.id}`}
              checked={voice.tone === tone}
              onChange={() => onChoose(tone)}
            />
            {words} <KeyHint keys={key} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
