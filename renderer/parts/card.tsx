import { type CSSProperties, type ReactNode, useId } from 'react';
import classes from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** The level of its heading, 2 when not said. */
  level?: 2 | 3;
  /** At the right of the heading. */
  actions?: ReactNode;
  /** `card` is raised from the paper; `calm` for a question or what is done; `lamp` for a hint. */
  tone?: 'card' | 'calm' | 'lamp' | 'plain';
  padding?: 'small' | 'medium' | 'large';
  children: ReactNode;
  style?: CSSProperties;
}

/** A sheet of paper on the table. With a title it is a region of that name. */
export function Card(props: CardProps) {
  const { title, level = 2, actions, tone = 'card', padding = 'medium', children, style } = props;
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const Sheet = title ? 'section' : 'div';
  return (
    <Sheet
      aria-labelledby={title ? heading : undefined}
      className={classes.card}
      data-tone={tone}
      data-padding={padding}
      style={style}
    >
      {(title || actions) && (
        <header className={classes.header}>
          {title && (
            <Heading id={heading} className={classes.title}>
              {title}
            </Heading>
          )}
          {actions && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      {children}
    </Sheet>
  );
}
