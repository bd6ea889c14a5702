import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconEye, IconGitMerge, IconPencil, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { daysUntil, formatDate, formatDay } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { CampaignLine } from '../api/campaign';

const icons: Record<CampaignLine['state'], Icon> = {
  planned: IconClock,
  open: IconPencil,
  overdue: IconAlertTriangle,
  submitted: IconEye,
  accepted: IconCheck,
  merged: IconGitMerge,
  waived: IconBan,
};

/** Only an open report can be reminded of. */
export function canBeReminded({ state }: Pick<CampaignLine, 'state'>): boolean {
  return state === 'open' || state === 'overdue';
}

/** What a project is called in the grid. */
export function useLineName(): (line: CampaignLine) => string {
  const { t, i18n } = useTranslation();
  return ({ titleZh, titleEn, reference }) => inLanguage(titleZh, titleEn, i18n.language) ?? reference ?? t('list.untitled');
}

/** Which project: its name leads to it, with reference and lead institution. */
export function ReportProject({ line }: { line: CampaignLine }) {
  const { i18n } = useTranslation();
  const name = useLineName();
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.projectId } as never} fw={600}>
        {name(line)}
      </Anchor>
      <Text size="sm" c="dimmed">
        {[line.reference, inLanguage(line.leadZh, line.leadEn, i18n.language)].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

/** When what happened or must happen, by the state of the report. */
function StandingDate({ line, nowMs }: { line: CampaignLine; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const done = line.acceptedAt ?? line.submittedAt;
  if (done !== null) return <Text size="sm">{formatDay(done, i18n.language)}</Text>;
  if (line.state === 'planned') return <Text size="sm">{t('campaign.opensOn', { day: formatDay(line.opensAt, i18n.language) })}</Text>;
  if (line.dueOn === null) return null;
  return (
    <Text size="sm">
      {line.state === 'overdue' && line.endsAt !== null
        ? t('campaign.daysLate', { count: Math.max(1, Math.abs(daysUntil(line.endsAt, nowMs))) })
        : t('campaign.dueOn', { day: formatDate(line.dueOn, i18n.language) })}
    </Text>
  );
}

/** Where a report stands: a word with a sign, a date, and whether the project is suspended. */
export function ReportStanding({ line, nowMs }: { line: CampaignLine; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const Sign = icons[line.state];
  return (
    <Stack gap={2} align="flex-start">
      <Badge
        variant={line.state === 'overdue' ? 'filled' : 'default'}
        color="red.9"
        tt="none"
        size="lg"
        fw={500}
        leftSection={<Sign size={14} aria-hidden />}
        miw="max-content"
      >
        {t(`campaign.states.${line.state}`)}
      </Badge>
      <StandingDate line={line} nowMs={nowMs} />
      {line.shortForm && <Text size="sm">{t('campaign.shortForm')}</Text>}
      {line.warnedAt !== null && canBeReminded(line) && (
        <Text size="sm">{t('campaign.warnedOn', { day: formatDay(line.warnedAt, i18n.language) })}</Text>
      )}
      {line.suspended && (
        <Text size="sm" fw={600}>
          {t('campaign.suspended')}
        </Text>
      )}
    </Stack>
  );
}
