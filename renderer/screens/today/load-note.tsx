import { Link } from 'wouter';
import type { Load } from '../../../shared/contract/contract.ts';

/** Honest arithmetic: said only when the circles ask for clearly more than one person a day. */
export function LoadNote({ load }: { load: Load }) {
  if (load.stretch < 1.2) return null;
  const perDay = load.perDay.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  const times = load.stretch.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return (
    <p style={{ color: 'var(--soft)', fontSize: '0.9rem', maxWidth: '44rem' }}>
      Your circles hold {load.people.toLocaleString('en-GB')} people and ask for about {perDay} a
      day, and promises take their days too. With one step a day everybody still gets their turn,
      only {times} times later.{' '}
      <Link href="/settings" style={{ color: 'var(--step-ink)' }}>
        Make the rhythms fit
      </Link>
    </p>
  );
}
