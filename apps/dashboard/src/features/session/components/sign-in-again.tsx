import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../lib/session';
import { useSessionEnd } from '../../../lib/use-session-end';
import { signInAgain } from '../api/sign-in';
import { SignInFields } from './sign-in-fields';

/** Asks to sign in again over the page that is in use when its session has ended; what was typed there stays. */
export function SignInAgain({ me }: { me: Me | null }) {
  const { t } = useTranslation();
  const { ended } = useSessionEnd();
  const [known, setKnown] = useState(me);
  if (me !== null && me !== known) setKnown(me);
  if (!ended) return null;
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('safety.ended')}
      transitionProps={{ duration: 0 }}
    >
      <SignInFields
        lead={<Text>{known === null ? t('safety.endedText') : t('safety.endedTextOf', { name: known.fullName })}</Text>}
        send={(body) => signInAgain(body, known?.personId)}
        onSignedIn={() => undefined}
      />
    </Modal>
  );
}
