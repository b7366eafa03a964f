import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import classes from './side-list.module.css';

export interface SideItem {
  id: string;
  text: ReactNode;
  /** At the right: when, or where from. */
  note?: ReactNode;
  href?: string;
}

interface SideListProps {
  title: string;
  items: readonly SideItem[];
  /** After the items, for those that are left out. */
  more?: { words: string; href?: string | undefined } | undefined;
  /** A sentence for when there are none; without it the whole list is left out then. */
  empty?: string;
}

/** A short list beside the main matter: what is promised, which dates come, who waits. */
export function SideList({ title, items, more, empty }: SideListProps) {
  const heading = useId();
  if (items.length === 0 && !empty) return null;
  return (
    <section aria-labelledby={heading} className={classes.list}>
      <h2 id={heading}>{title}</h2>
      {items.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <ul>
          {items.map(({ id, text, note, href }) => {
            const inside = (
              <>
                <span className={classes.text}>{text}</span>
                {note !== undefined && <span className={classes.note}>{note}</span>}
              </>
            );
            return (
              <li key={id}>
                {href ? (
                  <Link href={href} className={classes.row}>
                    {inside}
                  </Link>
                ) : (
                  <div className={classes.row}>{inside}</div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {more && (
        <p className={classes.more}>
          {more.href ? <Link href={more.href}>{more.words}</Link> : more.words}
        </p>
      )}
    </section>
  );
}
