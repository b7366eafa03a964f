import { Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Licence } from '../../../shared/licence.ts';
import { client } from '../../app/client.ts';
import { showProblem } from '../../app/notices.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './licences.module.css';

interface LicencesProps {
  opened: boolean;
  onClose: () => void;
}

/** The list that the build has written beside the window's files. */
async function fetchLicences(): Promise<Licence[]> {
  const answer = await fetch('/licences.json');
  if (!answer.ok) throw new Error(`The licences were answered with ${answer.status}`);
  return (await answer.json()) as Licence[];
}

/** The work of others that the app is made with, each under its licence with its text. */
export function Licences({ opened, onClose }: LicencesProps) {
  const licences = useQuery({
    queryKey: ['licences'],
    queryFn: fetchLicences,
    enabled: opened,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal opened={opened} onClose={onClose} title="The work of others in it" size="56rem">
      <Loaded query={licences}>
        {(all) => (
          <Stack gap="lg">
            <Text>
              Porchlight is made with these {all.length}, which their makers let everybody use. In
              the desktop app, Chromium and Node come along as well.
            </Text>
            <ul className={classes.list}>
              {all.map((one) => (
                <li key={`${one.name} ${one.version}`}>
                  <details>
                    <summary>
                      {one.name} {one.version} <span className={classes.soft}>{one.licence}</span>
                    </summary>
                    <LicenceText licence={one} />
                  </details>
                </li>
              ))}
            </ul>
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}

/** The text that came with it; where none did, where its licence is written. */
function LicenceText({ licence: { licence, text } }: { licence: Licence }) {
  if (text) return <pre className={classes.text}>{text}</pre>;
  const address = `https://spdx.org/licenses/${encodeURIComponent(licence)}.html`;
  return (
    <p className={classes.soft}>
      It came without a text. Its licence is written at{' '}
      <a
        href={address}
        onClick={(event) => {
          event.preventDefault();
          client.house.open({ address }).catch(showProblem);
        }}
      >
        {address}
      </a>
      .
    </p>
  );
}
