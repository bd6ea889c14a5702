import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { templateQuery, type TemplateKind } from '../../features/templates/api/templates';
import { Placeholders } from '../../features/templates/components/placeholders';
import { TemplatePreview } from '../../features/templates/components/template-preview';
import { VersionTable } from '../../features/templates/components/version-table';

function TemplatePage() {
  const { t } = useTranslation();
  const params: { kind?: string } = route.useParams();
  const navigate = route.useNavigate();
  const kind = (params.kind ?? '') as TemplateKind;
  const template = useQuery(templateQuery(kind));
  return (
    <Stack gap="lg">
      <PageTitle title={t('templates.titleOf', { kind: t(`mailKinds.${kind}`) })} />
      <Anchor component={Link} to={'/administration/templates'}>
        {t('templates.back')}
      </Anchor>
      <Read query={template}>
        {(data) => {
          const inForce = data.versions.find((one) => one.inForce);
          return (
            <Stack gap="xl">
              <section aria-labelledby="versions-title">
                <Title order={2} id="versions-title" mb="xs">
                  {t('templates.versionsTitle')}
                </Title>
                <Text mb="sm" maw={760}>
                  {t('templates.versionsText')}
                </Text>
                <VersionTable
                  template={data}
                  onBegun={(version) => void navigate({ to: `/administration/templates/${kind}/${version}` as '/' })}
                />
              </section>
              <Placeholders values={data.values} onInsert={undefined} />
              {inForce !== undefined && (
                <section aria-labelledby="now-title">
                  <Title order={2} id="now-title" mb="sm">
                    {t('templates.nowTitle')}
                  </Title>
                  <TemplatePreview kind={kind} texts={inForce.texts} checked={false} />
                </section>
              )}
            </Stack>
          );
        }}
      </Read>
    </Stack>
  );
}

/** One kind of mail: versions of its words, and how it reads now. */
export const route = createLazyRoute('/signed-in/administration/templates/$kind')({ component: TemplatePage });
