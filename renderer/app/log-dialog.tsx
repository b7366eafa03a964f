import { Modal } from '@mantine/core';
import { Composer } from '../parts/composer/composer.tsx';
import { showDone } from './notices.tsx';

interface LogDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The first words of it, typed elsewhere. */
  begin?: string;
}

/** Logs a conversation from wherever one is: the line itself says with whom. */
export function LogDialog({ opened, onClose, begin }: LogDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Log a conversation"
      size="lg"
      // Room for the ring round the line.
      styles={{ body: { paddingTop: 4 } }}
    >
      <Composer
        draftKey="talk:anybody"
        begin={begin}
        autoFocus
        onLogged={({ step, what }) => {
          onClose();
          showDone(
            { talk: 'Logged', attempt: 'Noted that you tried', plan: 'Planned' }[what],
            step,
          );
        }}
      />
    </Modal>
  );
}
