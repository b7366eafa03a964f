import type { ReviewFound } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { Rating } from '../rating.tsx';
import { RelativeDay } from '../relative-day.tsx';
import classes from './dropped-file.module.css';

interface ReviewSampleProps {
  reviews: readonly ReviewFound[];
  total: number;
  busy: boolean;
}

/** The first reviews of a file as they would come in, and what is wrong with those that cannot. */
export function ReviewSample({ reviews, total, busy }: ReviewSampleProps) {
  const { zone } = usePresent();
  // What needs a look comes first; the rest as it stands in the file.
  const sorted = reviews.toSorted(
    (one, other) => Number(one.problem === null) - Number(other.problem === null),
  );
  return (
    <div aria-busy={busy}>
      <h3 id="review-sample" className={classes.heading}>
        {reviews.length < total ? `The first ${reviews.length}` : 'What would come in'}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
      <section className={classes.found} tabIndex={0} aria-labelledby="review-sample">
        <ul>
          {sorted.map((review) => (
            <li key={review.row} className={classes.review}>
              <p className={classes.soft}>
                <bdi>{review.author || 'Somebody without a name'}</bdi>
                {review.publishedAt !== null && (
                  <>
                    {', '}
                    <RelativeDay day={dayOf(review.publishedAt, zone)} />
                  </>
                )}{' '}
                {review.rating && <Rating {...review.rating} />}
                {review.already && ' · here already'}
              </p>
              {review.title && (
                <p dir="auto">
                  <strong>{review.title}</strong>
                </p>
              )}
              {review.text && <p dir="auto">{review.text}</p>}
              {review.answer && (
                <p className={classes.soft}>
                  You answered: <bdi>{review.answer}</bdi>
                </p>
              )}
              {review.problem && (
                <p className={classes.problem}>
                  Row {review.row}: {review.problem}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
