import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { api } from './client.ts';
import { AtTheCounter } from './counter/at-the-counter.tsx';
import { useGathering } from './gathering.ts';
import { Mark } from './mark.tsx';
import classes from './navigation.module.css';

interface Place {
  href: string;
  label: string;
  /** How many, and what of: shown as a figure, heard as words. */
  count?: { figure: number; words: string };
}

const figures = new Intl.NumberFormat('en-GB');

function usePlaces(): Place[] {
  const { data } = useQuery(api.house.counts.queryOptions());
  const count = (figure: number | undefined, words: string) =>
    figure ? { figure, words } : undefined;
  return [
    { href: '/today', label: 'Today' },
    { href: '/people', label: 'People', count: count(data?.people, 'people') },
    { href: '/said', label: 'Everything said' },
    { href: '/listening', label: 'Listening', count: count(data?.newMentions, 'new') },
    { href: '/follow-ups', label: 'Follow-ups', count: count(data?.followUpsDue, 'due') },
    { href: '/lessons', label: 'Lessons' },
    { href: '/reflection', label: 'Reflection' },
  ];
}

/** The way round the house: a column at the left, in a narrow window a bar with a menu. */
export function Navigation() {
  const places = usePlaces();
  const gathering = useGathering();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <nav aria-label="Porchlight" className={classes.side} data-open={open || undefined}>
      <div className={classes.top}>
        <Link href="/today" className={classes.home} aria-label="Porchlight, to Today">
          <Mark />
        </Link>
        <button
          type="button"
          className={classes.menu}
          aria-expanded={open}
          aria-controls="places"
          onClick={() => setOpen(!open)}
        >
          {open ? 'Close' : 'Menu'}
        </button>
      </div>
      <div id="places" className={classes.places}>
        <ul>
          {places.map((place) => (
            <li key={place.href}>
              <PlaceLink place={place} onGo={close} />
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          {gathering.running && (
            <p className={classes.gathering}>
              Gathering… {gathering.done} of {gathering.of}
            </p>
          )}
          <AtTheCounter />
          <PlaceLink place={{ href: '/settings', label: 'Settings' }} onGo={close} />
        </div>
      </div>
    </nav>
  );
}

function PlaceLink({ place, onGo }: { place: Place; onGo: () => void }) {
  const [location] = useLocation();
  const { href, label, count } = place;
  const here = location === href || location.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      className={classes.place}
      aria-current={here ? 'page' : undefined}
      onClick={onGo}
    >
      <span>{label}</span>
      {count && (
        <span className={classes.count}>
          {figures.format(count.figure)}
          <VisuallyHidden> {count.words}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}
