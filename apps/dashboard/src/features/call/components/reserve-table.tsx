import { Anchor, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName, formatDate } from '../../../lib/format';

interface ReserveTableProps {
  reserve: components['schemas']['CallOutcome']['reserve'];
  freePlaces: number;
}

/** The reserve in its order, each with where it stands and until when it is valid. */
export function ReserveTable({ reserve, freePlaces }: ReserveTableProps) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="reserve">
        {t('callWork.reserve.title')}
      </Title>
      {reserve.length === 0 && <Text>{t('callWork.reserve.none')}</Text>}
      {freePlaces > 0 && <Text>{t('callWork.reserve.free', { count: freePlaces })}</Text>}
      {reserve.length > 0 && (
        <div className="table-room" tabIndex={0} role="group" aria-labelledby="reserve">
          <Table miw={480} aria-labelledby="reserve">
            <Table.Thead>
              <Table.Tr>
                {(['order', 'reference', 'country', 'state', 'validUntil'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`callWork.columns.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {reserve.map((one) => (
                <Table.Tr key={one.projectId}>
                  <Table.Td>{one.order}</Table.Td>
                  <Table.Th scope="row" fw={400}>
                    <Anchor component={Link} to="/projects/$projectId" params={{ projectId: one.projectId } as never} className="unbroken">
                      {one.reference}
                    </Anchor>
                  </Table.Th>
                  <Table.Td>{one.hostCountry === null ? '–' : countryName(one.hostCountry, i18n.language)}</Table.Td>
                  <Table.Td>{one.outcome === null ? t(`subStates.${one.subState}`) : t(`outcomes.${one.outcome}`)}</Table.Td>
                  <Table.Td>{one.validUntil === null ? '–' : formatDate(one.validUntil, i18n.language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}
