import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../lib/announce';
import { GateActForm } from './gate-act-form';

/** Asks why before all mail is stopped at once. */
export function StopDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('mailStop.stopAll')}
      closeButtonProps={{ 'aria-label': t('mailStop.cancel') }}
      transitionProps={{ duration: 0 }}
      data-testid="stop-dialog"
    >
      <GateActForm
        act="stop"
        gate={() => ({ scope: 'everything', key: '*' })}
        submit={t('mailStop.stopAllNow')}
        onCancel={onClose}
        onDone={({ waiting }) => {
          announce(t('mailStop.stopped', { count: waiting }));
          onClose();
        }}
      >
        <Text>{t('mailStop.stopAllText')}</Text>
      </GateActForm>
    </Modal>
  );
}
