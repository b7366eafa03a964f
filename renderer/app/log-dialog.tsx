import { Modal } from '@mantine/core';
import { Composer } from '../parts/composer/composer.tsx';
import { showDone } from './notices.tsx';

/** Logs a conversation from wherever one is: the line itself says with whom. */
export function LogDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Log a conversation" size="lg">
      <Composer
        draftKey="talk:anybody"
        autoFocus
        onLogged={({ step, reached }) => {
          onClose();
          showDone(reached ? 'Logged' : 'Noted that you tried', step);
        }}
      />
    </Modal>
  );
}
