import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { policiesQuery } from '../../features/policy/api/policy';
import { NewDraftForm } from '../../features/policy/components/new-draft-form';
import { PolicyTable } from '../../features/policy/components/policy-list';

function PoliciesPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const policies = useQuery(policiesQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('policy.title')} />
      <Text maw={760}>{t('policy.lead')}</Text>
      <Read query={policies}>
        {({ items, mayDraft }) => (
          <Stack gap="lg">
            <PolicyTable items={items} />
            <Notice title={t('policy.frozenTitle')}>
              <Text>{t('policy.frozenText')}</Text>
            </Notice>
            {mayDraft ? (
              <section aria-labelledby="begin-title">
                <Title order={2} id="begin-title" mb="sm">
                  {t('policy.begunTitle')}
                </Title>
                <NewDraftForm versions={items} onBegun={(version) => void navigate({ to: `/administration/policy/${version}` as '/' })} />
              </section>
            ) : (
              <Text>{t('policy.readOnly')}</Text>
            )}
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** Policy versions and drafts. */
export const route = createLazyRoute('/signed-in/administration/policy')({ component: PoliciesPage });
