import type { ReactNode } from 'react';
import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A value that changed: what it is called, and how it stands before and after; null where there is none. */
export interface BeforeAfter {
  key: string;
  label: string;
  from: ReactNode;
  to: ReactNode;
}

/** What became of which value, a line each. */
export function BeforeAfterTable({ lines, testId }: { lines: readonly BeforeAfter[]; testId?: string }) {
  const { t } = useTranslation();
  const said = (value: ReactNode) =>
    value ?? (
      <Text component="span" size="sm" c="dimmed">
        {t('projectPage.history.none')}
      </Text>
    );
  return (
    <Table className="answers changes" verticalSpacing={4} data-testid={testId}>
      <caption className="visually-hidden">{t('projectPage.history.changes')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('projectPage.history.what')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.before')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ key, label, from, to }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {label}
            </Table.Th>
            <Table.Td>{said(from)}</Table.Td>
            <Table.Td>{said(to)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
