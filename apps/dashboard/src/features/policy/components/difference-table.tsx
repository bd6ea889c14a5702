import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyChange, PolicyKey } from '../api/policy';
import { keyName, valueText } from '../value-words';

interface DifferenceProps {
  changes: readonly PolicyChange[];
  keys: readonly PolicyKey[];
  caption: string;
}

/** Keys in which two versions differ: before struck out, after underlined, so that print without colour says it too. */
export function DifferenceTable({ changes, keys, caption }: DifferenceProps) {
  const { t, i18n } = useTranslation();
  const ruleOf = (key: string): PolicyKey['rule'] | undefined => keys.find((one) => one.key === key)?.rule;
  const words = (key: string, value: unknown): string => valueText(ruleOf(key), value, t, i18n.language);
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className="answers" data-testid="policy-changes">
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {(['key', 'before', 'after', 'authority'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`policy.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={change.key}>
              <Table.Th scope="row" fw={400}>
                {keyName(change.key, t)}
                {change.frozenWhenPublished && (
                  <Text size="sm" c="dimmed">
                    {t('policy.frozen')}
                  </Text>
                )}
              </Table.Th>
              <Table.Td style={{ whiteSpace: 'pre-line' }}>
                <del>{words(change.key, change.before)}</del>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'pre-line' }}>
                <ins>{words(change.key, change.after)}</ins>
              </Table.Td>
              <Table.Td>{t(`policy.changedBy.${change.changedBy}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
