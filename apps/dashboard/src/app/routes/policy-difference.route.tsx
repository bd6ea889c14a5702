import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { differenceQuery, policyKeysQuery } from '../../features/policy/api/policy';
import { DifferenceTable } from '../../features/policy/components/difference-table';

function DifferencePage() {
  const { t } = useTranslation();
  const params: { version?: string } = route.useParams();
  const search: { with?: number } = route.useSearch();
  const [version, from] = [Number(params.version), search.with ?? 1];
  const difference = useQuery(differenceQuery(version, from));
  const keys = useQuery(policyKeysQuery);
  const title = t('policy.redlineTitle', { version, from });
  return (
    <Stack gap="lg">
      <PageTitle title={title} />
      <Group className="no-print">
        <Button onClick={() => window.print()}>{t('policy.printNow')}</Button>
        <Anchor component={Link} to={`/administration/policy/${version}` as '/'}>
          {t('policy.version', { version })}
        </Anchor>
      </Group>
      <Read query={keys}>
        {({ items: known }) => (
          <Read query={difference}>
            {({ items }) =>
              items.length === 0 ? <Text>{t('policy.noChanges')}</Text> : <DifferenceTable changes={items} keys={known} caption={title} />
            }
          </Read>
        )}
      </Read>
    </Stack>
  );
}

/** In what a version differs from another, to be printed for the council. */
export const route = createLazyRoute('/signed-in/administration/policy/$version/difference')({ component: DifferencePage });
