import { useMemo } from 'react';
import { Link } from 'wouter';
import { client } from '../../app/client.ts';
import { showProblem } from '../../app/notices.tsx';
import { SafeHtml, type ShowLink, safeAddress } from '../safe-html.tsx';
import { markupOf } from './markdown.ts';
import classes from './note.module.css';

/** A note as it is read. */
export function NoteWords({ body }: { body: string }) {
  const html = useMemo(() => markupOf(body), [body]);
  return (
    <div className={classes.words}>
      <SafeHtml html={html} link={showLink} />
    </div>
  );
}

/** A customer's page, all with a tag, or another program for the web and for mail. */
const showLink: ShowLink = (address, inside, key) => {
  const person = /^person:([0-9a-f-]{36})$/.exec(address)?.[1];
  if (person) {
    return (
      <Link key={key} href={`/people/${person}`} className={classes.person}>
        {inside}
      </Link>
    );
  }
  const tag = /^tag:(.+)$/.exec(address)?.[1];
  if (tag) {
    return (
      <Link key={key} href={`/said?tag=${tag}`} className={classes.tag}>
        {inside}
      </Link>
    );
  }
  const outside = safeAddress(address);
  if (!outside) return undefined;
  return (
    <a
      key={key}
      href={outside}
      rel="noopener noreferrer nofollow"
      onClick={(event) => {
        event.preventDefault();
        void client.house.open({ address: outside }).catch(showProblem);
      }}
    >
      {inside}
    </a>
  );
};
