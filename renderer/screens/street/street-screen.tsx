import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Town } from './town.tsx';

/** The street as a picture of its own: everybody a house, in lanes, lit by how lately you spoke. */
export default function StreetScreen() {
  const town = useQuery(api.today.town.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const today = useQuery(api.today.get.queryOptions());
  const { failed } = useDoing();
  const by = settings.data?.streetBy;
  const isEmpty = town.data?.houses.length === 0;
  return (
    <Screen title="The street" headless={!isEmpty} width={isEmpty ? 'normal' : 'full'}>
      <Loaded query={{ ...town, data: by && town.data && { by, houses: town.data.houses } }}>
        {({ by, houses }) =>
          isEmpty ? (
            <EmptyState
              title="Nobody lives on this street yet"
              drawing="house"
              action={
                <Button component={Link} href="/people?new=1">
                  Add the first person
                </Button>
              }
            >
              Everybody you add gets a house here. Its windows are lit when you spoke lately.
            </EmptyState>
          ) : (
            <Town
              houses={houses}
              by={by}
              onGroup={(streetBy) => void client.settings.save({ streetBy }).catch(failed)}
              pick={today.data?.pick ?? null}
            />
          )
        }
      </Loaded>
    </Screen>
  );
}
