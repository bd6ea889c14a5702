import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { registerQuery, type RegisterSearch } from '../../features/public/api/public';
import { JsonLink, PublicHead } from '../../features/public/components/public-head';
import { RegisterFilters } from '../../features/public/components/register-filters';
import { RegisterTable } from '../../features/public/components/register-table';

function RegisterPage() {
  const { t, i18n } = useTranslation();
  const { lang: _lang, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const page = useQuery(registerQuery(search));
  const json = `/api/public/register?${new URLSearchParams({ ...search }).toString()}`.replace(/\?$/, '');
  const show = (wanted: RegisterSearch): void => void navigate({ search: { ...wanted, lang: i18n.language } as never });
  const { after: _after, ...first } = search;
  return (
    <Stack gap="lg">
      <PublicHead description={t('public.registerText')} json={json} />
      <div>
        <PageTitle title={t('public.register')} />
        <Text maw={720}>{t('public.registerText')}</Text>
      </div>
      <RegisterFilters key={JSON.stringify(first)} search={search} years={page.data?.years ?? []} onSearch={show} />
      {page.isPending && <Loading />}
      {page.isError && <ProblemPanel error={page.error} onRetry={() => void page.refetch()} />}
      {page.data !== undefined && (
        <>
          <Text role="status">{page.data.total === 0 ? t('public.nothing') : t('public.found', { count: page.data.total })}</Text>
          {page.data.items.length > 0 && <RegisterTable entries={page.data.items} />}
          <Group gap="lg">
            {search.after !== undefined && (
              <Anchor component={Link} to="/public/register" search={{ ...first, lang: i18n.language } as never}>
                {t('public.first')}
              </Anchor>
            )}
            {page.data.next !== null && (
              <Anchor component={Link} to="/public/register" search={{ ...first, after: page.data.next, lang: i18n.language } as never}>
                {t('public.next')}
              </Anchor>
            )}
          </Group>
        </>
      )}
      <JsonLink href={json} />
    </Stack>
  );
}

/** The register of announced projects. */
export const route = createLazyRoute('/public/register')({ component: RegisterPage });
