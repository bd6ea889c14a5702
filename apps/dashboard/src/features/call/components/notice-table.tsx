import { Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';

/** The list of the public notice as everybody reads it: no rank, no score, no reserve. */
export function NoticeTable({ lines }: { lines: components['schemas']['CallOutcome']['notice'] }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const isZh = language.startsWith('zh');
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="notice-list">
        {t('callWork.outcome.list')}
      </Title>
      <div className="table-room" tabIndex={0} role="group" aria-labelledby="notice-list">
        <Table miw={640} aria-labelledby="notice-list">
          <Table.Thead>
            <Table.Tr>
              {(['reference', 'title', 'lead', 'host', 'partners', 'type'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`callWork.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.number} style={{ verticalAlign: 'top' }}>
                <Table.Th scope="row" fw={400} className="unbroken">
                  {line.number}
                </Table.Th>
                <Table.Td>{inLanguage(line.titleZh, line.titleEn, language) ?? '–'}</Table.Td>
                <Table.Td>{inLanguage(line.leadZh, line.leadEn, language) ?? '–'}</Table.Td>
                <Table.Td>
                  {inLanguage(line.hostZh, line.hostEn, language) ?? '–'}
                  {line.hostCountry !== null && (
                    <Text size="sm" c="dimmed">
                      {countryName(line.hostCountry, language)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{line.partners.map((one) => (isZh ? one.zh : one.en)).join(t('why.comma')) || '–'}</Table.Td>
                <Table.Td>{line.type === null ? '–' : t(`types.${line.type}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
