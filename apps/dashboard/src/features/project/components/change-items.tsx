import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../api/project';
import { changeValue, fieldName, type ChangeSet } from '../change-words';

/** Old and new value of each item of a change. */
export function ChangeItems({ project, change }: { project: ProjectDetail; change: ChangeSet }) {
  const { t, i18n } = useTranslation();
  return (
    <Table className="answers changes" verticalSpacing={4}>
      <caption className="visually-hidden">{t('changes.what')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('changes.what')}</Table.Th>
          <Table.Th scope="col">{t('changes.old')}</Table.Th>
          <Table.Th scope="col">{t('changes.new')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {change.items.map((item) => (
          <Table.Tr key={item.path}>
            <Table.Th scope="row" fw={400}>
              {fieldName(project, item.path, t)}
            </Table.Th>
            <Table.Td>{changeValue(project, item.path, item.old, t, i18n.language)}</Table.Td>
            <Table.Td fw={600}>{changeValue(project, item.path, item.new, t, i18n.language)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
