import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { EmptyState } from '../../parts/empty-state.tsx';
import type { Filter } from './states.ts';

interface NothingHeardProps {
  /** There is nothing to listen to. */
  none: boolean;
  filter: Filter;
  searching: boolean;
}

/** Why there is nothing in the list. */
export function NothingHeard({ none, filter, searching }: NothingHeardProps) {
  if (none) {
    return (
      <EmptyState
        title="Nothing to listen to yet"
        drawing="ear"
        action={
          <Button component={Link} href="/listening/sources">
            Add something to listen to
          </Button>
        }
      >
        Your local paper, a review page, a feed of your town: paste its address, and Porchlight
        keeps an ear on it.
      </EmptyState>
    );
  }
  if (searching) {
    return (
      <EmptyState title="Nothing by those words" drawing="ear">
        Try fewer words, or look under All.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={filter === 'new' ? 'All heard' : 'Nothing here'} drawing="ear">
      {filter === 'new'
        ? 'There is nothing new to read. Porchlight keeps listening.'
        : 'Voices that you sort this way are kept here.'}
    </EmptyState>
  );
}
