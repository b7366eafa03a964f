import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { keptScheme } from './appearance.ts';
import { Frame } from './frame.tsx';
import { Lockable } from './lock/lockable.tsx';
import { Threshold } from './rescue.tsx';
import { Rooms } from './rooms.tsx';
import { cssVariables, theme } from './theme.ts';

interface SurroundingsProps {
  queries: QueryClient;
  children: ReactNode;
}

/** What every screen and part may rely on: the answers of the core, the look, the notices. */
export function Surroundings({ queries, children }: SurroundingsProps) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={keptScheme}
        defaultColorScheme="auto"
      >
        <Notifications position="bottom-center" limit={4} containerWidth={480} />
        <ModalsProvider>{children}</ModalsProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** The whole window. */
export function Porchlight({ queries }: { queries: QueryClient }) {
  return (
    <Surroundings queries={queries}>
      <Lockable>
        <Threshold>
          <Frame>
            <Rooms />
          </Frame>
        </Threshold>
      </Lockable>
    </Surroundings>
  );
}
