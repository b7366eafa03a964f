import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { PresentContext } from '../../../renderer/app/present.ts';

/** Monday 2 March 2026, eight in the morning in London. */
const present = { now: Date.UTC(2026, 2, 2, 8), day: '2026-03-02', zone: 'Europe/London' };

/** Renders a part with what every part may rely on, and no core behind it. */
export function renderPart(part: ReactElement) {
  const around = (inside: ReactElement) => (
    <Router>
      <MantineProvider>
        <PresentContext value={present}>{inside}</PresentContext>
      </MantineProvider>
    </Router>
  );
  const rendered = render(around(part));
  return { ...rendered, again: (next: ReactElement) => rendered.rerender(around(next)) };
}
