import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { mailsQuery } from '../../features/mails/api/mails';
import { MailCounts } from '../../features/mails/components/mail-counts';
import { MailFilters } from '../../features/mails/components/mail-filters';
import { MailTable } from '../../features/mails/components/mail-table';

function MailsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const mails = useQuery(mailsQuery(search));
  const { cursor, ...firstPage } = search;
  const filtered = Object.keys(firstPage).length > 0;
  const next = mails.data?.next ?? undefined;
  const ofSecretariat = me.roles.some((role) => ['CO', 'SH', 'AR', 'AD', 'AU'].includes(role));
  return (
    <Stack gap="lg">
      <PageTitle title={t('mailLog.title')} />
      {ofSecretariat && <MailCounts search={search} onChange={(changed) => void navigate({ search: changed })} />}
      <MailFilters search={search} onChange={(changed) => void navigate({ search: changed })} />
      {mails.isPending && <Loading />}
      {mails.isError && <ProblemPanel error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data !== undefined && mails.data.items.length === 0 && (
        <Stack gap="xs" align="flex-start" role="status">
          <Text>{t(filtered ? 'mailLog.nothingFound' : 'mailLog.empty')}</Text>
          {filtered && (
            <Button variant="default" onClick={() => void navigate({ search: {} })}>
              {t('list.clear')}
            </Button>
          )}
        </Stack>
      )}
      {mails.data !== undefined && mails.data.items.length > 0 && <MailTable mails={mails.data.items} />}
      <Group>
        {cursor !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: firstPage })}>
            {t('list.first')}
          </Button>
        )}
        {next !== undefined && (
          <Button variant="default" onClick={() => void navigate({ search: { ...search, cursor: next } })}>
            {t('list.next')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The mail log. */
export const route = createLazyRoute('/signed-in/mails')({ component: MailsPage });
