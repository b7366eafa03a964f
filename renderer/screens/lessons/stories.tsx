import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './lessons.module.css';
import { StoryCard } from './story-card.tsx';

/** Praise and good moments, kept with the leave of whose they are. */
export function Stories() {
  const stories = useQuery(api.stories.list.queryOptions());
  return (
    <section className={classes.stories} aria-labelledby="stories">
      <h2 id="stories">Stories</h2>
      <p className={classes.soft}>
        Good moments that may be shown, once somebody gave their leave.
      </p>
      <Loaded query={stories}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="No stories yet" drawing="letter">
              When somebody praises you, open the voice under Listening and keep it as a story.
            </EmptyState>
          ) : (
            <div className={classes.list}>
              {list.map((story) => (
                <StoryCard key={story.id} story={story} />
              ))}
            </div>
          )
        }
      </Loaded>
    </section>
  );
}
