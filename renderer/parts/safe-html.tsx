import { Fragment, type ReactNode } from 'react';
import classes from './safe-html.module.css';

/** Shown as they are, without any of their attributes. */
const kept = new Set(
  'p br strong b em i u s del ins ul ol li blockquote code pre hr sub sup table tbody thead tr td th'.split(
    ' ',
  ),
);
const empty = new Set(['br', 'hr']);
/** A heading inside somebody's words is none of this page's. */
const asParagraph = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'article']);
/** Gone with all that is in them. */
const dropped = new Set(
  'script style template noscript iframe frame object embed svg math head title form button input select textarea audio video canvas link meta base'.split(
    ' ',
  ),
);

/** More than anybody writes; a hostile page may nest or repeat without end. */
const deepest = 40;
const most = 4000;

const none: Pictures = new Map();

/** The address when a person may be sent there: the web or mail, nothing that runs. */
export function safeAddress(address: string | null): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
}

/** Pictures that were asked for, by their address: each as a `data:` address. */
export type Pictures = ReadonlyMap<string, string>;

/** What stands in the place of a link to that address; undefined for a usual one. */
export type ShowLink = (address: string, inside: ReactNode, key: number) => ReactNode | undefined;

interface Showing {
  /** How many nodes may still be shown. */
  left: number;
  pictures: Pictures;
  link: ShowLink | undefined;
}

function shown(node: Node, key: number, depth: number, showing: Showing): ReactNode {
  showing.left -= 1;
  if (showing.left < 0) return null;
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE || depth > deepest) return null;

  const element = node as Element;
  const tag = element.localName;
  if (dropped.has(tag)) return null;
  if (tag === 'img') {
    const words = element.getAttribute('alt')?.trim();
    const picture = showing.pictures.get(element.getAttribute('data-remote-src') ?? '');
    if (picture?.startsWith('data:image/')) {
      return <img key={key} src={picture} alt={words ?? ''} className={classes.picture} />;
    }
    return words ? <span key={key}>[picture: {words}]</span> : null;
  }
  if (empty.has(tag)) {
    const Tag = tag as 'br';
    return <Tag key={key} />;
  }

  const inside = shownAll(element, depth, showing);
  if (tag === 'a') {
    const own = showing.link?.(element.getAttribute('href') ?? '', inside, key);
    if (own !== undefined) return own;
    const address = safeAddress(element.getAttribute('href'));
    if (!address) return <Fragment key={key}>{inside}</Fragment>;
    return (
      <a key={key} href={address} target="_blank" rel="noopener noreferrer nofollow">
        {inside}
      </a>
    );
  }
  if (kept.has(tag)) {
    const Tag = tag as 'p';
    return <Tag key={key}>{inside}</Tag>;
  }
  if (asParagraph.has(tag)) return <div key={key}>{inside}</div>;
  return <Fragment key={key}>{inside}</Fragment>;
}

function shownAll(element: Element, depth: number, showing: Showing): ReactNode[] {
  return [...element.childNodes].map((child, index) => shown(child, index, depth + 1, showing));
}

interface SafeHtmlProps {
  html: string;
  pictures?: Pictures;
  /** Shows some links in a way of its own. */
  link?: ShowLink;
}

/**
 * What was gathered from elsewhere, cleaned once more as it is shown. The markup is read into a
 * document that runs and fetches nothing, and built anew from a short list of plain elements:
 * no attribute but a link's address survives, no picture or style is ever fetched. Only pictures
 * that are handed over with it are shown.
 */
export function SafeHtml({ html, pictures = none, link }: SafeHtmlProps) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (
    <div className={classes.words} dir="auto">
      {shownAll(body, 0, { left: most, pictures, link })}
    </div>
  );
}
