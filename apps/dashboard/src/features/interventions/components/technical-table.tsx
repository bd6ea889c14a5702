import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Intervention } from '../api/interventions';

type TechnicalChanges = NonNullable<Intervention['technical']>['changes'];

/** What a technical act found and left, value by value in words. */
export function TechnicalTable({ changes }: { changes: TechnicalChanges }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const said = (value: string | null) =>
    value ?? (
      <Text component="span" size="sm" c="dimmed">
        {t('projectPage.history.none')}
      </Text>
    );
  return (
    <Table className="answers changes" verticalSpacing={4} data-testid="technical-changes">
      <caption className="visually-hidden">{t('projectPage.history.changes')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('projectPage.history.what')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.before')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ part, name, from, to }) => (
          <Table.Tr key={part}>
            <Table.Th scope="row" fw={400}>
              {name ?? t(`policy.keys.${part}`, { defaultValue: part })}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{said(from)}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{said(to)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
