import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../components/page-title';

/** Why a link does not act: it was used, is over, is another person's, or asks for sign-in first. */
export type LinkTrouble = 'used' | 'expired' | 'foreign' | 'signInFirst';

/** A friendly word about a link that does not act, with a way on. */
export function LinkMessage({ trouble, children }: { trouble: LinkTrouble; children?: ReactNode }) {
  const { t } = useTranslation();
  const here = useRouterState({ select: (state) => state.location.href });
  const title = trouble === 'signInFirst' ? t('link.title') : t(`link.${trouble}`);
  return (
    <Stack gap="md" maw={560} align="flex-start">
      <PageTitle title={title} />
      <Text>{trouble === 'signInFirst' ? t('link.signInFirst') : t(`link.${trouble}Text`)}</Text>
      {children}
      {trouble === 'used' || trouble === 'expired' ? (
        <Anchor component={Link} to="/tasks">
          {t('safety.toTasks')}
        </Anchor>
      ) : (
        <Button component={Link} to="/sign-in" search={{ next: here } as never}>
          {t('link.signIn')}
        </Button>
      )}
    </Stack>
  );
}
