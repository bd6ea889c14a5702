import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title';
import { ProblemPanel } from '../components/problem-panel';
import { connection } from '../lib/connection';
import { troubleOf } from '../lib/trouble';
import { isOutdated } from '../lib/version';

const reloadedKey = 'gongfang.reloaded';
const onceWithinMs = 60_000;

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <PageTitle title={t('notFound.title')} />
      <Text>{t('notFound.text')}</Text>
      <Anchor component={Link} to="/">
        {t('trouble.home')}
      </Anchor>
    </Stack>
  );
}

/** A page of a version that is gone comes with the new version: nothing is typed on a page that did not open. Once only, not in a circle. */
function useNewVersion(error: unknown): void {
  useEffect(() => {
    if (troubleOf(error, connection() !== 'offline') !== 'outdated') return;
    if (Date.now() - Number(sessionStorage.getItem(reloadedKey) ?? 0) < onceWithinMs) return;
    void isOutdated().then((yes) => {
      if (!yes) return;
      sessionStorage.setItem(reloadedKey, String(Date.now()));
      window.location.reload();
    });
  }, [error]);
}

/** A page that could not be shown, with a way to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  useNewVersion(error);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack gap="md">
      <PageTitle title={t('trouble.page')} />
      <ProblemPanel error={error} onRetry={retry} />
    </Stack>
  );
}
