import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../components/page-title';
import { countryName, formatDate } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { RegisterEntry } from '../api/public';
import { JsonLink, PublicHead } from './public-head';
import { RegisterStatus } from './register-table';

/** One project of the register under its lasting address. */
export function RegisterEntryPage({ entry }: { entry: RegisterEntry }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const json = `/api/public/register/${encodeURIComponent(entry.reference)}`;
  const title = inLanguage(entry.title.zh, entry.title.en, language) ?? t('public.untitled');
  const day = (date: string | null): string => (date === null ? t('public.unknown') : formatDate(date, language));
  const facts: [string, React.ReactNode][] = [
    [t('public.columns.status'), <RegisterStatus key="status" entry={entry} />],
    [t('public.columns.lead'), inLanguage(entry.lead.zh, entry.lead.en, language) ?? t('public.unknown')],
    [t('public.columns.country'), entry.hostCountry === null ? t('public.unknown') : countryName(entry.hostCountry, language)],
    [t('public.entry.call'), `${entry.call} (${entry.year})`],
    [t('public.entry.approvedOn'), day(entry.approvedOn)],
    ...(entry.from === null ? [] : [[t('public.entry.from'), day(entry.from)] as [string, string]]),
    ...(entry.to === null ? [] : [[t('public.entry.to'), day(entry.to)] as [string, string]]),
    ...(entry.stoppedOn === null ? [] : [[t('public.entry.stoppedOn'), day(entry.stoppedOn)] as [string, string]]),
  ];
  return (
    <Stack gap="lg">
      <PublicHead description={`${entry.reference} ${title}`} json={json} />
      <div>
        <PageTitle title={entry.reference} />
        <Text size="lg" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Text>
      </div>
      <Table className="answers" maw={720} aria-label={entry.reference}>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="38%">
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Anchor component={Link} to="/public/register" search={{ lang: language } as never} w="fit-content">
        {t('public.backToRegister')}
      </Anchor>
      <JsonLink href={json} />
    </Stack>
  );
}
