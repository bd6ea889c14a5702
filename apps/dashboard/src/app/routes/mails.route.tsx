import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { NextPage } from '../../components/next-page';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import type { components } from '../../generated/openapi-types';
import { mailsQuery, type MailSearch } from '../../features/mails/api/mails';
import { MailCounts } from '../../features/mails/components/mail-counts';
import { MailFilters } from '../../features/mails/components/mail-filters';
import { MailTable } from '../../features/mails/components/mail-table';

interface PageProps {
  page: components['schemas']['MailPage'];
  search: MailSearch;
  onChange: (search: MailSearch) => void;
}

function Found({ page, search, onChange }: PageProps) {
  const { t } = useTranslation();
  const { cursor: _cursor, ...filters } = search;
  const filtered = Object.keys(filters).length > 0;
  if (page.items.length > 0) return <MailTable mails={page.items} />;
  return (
    <Stack gap="xs" align="flex-start" role="status">
      <Text>{t(filtered ? 'mailLog.nothingFound' : 'mailLog.empty')}</Text>
      {filtered && (
        <Button variant="default" onClick={() => onChange({})}>
          {t('list.clear')}
        </Button>
      )}
    </Stack>
  );
}

function MailsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { me } = route.useRouteContext();
  const navigate = route.useNavigate();
  const mails = useQuery(mailsQuery(search));
  const onChange = (changed: MailSearch): void => void navigate({ search: changed });
  const ofSecretariat = me.roles.some((role) => ['CO', 'SH', 'AR', 'AD', 'AU'].includes(role));
  return (
    <Stack gap="lg">
      <PageTitle title={t('mailLog.title')} />
      {ofSecretariat && (
        <Anchor component={Link} to="/administration/outbox" style={{ alignSelf: 'flex-start' }}>
          {t('outbox.title')}
        </Anchor>
      )}
      {ofSecretariat && <MailCounts search={search} onChange={onChange} />}
      <MailFilters search={search} onChange={onChange} />
      {mails.isPending && <Loading />}
      {mails.isError && <ProblemPanel error={mails.error} onRetry={() => void mails.refetch()} />}
      {mails.data !== undefined && (
        <>
          <Found page={mails.data} search={search} onChange={onChange} />
          <NextPage search={search} next={mails.data.next} onChange={onChange} />
        </>
      )}
    </Stack>
  );
}

/** The mail log. */
export const route = createLazyRoute('/signed-in/mails')({ component: MailsPage });
