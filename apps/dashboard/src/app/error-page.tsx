import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../components/problem-panel';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Title order={1}>{t('notFound.title')}</Title>
      <Text>{t('notFound.text')}</Text>
      <Anchor component={Link} to="/projects">
        {t('nav.projects')}
      </Anchor>
    </Stack>
  );
}

/** A page that could not be shown, with a way to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return <ProblemPanel error={error} onRetry={reset} />;
}
