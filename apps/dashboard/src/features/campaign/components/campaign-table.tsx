import { Anchor, Badge, Checkbox, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, daysUntil, formatDate, formatDay } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { CampaignLine } from '../api/campaign';

interface TableProps {
  lines: CampaignLine[];
  chosen: ReadonlySet<string>;
  nowMs: number;
  onToggle: (projectId: string) => void;
}

/** Only an open report can be reminded of. */
export function canBeReminded({ state }: Pick<CampaignLine, 'state'>): boolean {
  return state === 'open' || state === 'overdue';
}

function Standing({ line, nowMs }: { line: CampaignLine; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const done = line.acceptedAt ?? line.submittedAt;
  return (
    <Stack gap={2} align="flex-start">
      <Badge variant={line.state === 'overdue' ? 'filled' : 'default'} color="red.9" tt="none" size="lg" fw={500}>
        {t(`campaign.states.${line.state}`)}
      </Badge>
      {line.suspended && <Text size="sm">{t('campaign.suspended')}</Text>}
      {line.state === 'overdue' && line.endsAt !== null && (
        <Text size="sm">{t('campaign.daysLate', { count: Math.abs(daysUntil(line.endsAt, nowMs)) })}</Text>
      )}
      {line.state === 'planned' && <Text size="sm">{t('campaign.opensOn', { day: formatDay(line.opensAt, i18n.language) })}</Text>}
      {line.dueOn !== null && line.state === 'open' && (
        <Text size="sm">{t('campaign.dueOn', { day: formatDate(line.dueOn, i18n.language) })}</Text>
      )}
      {done !== null && <Text size="sm">{formatDay(done, i18n.language)}</Text>}
    </Stack>
  );
}

function Told({ line }: { line: CampaignLine }) {
  const { t, i18n } = useTranslation();
  if (line.mails.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('campaign.nothingTold')}
      </Text>
    );
  return (
    <ul className="plain-list" style={{ gap: 2 }}>
      {line.mails.map((mail) => (
        <li key={`${mail.notification}/${mail.step}`}>
          <Text size="sm">
            {t(`mailKinds.${mail.notification}`)} · {formatDay(mail.at, i18n.language)}
            {!mail.sent && ` · ${t('campaign.notSent')}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** The grid: a row a project, what it has done and what it was told, with a box to choose those that are to be reminded. */
export function CampaignTable({ lines, chosen, nowMs, onToggle }: TableProps) {
  const { t, i18n } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={760} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }} className="campaign">
      <Table stickyHeader verticalSpacing="sm">
        <caption className="visually-hidden">{t('campaign.title')}</caption>
        <Table.Thead>
          <Table.Tr>
            {(['choose', 'project', 'country', 'officer', 'report', 'told'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`campaign.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const name = inLanguage(line.titleZh, line.titleEn, i18n.language) ?? line.reference ?? t('list.untitled');
            return (
              <Table.Tr key={line.projectId}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('campaign.choose', { name })}
                    disabled={!canBeReminded(line)}
                    checked={chosen.has(line.projectId)}
                    onChange={() => onToggle(line.projectId)}
                  />
                </Table.Td>
                <Table.Td maw={280}>
                  <Anchor
                    component={Link}
                    to="/projects/$projectId"
                    params={{ projectId: line.projectId } as never}
                    style={{ overflowWrap: 'anywhere' }}
                  >
                    {name}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {[line.reference, inLanguage(line.leadZh, line.leadEn, i18n.language)].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>{line.country === null ? '–' : countryName(line.country, i18n.language)}</Table.Td>
                <Table.Td>{line.officerName ?? t('list.noOfficer')}</Table.Td>
                <Table.Td>
                  <Standing line={line} nowMs={nowMs} />
                </Table.Td>
                <Table.Td>
                  <Told line={line} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
