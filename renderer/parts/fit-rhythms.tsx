import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Load } from '../../shared/contract/contract.ts';
import { fittedCircles } from '../../shared/rhythm.ts';
import { everyWords, peopleADay } from '../../shared/wording/circles.ts';
import { api, client } from '../app/client.ts';
import { ask } from '../app/question.tsx';
import { useDoing } from '../app/undo.ts';

/** Stretches all rhythms so that those named a day do, after saying what they would be; undoable. */
export function FitRhythms({ load }: { load: Load }) {
  const { done, failed } = useDoing();
  const settings = useQuery(api.settings.get.queryOptions());
  if (!settings.data) return null;
  const { innerDays, regularDays, widerDays } = fittedCircles(settings.data, load.stretch);
  const stretchAll = async () => {
    const goesAhead = await ask({
      title: `Make the rhythms fit ${peopleADay(load.named)}?`,
      sentence: `The inner circle would come up ${everyWords(innerDays)}, the regular one ${everyWords(regularDays)}, the wider one ${everyWords(widerDays)}. Rhythms set for single people are stretched alike. You can undo it.`,
      yes: 'Make them fit',
      no: 'Leave them',
    });
    if (!goesAhead) return;
    const { step } = await client.today.fitRhythms();
    done(`The rhythms now fit ${peopleADay(load.named)}`, step);
  };
  return (
    <Button variant="default" size="compact-md" onClick={() => stretchAll().catch(failed)}>
      Make the rhythms fit
    </Button>
  );
}
