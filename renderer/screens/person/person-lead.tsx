import type { Customer } from '../../../shared/contract/contract.ts';
import classes from './person.module.css';

/** What they do and where, how they are spoken of, and how the name is said. */
export function PersonLead({ person }: { person: Customer }) {
  const { role, pronouns, saidAs, nickname, name, works, otherNames } = person;
  const company = person.company === name ? '' : person.company;
  const parts = [
    (role || company) && (
      <bdi key="work">{role && company ? `${role}, ${company}` : role || company}</bdi>
    ),
    ...works.map((work) => (
      <bdi key={work.id}>{[work.role, work.company].filter(Boolean).join(', ')}</bdi>
    )),
    nickname && nickname !== name && !name.includes(nickname) && (
      <span key="nickname">
        called <bdi>{nickname}</bdi>
      </span>
    ),
    ...otherNames.map((other) => (
      <span key={other.id}>
        {other.label || 'also'} <bdi>{other.name}</bdi>
      </span>
    )),
    pronouns && <bdi key="pronouns">{pronouns}</bdi>,
    saidAs && (
      <span key="said">
        say “<bdi>{saidAs}</bdi>”
      </span>
    ),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <span className={classes.lead}>{parts}</span>;
}
