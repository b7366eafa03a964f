import { useEffect } from 'react';
import { useLocation } from 'wouter';

/** Where the desktop's shell wants the window to go; kept until the frame is there. */
let wanted: string | undefined;
let watcher: (() => void) | undefined;

/** A place within the house: an address of ours, or only what is asked of the present one. */
export function isPlace(place: unknown): place is string {
  return typeof place === 'string' && /^(\/(?![/\\])|\?)/.test(place);
}

/** Sends the window to a place, from a notice, the tray, or the keys. */
export function goTo(place: string): void {
  wanted = place;
  watcher?.();
}

/** Goes where the shell wants, for the frame. */
export function useGoing(): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    watcher = () => {
      const place = wanted;
      wanted = undefined;
      if (place === undefined) return;
      if (!place.startsWith('?')) return navigate(place);
      const asked = new URLSearchParams(window.location.search);
      for (const [name, value] of new URLSearchParams(place)) asked.set(name, value);
      navigate(`${window.location.pathname}?${asked}`);
    };
    watcher();
    return () => {
      watcher = undefined;
    };
  }, [navigate]);
}
