import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../lib/session';
import { declineFreshSignIn } from '../../../lib/session-end';
import { useSessionEnd } from '../../../lib/use-session-end';
import { signInAgain } from '../api/sign-in';
import { SignInFields } from './sign-in-fields';

/**
 * Asks to sign in again over the page that is in use, when its session has ended or a dangerous act wants a recent sign-in; what was typed there stays.
 * The second may be declined.
 */
export function SignInAgain({ me }: { me: Me | null }) {
  const { t } = useTranslation();
  const { ended, asked } = useSessionEnd();
  const [known, setKnown] = useState(me);
  if (me !== null && me !== known) setKnown(me);
  if (!ended && !asked) return null;
  const mayClose = !ended;
  const endedText = known === null ? t('safety.endedText') : t('safety.endedTextOf', { name: known.fullName });
  return (
    <Modal
      opened
      onClose={mayClose ? declineFreshSignIn : () => undefined}
      withCloseButton={mayClose}
      closeButtonProps={{ 'aria-label': t('safety.freshClose') }}
      closeOnClickOutside={false}
      closeOnEscape={mayClose}
      title={t(ended ? 'safety.ended' : 'safety.fresh')}
      transitionProps={{ duration: 0 }}
      data-testid="sign-in-again"
    >
      <SignInFields
        lead={<Text>{ended ? endedText : t('safety.freshText')}</Text>}
        send={(body) => signInAgain(body, known?.personId)}
        onSignedIn={() => undefined}
      />
    </Modal>
  );
}
