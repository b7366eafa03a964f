import { PersonName } from '../person-name.tsx';
import classes from './hits.module.css';
import { useLookUp } from './use-look-up.ts';

interface RemarkProps {
  /** The name that was typed. */
  name: string;
  exceptMatter?: string;
  /** Whose matter it is: they are named there as a matter of course. */
  client: string;
}

/** One quiet line when somebody who was just named is known here already. */
export function ConflictRemark({ name, exceptMatter, client }: RemarkProps) {
  const { found } = useLookUp(name, exceptMatter);
  const alike = (found?.hits ?? []).filter(
    ({ likeness, customer, as }) =>
      likeness !== 'part' && (customer.id !== client || as !== 'Name'),
  );
  const [first] = alike;
  return (
    <p role="status" className={first ? classes.remark : undefined}>
      {first && (
        <>
          Known here: <PersonName name={first.name} />, {lower(first.as)}
          {first.name !== first.customer.name && (
            <>
              {' of '}
              <PersonName name={first.customer.name} />
            </>
          )}
          {first.ties.length > 0 && `. ${first.ties.join('. ')}`}.
          {alike.length > 1 && ` And ${alike.length - 1} more.`}
        </>
      )}
    </p>
  );
}

function lower(text: string): string {
  return text === 'Name' ? 'a customer' : text.slice(0, 1).toLowerCase() + text.slice(1);
}
