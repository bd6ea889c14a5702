import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';

interface SignInFieldsProps<T> {
  /** What stands above the fields. */
  lead: ReactNode;
  /** What stands under the button. */
  foot?: ReactNode;
  send: (body: { signIn: string; password: string }) => Promise<T>;
  onSignedIn: (answer: T) => void;
}

/** Name and password; errors only after sending, what was typed stays. */
export function SignInFields<T>({ lead, foot, send, onSignedIn }: SignInFieldsProps<T>) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signingIn = useMutation({ mutationFn: () => send({ signIn: name.trim(), password }), onSuccess: onSignedIn });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && password !== '') signingIn.mutate();
      }}
    >
      <Stack gap="md">
        {lead}
        {signingIn.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={signingIn.error} />
          </div>
        )}
        <TextInput
          label={t('signIn.name')}
          autoComplete="username"
          autoFocus
          data-autofocus
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
        {foot !== undefined && (
          <Text size="sm" c="dimmed">
            {foot}
          </Text>
        )}
      </Stack>
    </form>
  );
}
