import type { ReactNode } from 'react';
import classes from './drawing.module.css';

export type DrawingName =
  | 'lamp'
  | 'unlit'
  | 'house'
  | 'letter'
  | 'ear'
  | 'list'
  | 'book'
  | 'window';

const { wall, roof, dark, paper, glow, lamp, ink, leaf } = classes;

const lampPost = (lit: boolean) => (
  <>
    {lit && <circle cx="80" cy="34" r="26" className={glow} />}
    {lit && <circle cx="80" cy="34" r="17" className={glow} />}
    <path d="M80 42v52" className={ink} />
    <path d="M70 94h20" className={ink} />
    <circle cx="80" cy="34" r="9" className={lit ? lamp : dark} />
  </>
);

const drawings: Record<DrawingName, ReactNode> = {
  lamp: lampPost(true),
  unlit: lampPost(false),
  house: (
    <>
      <path d="M52 54h56v40H52z" className={wall} />
      <path d="M44 56l36-30 36 30z" className={roof} />
      <path d="M94 30h9v18l-9-7z" className={roof} />
      <rect x="74" y="72" width="13" height="22" rx="1.5" className={dark} />
      <circle cx="64" cy="68" r="13" className={glow} />
      <rect x="58" y="62" width="11" height="12" rx="1.5" className={lamp} />
      <rect x="92" y="62" width="11" height="12" rx="1.5" className={lamp} />
    </>
  ),
  letter: (
    <>
      <rect x="42" y="36" width="76" height="54" rx="6" className={paper} />
      <path d="M44 40l36 28 36-28" className={ink} />
      <circle cx="112" cy="36" r="15" className={glow} />
      <circle cx="112" cy="36" r="7" className={lamp} />
    </>
  ),
  ear: (
    <>
      <path d="M36 38q0-8 8-8h48q8 0 8 8v22q0 8-8 8H62L48 80V68h-4q-8 0-8-8z" className={paper} />
      <path d="M50 44h36M50 54h24" className={ink} />
      <path d="M104 58h14q7 0 7 7v14q0 7-7 7h-3v8l-10-8h-15q-7 0-7-7v-3" className={leaf} />
      <circle cx="116" cy="34" r="12" className={glow} />
      <circle cx="116" cy="34" r="5.5" className={lamp} />
    </>
  ),
  list: (
    <>
      <rect x="48" y="24" width="64" height="70" rx="7" className={paper} />
      <path d="M74 44h26M74 60h26M74 76h18" className={ink} />
      <circle cx="62" cy="44" r="4.5" className={lamp} />
      <circle cx="62" cy="60" r="4.5" className={lamp} />
      <circle cx="62" cy="76" r="4.5" className={dark} />
    </>
  ),
  book: (
    <>
      <path d="M80 40q-16-10-38-8v52q22-2 38 8z" className={paper} />
      <path d="M80 40q16-10 38-8v52q-22-2-38 8z" className={wall} />
      <path d="M50 46q11 0 21 5M50 58q11 0 21 5" className={ink} />
      <circle cx="102" cy="54" r="14" className={glow} />
      <circle cx="102" cy="54" r="6" className={lamp} />
    </>
  ),
  window: (
    <>
      <circle cx="80" cy="58" r="38" className={glow} />
      <rect x="54" y="26" width="52" height="64" rx="5" className={wall} />
      <rect x="60" y="32" width="18" height="24" rx="2" className={lamp} />
      <rect x="82" y="32" width="18" height="24" rx="2" className={lamp} />
      <rect x="60" y="60" width="18" height="24" rx="2" className={lamp} />
      <rect x="82" y="60" width="18" height="24" rx="2" className={lamp} />
      <path d="M48 92h64" className={ink} />
    </>
  ),
};

/** A small drawing from the town, for an empty room. It says nothing that the words do not. */
export function Drawing({ of }: { of: DrawingName }) {
  return (
    <svg viewBox="0 0 160 104" width="160" height="104" aria-hidden="true" focusable="false">
      <path d="M14 95q66-9 132 0" className={classes.ground} />
      {drawings[of]}
    </svg>
  );
}
