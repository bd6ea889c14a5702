import { Anchor, Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName, formatHalfPoints } from '../../../lib/format';
import { callExpertsQuery } from '../api/call-work';
import { Part } from './part';

type Experts = components['schemas']['CallExperts'];

const columns = ['invited', 'accepted', 'declared', 'scored', 'late', 'left'] as const;

function ExpertsTable({ experts }: { experts: Experts['experts'] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="table-room" tabIndex={0} role="group" aria-labelledby="experts">
      <Table miw={560} aria-labelledby="experts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('callWork.experts.expert')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {t(`callWork.experts.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {experts.map((one) => (
            <Table.Tr key={one.expertId}>
              <Table.Th scope="row" fw={400}>
                {one.name ?? t('project.somebody')}
                {one.country !== null && (
                  <Text component="span" size="sm" c="dimmed">
                    {` · ${countryName(one.country, i18n.language)}`}
                  </Text>
                )}
              </Table.Th>
              {columns.map((column) => (
                <Table.Td
                  key={column}
                  ta="right"
                  {...(column === 'late' && one.late > 0 ? { fw: 700, c: 'var(--mantine-color-error)' } : {})}
                >
                  {one[column]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Attention({ files }: { files: Experts['attention'] }) {
  const { t, i18n } = useTranslation();
  if (files.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h4" mb="xs" id="attention">
        {t('callWork.experts.attention')}
      </Title>
      <ul className="plain-list" aria-labelledby="attention">
        {files.map((file) => (
          <li key={file.projectId}>
            <Anchor component={Link} to="/projects/$projectId" params={{ projectId: file.projectId } as never} className="unbroken">
              {file.reference}
            </Anchor>{' '}
            <Text component="span" size="sm">
              {t('callWork.experts.sheets', { sheets: file.sheets, panel: file.panel, invited: file.invited })}
            </Text>{' '}
            {file.divergent && (
              <Badge variant="outline" color="orange.8" tt="none">
                {t('callWork.experts.apart', {
                  lowest: formatHalfPoints(file.lowest ?? 0, i18n.language),
                  highest: formatHalfPoints(file.highest ?? 0, i18n.language),
                })}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How far the experts are, and which files still keep the ranking from being fixed. */
export function ExpertProgress({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const reading = useQuery(callExpertsQuery(callId));
  return (
    <Part id="experts" title={t('callWork.experts.title')} reading={reading}>
      {({ experts, files, attention }) =>
        experts.length === 0 ? (
          <Text>{t('callWork.experts.none')}</Text>
        ) : (
          <Stack gap="lg">
            <Text>{t('callWork.experts.files', { ...files, count: files.total })}</Text>
            <ExpertsTable experts={experts} />
            <Attention files={attention} />
          </Stack>
        )
      }
    </Part>
  );
}
