import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './sources.module.css';

/** The last requests of a source, newest first. */
export function RequestLog({ sourceId }: { sourceId: string }) {
  const { zone } = usePresent();
  const requests = useQuery(api.sources.requests.queryOptions({ input: { id: sourceId } }));
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <div className={classes.log}>
      <Loaded query={requests}>
        {(list) =>
          list.length === 0 ? (
            <p className={classes.quiet}>It has not been asked yet.</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">What came of it</th>
                  <th scope="col">New</th>
                </tr>
              </thead>
              <tbody>
                {list.map((request, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two requests may share a moment
                  <tr key={`${request.at} ${index}`}>
                    <td>{when.format(request.at)}</td>
                    <td>
                      {request.outcome}
                      {request.status ? ` (${request.status})` : ''}
                    </td>
                    <td>{request.newItems}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </div>
  );
}
