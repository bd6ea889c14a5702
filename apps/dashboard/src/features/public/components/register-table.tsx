import { Anchor, Paper, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { RegisterEntry } from '../api/public';

const columns = ['reference', 'title', 'lead', 'country', 'status', 'approvedOn'] as const;

function Reference({ entry }: { entry: RegisterEntry }) {
  const { i18n } = useTranslation();
  return (
    <Anchor
      component={Link}
      to="/public/register/$reference"
      params={{ reference: entry.reference } as never}
      search={{ lang: i18n.language } as never}
      className="unbroken"
    >
      {entry.reference}
    </Anchor>
  );
}

/** The status in words; of a stopped project also how it ended. */
export function RegisterStatus({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation();
  const status = t(`public.statuses.${entry.status}`);
  return <>{entry.outcome === null ? status : `${status} · ${t(`outcomes.${entry.outcome}`)}`}</>;
}

/** Lines of the register: a table where there is room, cards on a phone. */
export function RegisterTable({ entries }: { entries: RegisterEntry[] }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const country = (entry: RegisterEntry): string => (entry.hostCountry === null ? '–' : countryName(entry.hostCountry, language));
  const title = (entry: RegisterEntry): string => inLanguage(entry.title.zh, entry.title.en, language) ?? t('public.untitled');
  const lead = (entry: RegisterEntry): string => inLanguage(entry.lead.zh, entry.lead.en, language) ?? '–';
  return (
    <>
      <Table visibleFrom="md" verticalSpacing="xs" aria-label={t('public.register')}>
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
          {entries.map((entry) => (
            <Table.Tr key={entry.reference} style={{ verticalAlign: 'top' }}>
              <Table.Td>
                <Reference entry={entry} />
              </Table.Td>
              <Table.Td>{title(entry)}</Table.Td>
              <Table.Td>{lead(entry)}</Table.Td>
              <Table.Td>{country(entry)}</Table.Td>
              <Table.Td>
                <RegisterStatus entry={entry} />
              </Table.Td>
              <Table.Td className="unbroken">{entry.approvedOn === null ? '–' : formatDate(entry.approvedOn, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Stack hiddenFrom="md" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <Paper key={entry.reference} withBorder p="sm" component="li">
            <Reference entry={entry} />
            <Text fw={600}>{title(entry)}</Text>
            <Text size="sm">{[lead(entry), country(entry)].join(' · ')}</Text>
            <Text size="sm">
              <RegisterStatus entry={entry} />
            </Text>
          </Paper>
        ))}
      </Stack>
    </>
  );
}
