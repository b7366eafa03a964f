import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { Circle } from '../../../shared/contract/contract.ts';
import { circleName, circles, everyWords } from '../../../shared/wording/circles.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { useOpening } from '../../parts/use-opening.ts';
import classes from './chosen-bar.module.css';
import { useExport } from './export-people.ts';
import { focusRow } from './filter-bar.tsx';
import { RhythmChosen } from './rhythm-chosen.tsx';
import { TagChosen } from './tag-chosen.tsx';

interface ChosenBarProps {
  /** Id and name of everybody ticked. */
  chosen: ReadonlyMap<string, string>;
  onClear: () => void;
}

/** What to do with everybody who is ticked. */
export function ChosenBar({ chosen, onClear }: ChosenBarProps) {
  const { attempt } = useDoing();
  const exportPeople = useExport();
  const { open: tagging, setOpen: setTagging, opener } = useOpening();
  const rhythm = useOpening();
  const [busy, setBusy] = useState(false);
  const ids = [...chosen.keys()];
  const who = chosen.size === 1 ? [...chosen.values()].join() : `${chosen.size} people`;

  /** Does something with them all and says what; gives whether it was done. */
  async function doWithAll(said: string, work: () => Promise<{ step: string }>) {
    setBusy(true);
    const answer = await attempt(work(), said);
    setBusy(false);
    return Boolean(answer);
  }
  const clear = () => {
    onClear();
    focusRow();
  };
  const move = async () => {
    const moved = await doWithAll(`${who} put in the bin`, () => client.people.bin({ ids }));
    if (moved) clear();
  };
  const toCircle = (circle: Circle) =>
    doWithAll(`${who} moved: ${circleName(circle)}`, () =>
      client.people.changeAll({ ids, circle }),
    );

  return (
    <section aria-label="Chosen people" className={classes.bar}>
      <p className={classes.who} role="status">
        <bdi>{who}</bdi> chosen
      </p>
      {tagging ? (
        <TagChosen
          onTag={(tag) =>
            doWithAll(`${who} tagged “${tag}”`, () => client.people.changeAll({ ids, addTag: tag }))
          }
          onUntag={(tag) =>
            doWithAll(`Took “${tag}” from ${who}`, () =>
              client.people.changeAll({ ids, removeTag: tag }),
            )
          }
          onClose={() => setTagging(false)}
        />
      ) : rhythm.open ? (
        <RhythmChosen
          onSet={(rhythmDays) =>
            doWithAll(
              rhythmDays === null ? `${who} as their circle` : `${who} ${everyWords(rhythmDays)}`,
              () => client.people.changeAll({ ids, rhythmDays }),
            )
          }
          onClose={() => rhythm.setOpen(false)}
        />
      ) : (
        <>
          <Button ref={opener} variant="subtle" onClick={() => setTagging(true)}>
            Tag
          </Button>
          <Menu position="top">
            <Menu.Target>
              <Button ref={rhythm.opener} variant="subtle" disabled={busy}>
                Circle
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {circles.map((circle) => (
                <Menu.Item key={circle} onClick={() => void toCircle(circle)}>
                  {circleName(circle)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => rhythm.setOpen(true)}>A rhythm of their own …</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Menu position="top">
            <Menu.Target>
              <Button variant="subtle">Export</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void exportPeople('vcard', ids)}>As vCard</Menu.Item>
              <Menu.Item onClick={() => void exportPeople('vcard-3', ids)}>
                As vCard for phones
              </Menu.Item>
              <Menu.Item onClick={() => void exportPeople('csv', ids)}>As CSV</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button variant="light" disabled={busy} onClick={() => void move()}>
            Put in the bin
          </Button>
          <Button variant="subtle" onClick={clear}>
            Untick
          </Button>
        </>
      )}
    </section>
  );
}
