import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../lib/session';
import { signIn } from '../api/sign-in';
import { SignInFields } from './sign-in-fields';

/** The page's form for signing in. */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="xl" maw={440} mx="auto">
      <SignInFields
        lead={
          <>
            <Title order={1}>{t('signIn.title')}</Title>
            <Text>{t('signIn.lead')}</Text>
          </>
        }
        foot={t('signIn.demo')}
        send={signIn}
        onSignedIn={onSignedIn}
      />
    </Paper>
  );
}
