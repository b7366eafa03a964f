import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { api } from './client.ts';

/** The present as the core sees it: instant in ms, local day `YYYY-MM-DD`, IANA zone. */
export interface Present {
  now: number;
  day: string;
  zone: string;
}

export const PresentContext = createContext<Present | null>(null);

/**
 * The present by the core's clock, which may be another than the machine's. Refreshed every
 * minute, and at once when the day turns.
 */
export function usePresent(): Present {
  const present = useContext(PresentContext);
  if (!present) throw new Error('The present is known inside the frame only');
  return present;
}

/** The person's local day, `YYYY-MM-DD`. */
export function usePresentDay(): string {
  return usePresent().day;
}

/** Asks the core for the present, and again each minute; for the frame, which hands it on. */
export function useAskedPresent() {
  const asked = useQuery(api.house.now.queryOptions());
  const { refetch } = asked;
  useEffect(() => {
    const timer = setInterval(() => void refetch(), 60_000);
    return () => clearInterval(timer);
  }, [refetch]);
  return asked;
}
