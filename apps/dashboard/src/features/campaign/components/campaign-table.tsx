import { Card, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { CampaignLine } from '../api/campaign';
import { ReportMails } from './report-mails';
import { canBeReminded, ReportProject, ReportStanding, useLineName } from './report-standing';

interface LinesProps {
  lines: CampaignLine[];
  chosen: ReadonlySet<string>;
  nowMs: number;
  /** Left out for who may not remind: there is nothing to choose then. */
  onToggle?: Toggle;
}

type Toggle = (lines: CampaignLine[], on: boolean) => void;

function Choice({ line, chosen, onToggle }: { line: CampaignLine; onToggle: Toggle } & Pick<LinesProps, 'chosen'>) {
  const { t } = useTranslation();
  const name = useLineName();
  return (
    <Checkbox
      aria-label={t('campaign.choose', { name: name(line) })}
      disabled={!canBeReminded(line)}
      checked={chosen.has(line.projectId)}
      onChange={(event) => onToggle([line], event.currentTarget.checked)}
    />
  );
}

function ChooseAll({ lines, chosen, onToggle }: { onToggle: Toggle } & Pick<LinesProps, 'lines' | 'chosen'>) {
  const { t } = useTranslation();
  const open = lines.filter(canBeReminded);
  const count = open.filter((line) => chosen.has(line.projectId)).length;
  return (
    <Checkbox
      aria-label={t('campaign.choosePage', { count: open.length })}
      disabled={open.length === 0}
      checked={count > 0 && count === open.length}
      indeterminate={count > 0 && count < open.length}
      onChange={(event) => onToggle(open, event.currentTarget.checked)}
    />
  );
}

/** The grid: a row a project, what it has done and what it was told, with a box to choose those that are to be reminded. */
export function CampaignTable({ lines, chosen, nowMs, onToggle }: LinesProps) {
  const { t, i18n } = useTranslation();
  return (
    <Table stickyHeader stickyHeaderOffset={56} verticalSpacing="sm" className="campaign">
      <caption className="visually-hidden">{t('campaign.title')}</caption>
      <Table.Thead>
        <Table.Tr>
          {onToggle !== undefined && (
            <Table.Th scope="col" w={40}>
              <ChooseAll lines={lines} chosen={chosen} onToggle={onToggle} />
            </Table.Th>
          )}
          {(['project', 'country', 'officer', 'report', 'told'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`campaign.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.projectId} data-row={line.projectId} data-selected={chosen.has(line.projectId) || undefined}>
            {onToggle !== undefined && (
              <Table.Td>
                <Choice line={line} chosen={chosen} onToggle={onToggle} />
              </Table.Td>
            )}
            <Table.Td maw={320}>
              <ReportProject line={line} />
            </Table.Td>
            <Table.Td>{line.country === null ? '–' : countryName(line.country, i18n.language)}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{line.officerName ?? t('list.noOfficer')}</Table.Td>
            <Table.Td>
              <ReportStanding line={line} nowMs={nowMs} />
            </Table.Td>
            <Table.Td>
              <ReportMails line={line} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The grid as cards, where a table has no room. */
export function CampaignCards({ lines, chosen, nowMs, onToggle }: LinesProps) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="plain-list" aria-label={t('campaign.title')}>
      {lines.map((line) => (
        <Card key={line.projectId} withBorder component="li" padding="md" data-row={line.projectId}>
          <Group align="flex-start" gap="sm" wrap="nowrap">
            {onToggle !== undefined && <Choice line={line} chosen={chosen} onToggle={onToggle} />}
            <Stack gap="xs" style={{ minWidth: 0 }}>
              <ReportProject line={line} />
              <Text size="sm">
                {[line.country === null ? undefined : countryName(line.country, i18n.language), line.officerName ?? t('list.noOfficer')]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <ReportStanding line={line} nowMs={nowMs} />
              <ReportMails line={line} />
            </Stack>
          </Group>
        </Card>
      ))}
    </ul>
  );
}
