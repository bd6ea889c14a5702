import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLabel, changeValue, type Change, type NameObject } from '../lib/change-words';

const shownAtOnce = 6;

interface ChangesProps {
  changes: readonly Change[];
  /** Names what the changes are about, where the page knows it. */
  nameOf?: NameObject;
}

const nobodyKnows: NameObject = () => undefined;

function Rows({ changes, nameOf = nobodyKnows }: ChangesProps) {
  const { t, i18n } = useTranslation();
  const said = (change: Change, value: string | null) =>
    value === null ? (
      <Text component="span" size="sm" c="dimmed">
        {t('projectPage.history.none')}
      </Text>
    ) : (
      changeValue(change, value, t, i18n.language)
    );
  return (
    <Table className="answers changes" verticalSpacing={4}>
      <caption className="visually-hidden">{t('projectPage.history.changes')}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('projectPage.history.what')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.before')}</Table.Th>
          <Table.Th scope="col">{t('projectPage.history.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={`${change.field}/${change.object ?? ''}/${change.about ?? ''}`}>
            <Table.Th scope="row" fw={400}>
              {changeLabel(change, t, nameOf)}
            </Table.Th>
            <Table.Td>{said(change, change.from)}</Table.Td>
            <Table.Td>{said(change, change.to)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What became of which value: before and after in words; a long list is folded after its first lines. */
export function ChangesTable({ changes, nameOf = nobodyKnows }: ChangesProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const more = changes.length - shownAtOnce;
  return (
    <>
      <Rows changes={changes.slice(0, more > 2 ? shownAtOnce : undefined)} nameOf={nameOf} />
      {more > 2 && (
        <details>
          <summary>{t('projectPage.history.more', { count: more })}</summary>
          <Rows changes={changes.slice(shownAtOnce)} nameOf={nameOf} />
        </details>
      )}
    </>
  );
}
