import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../api/project';
import { checkItems } from '../commands/choices';

/** Every item of the formal check with its verdict, reason and note; items nobody has decided yet say so. */
export function Checklist({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { items, acceptedAt, deemed } = project.check;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="checklist">
      <Title order={3} id="checklist" mb="xs">
        {t('progress.check')}
      </Title>
      {deemed === true && acceptedAt !== undefined && <Text size="sm">{t('projectPage.review.deemed')}</Text>}
      <Table className="answers" verticalSpacing="xs">
        <caption className="visually-hidden">{t('progress.check')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('projectPage.review.item')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.review.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checkItems.map((code) => {
            const item = items[code];
            const note = item?.note === undefined ? undefined : project.texts[item.note.textId];
            return (
              <Table.Tr key={code}>
                <Table.Th scope="row" fw={400}>
                  {t(`checkItems.${code}`)}
                </Table.Th>
                <Table.Td>
                  <Text size="sm" fw={item?.verdict === 'fail' ? 700 : 400} {...(item === undefined ? { c: 'dimmed' } : {})}>
                    {item === undefined ? t('projectPage.review.undecided') : t(`verdicts.${item.verdict}`)}
                    {item?.reasonCode !== undefined && t('projectPage.situation.colon', { what: t(`defectReasons.${item.reasonCode}`) })}
                  </Text>
                  {note != null && (
                    <Text className="plain-text" size="sm">
                      {note}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
