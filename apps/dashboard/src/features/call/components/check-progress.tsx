import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callCheckQuery } from '../api/call-work';
import { Part } from './part';

const columns = ['waiting', 'late', 'returned', 'done'] as const;

/** How far the formal check is, per officer; a number leads to the files behind it. */
export function CheckProgress({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const reading = useQuery(callCheckQuery(callId));
  const searches: Record<string, object> = {
    waiting: { subState: 'checking,resubmitted' },
    late: { subState: 'checking,resubmitted', overdue: 'true' },
    returned: { subState: 'returned' },
  };
  return (
    <Part id="check" title={t('callWork.check.title')} text={t('callWork.check.text')} reading={reading}>
      {({ officers }) => {
        const sum = (column: (typeof columns)[number]): number => officers.reduce((total, one) => total + one[column], 0);
        if (officers.length === 0) return <Text>{t('callWork.check.none')}</Text>;
        return (
          <div className="table-room" tabIndex={0} role="group" aria-labelledby="check">
            <Table miw={420} aria-labelledby="check">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('callWork.check.officer')}</Table.Th>
                  {columns.map((column) => (
                    <Table.Th key={column} scope="col" ta="right">
                      {t(`callWork.check.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {officers.map((one) => (
                  <Table.Tr key={one.officerId ?? '-'}>
                    <Table.Th scope="row" fw={400}>
                      {one.officerName ?? t('list.noOfficer')}
                    </Table.Th>
                    {columns.map((column) => (
                      <Table.Td key={column} ta="right">
                        {searches[column] === undefined || one.officerId === null || one[column] === 0 ? (
                          one[column]
                        ) : (
                          <Anchor
                            component={Link}
                            to="/projects"
                            search={{ call: callId, officer: one.officerId, stage: 'review', ...searches[column] } as never}
                            aria-label={`${one.officerName ?? ''}, ${t(`callWork.check.${column}`)}: ${one[column]}`}
                          >
                            {one[column]}
                          </Anchor>
                        )}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
                <Table.Tr fw={600}>
                  <Table.Th scope="row">{t('callWork.all')}</Table.Th>
                  {columns.map((column) => (
                    <Table.Td key={column} ta="right">
                      {sum(column)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              </Table.Tbody>
            </Table>
          </div>
        );
      }}
    </Part>
  );
}
