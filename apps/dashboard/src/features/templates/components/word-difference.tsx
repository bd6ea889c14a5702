import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TextPair } from '../api/templates';
import { slotWords, wordChanges } from '../words';

interface DifferenceProps {
  before: TextPair;
  after: TextPair;
  caption: string;
}

/** Lines that two versions say differently: before struck out, after underlined, so that print without colour says it too. */
export function WordDifference({ before, after, caption }: DifferenceProps) {
  const { t } = useTranslation();
  const changes = wordChanges(before, after);
  if (changes.length === 0) return <Text>{t('templates.noDifference')}</Text>;
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className="answers" layout="fixed" data-testid="word-changes">
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {(['line', 'before', 'after'] as const).map((column) => (
              <Table.Th key={column} scope="col" w={column === 'line' ? 130 : undefined}>
                {t(`templates.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((one) => (
            <Table.Tr key={`${one.language}/${one.slot}`}>
              <Table.Th scope="row" fw={400}>
                {t(`templates.languages.${one.language}`)} · {slotWords(one.slot, t)}
              </Table.Th>
              <Table.Td lang={one.language} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {one.before !== '' && <del>{one.before}</del>}
              </Table.Td>
              <Table.Td lang={one.language} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {one.after !== '' && <ins>{one.after}</ins>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
