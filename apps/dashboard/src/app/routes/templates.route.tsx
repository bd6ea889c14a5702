import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { templatesQuery } from '../../features/templates/api/templates';
import { TemplateTable } from '../../features/templates/components/template-table';

function TemplatesPage() {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('templates.title')} />
      <Text maw={760}>{t('templates.lead')}</Text>
      <Read query={templates}>
        {({ items, mayDraft }) => (
          <Stack gap="lg">
            {!mayDraft && <Text>{t('templates.readOnly')}</Text>}
            <TemplateTable items={items} />
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** Every kind of mail and where its words stand. */
export const route = createLazyRoute('/signed-in/administration/templates')({ component: TemplatesPage });
