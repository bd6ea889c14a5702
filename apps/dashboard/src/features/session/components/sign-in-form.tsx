import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import type { Me } from '../../../lib/session';
import { signIn } from '../api/sign-in';

/** Name and password; errors only after sending, what was typed stays. */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signingIn = useMutation({ mutationFn: () => signIn({ signIn: name.trim(), password }), onSuccess: onSignedIn });
  return (
    <Paper withBorder p="xl" maw={440} mx="auto">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && password !== '') signingIn.mutate();
        }}
      >
        <Stack gap="md">
          <Title order={1}>{t('signIn.title')}</Title>
          <Text>{t('signIn.lead')}</Text>
          {signingIn.isError && (
            <div className="error-summary" role="alert">
              <ProblemText error={signingIn.error} />
            </div>
          )}
          <TextInput
            label={t('signIn.name')}
            autoComplete="username"
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={signingIn.isPending} disabled={name.trim() === '' || password === ''}>
            {t('signIn.action')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('signIn.demo')}
          </Text>
        </Stack>
      </form>
    </Paper>
  );
}
