import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate, formatLastDay } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { PublicCall } from '../api/public';

type Listed = NonNullable<PublicCall['publicNotice']>;
type Project = Listed['projects'][number];

const columns = ['number', 'title', 'lead', 'host', 'partners', 'type'] as const;

/** What the notice says of a project, by column. */
function useCells(): (project: Project) => Record<(typeof columns)[number], string> {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const name = (both: { zh: string | null; en: string | null }): string => inLanguage(both.zh, both.en, language) ?? '–';
  return (project) => ({
    number: project.number,
    title: name(project.title),
    lead: name(project.lead),
    host: [name(project.host), project.hostCountry === null ? '' : countryName(project.hostCountry, language)].filter(Boolean).join(' · '),
    partners: project.partners.map(name).join(t('why.comma')) || '–',
    type: project.type === null ? '–' : t(`types.${project.type}`),
  });
}

/** Results open to objections: the list as published, and until when and how to object. */
export function PublicNotice({ notice }: { notice: Listed }) {
  const { t, i18n } = useTranslation();
  const cells = useCells();
  const days = { start: formatDate(notice.startedOn, i18n.language), end: formatLastDay(notice.endsAt, i18n.language) };
  return (
    <section aria-labelledby="public-notice">
      <Title order={2} id="public-notice" mb="xs">
        {t('public.publicNotice')}
      </Title>
      <Text fw={600}>{t(notice.ended ? 'public.noticeEnded' : 'public.noticeRuns', days)}</Text>
      <Text mb="sm" maw={760}>
        {t('public.howToObject')}
      </Text>
      {notice.projects.length === 0 && <Text>{t('public.noProjects')}</Text>}
      <Table visibleFrom="md" aria-labelledby="public-notice">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`public.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {notice.projects.map((project) => (
            <Table.Tr key={project.number} style={{ verticalAlign: 'top' }}>
              {columns.map((column) => (
                <Table.Td key={column} {...(column === 'number' ? { className: 'unbroken' } : {})}>
                  {cells(project)[column]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="md" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {notice.projects.map((project) => (
          <Paper key={project.number} withBorder p="sm" component="li">
            {columns.map((column) => (
              <Text key={column} size="sm">
                <strong>{t(`public.columns.${column}`)}</strong>: {cells(project)[column]}
              </Text>
            ))}
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
