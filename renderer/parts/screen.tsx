import { type ReactNode, useEffect, useRef } from 'react';
import { arrived } from '../app/arrival.ts';
import { useTitle } from '../app/title.ts';
import classes from './screen.module.css';

interface ScreenProps {
  /** The heading, and the title of the window. */
  title: string;
  /** Instead of the title in the heading, when that is more than plain words. */
  heading?: ReactNode;
  /** A picture before the heading. */
  portrait?: ReactNode;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** At the right of the heading: the screen's one primary action, and quiet ones. */
  actions?: ReactNode;
  /** A column at the right; below the content when there is no room beside it. */
  aside?: ReactNode;
  /** A band from edge to edge above everything: the street. */
  above?: ReactNode;
  /** How wide the content may become: a column to read, the usual, a wide list, edge to edge. */
  width?: 'reading' | 'normal' | 'wide' | 'full';
  /** The content brings its own ScreenHeading. */
  headless?: boolean;
  children: ReactNode;
}

/** The frame of every screen: title, lead, actions, and content at a width that can be read. */
export function Screen(props: ScreenProps) {
  const { title, heading, portrait, lead, actions, aside, above } = props;
  const { width = 'normal', headless } = props;
  useTitle(title);
  return (
    <>
      {above}
      <div className={classes.screen} data-width={width}>
        {!headless && (
          <header className={classes.header}>
            <div className={classes.who}>
              {portrait}
              <div className={classes.words}>
                <ScreenHeading>{heading ?? title}</ScreenHeading>
                {lead && <p className={classes.lead}>{lead}</p>}
              </div>
            </div>
            {actions && <div className={classes.actions}>{actions}</div>}
          </header>
        )}
        {aside ? (
          <div className={classes.columns}>
            <div className={classes.content}>{props.children}</div>
            <aside className={classes.aside}>{aside}</aside>
          </div>
        ) : (
          props.children
        )}
      </div>
    </>
  );
}

/** The one h1 of a screen. It takes the focus when the person has just come here. */
export function ScreenHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current) arrived(heading.current);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} data-screen-heading className={classes.heading}>
      {children}
    </h1>
  );
}
