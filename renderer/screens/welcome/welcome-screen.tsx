import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { api } from '../../app/client.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { GreetingStep } from './greeting-step.tsx';
import { MorningStep } from './morning-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { ShopStep } from './shop-step.tsx';

/** Three small steps, or the sample town first; at the end the first person is named. */
export default function WelcomeScreen() {
  const settings = useQuery(api.settings.get.queryOptions());
  const [place, setPlace] = useSearchParams();
  const [, go] = useLocation();
  const step = Number(place.get('step') ?? '0');
  const to = (next: number) => setPlace({ step: String(next) });
  const queries = useQueryClient();
  const toToday = () => {
    // The frame would lead back here until it has heard that Welcome is over.
    queries.setQueryData(
      api.settings.get.queryKey(),
      (known) => known && { ...known, welcomed: true },
    );
    go('/today', { replace: true });
  };
  return (
    <Loaded query={settings}>
      {(known) =>
        step === 1 ? (
          <ShopStep settings={known} onNext={() => to(2)} />
        ) : step === 2 ? (
          <PeopleStep onNext={() => to(3)} onBack={() => to(1)} />
        ) : step === 3 ? (
          <MorningStep settings={known} onDone={toToday} onBack={() => to(2)} />
        ) : (
          <GreetingStep onBegin={() => to(1)} onSampleReady={toToday} />
        )
      }
    </Loaded>
  );
}
