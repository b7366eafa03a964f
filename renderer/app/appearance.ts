import { localStorageColorSchemeManager, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/contract.ts';
import { api, client } from './client.ts';
import { showProblem } from './notices.tsx';

export type Appearance = Settings['appearance'];

const schemes = { system: 'auto', day: 'light', evening: 'dark' } as const;

/** Kept in the browser too, for public/scheme.js to read before the first paint. */
export const keptScheme = localStorageColorSchemeManager({ key: 'porchlight:appearance' });

/** Puts the chosen light on, whichever window it was chosen in; for the frame. */
export function useChosenAppearance(): void {
  const { data } = useQuery(api.settings.get.queryOptions());
  const { setColorScheme } = useMantineColorScheme();
  const chosen = data?.appearance;
  useEffect(() => {
    if (chosen) setColorScheme(schemes[chosen]);
  }, [chosen, setColorScheme]);
}

/** A way to choose the light: at once on the screen, and kept in the settings. */
export function useChooseAppearance(): (appearance: Appearance) => Promise<void> {
  const { setColorScheme } = useMantineColorScheme();
  return async (appearance) => {
    setColorScheme(schemes[appearance]);
    try {
      await client.settings.save({ appearance });
    } catch (problem) {
      showProblem(problem);
    }
  };
}
