import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { Loaded } from '../../parts/loaded.tsx';
import classes from './settings.module.css';

interface ReportProps {
  opened: boolean;
  onClose: () => void;
}

/** A report of how the program is, to be read, and copied by whoever wants to hand it on. */
export function Report({ opened, onClose }: ReportProps) {
  const { done, failed } = useDoing();
  const report = useQuery({ ...api.house.report.queryOptions(), enabled: opened, gcTime: 0 });
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(() => {
      done('The report is copied');
      onClose();
    }, failed);
  return (
    <Modal opened={opened} onClose={onClose} title="A report of a fault" size="56rem">
      <Loaded query={report}>
        {({ text }) => (
          <Stack gap="lg">
            <Text>
              For whoever helps you: versions, how many of everything, and what went wrong last. No
              name is in it, and nothing that anybody wrote. Read it first; it goes nowhere unless
              you send it.
            </Text>
            <Textarea
              aria-label="The report"
              value={text}
              readOnly
              autosize
              minRows={8}
              maxRows={12}
              classNames={{ input: classes.report }}
            />
            <Group justify="flex-end">
              <Button variant="subtle" onClick={onClose}>
                Close
              </Button>
              <Button data-autofocus onClick={() => void copy(text)}>
                Copy it
              </Button>
            </Group>
          </Stack>
        )}
      </Loaded>
    </Modal>
  );
}
