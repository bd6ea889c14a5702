import { Anchor, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { formatDay } from '../../../lib/format';

type Year = components['schemas']['CampaignYears']['items'][number];

/** How far the year is, in words: only what there is. */
function YearWords({ one }: { one: Year }) {
  const { t, i18n } = useTranslation();
  if (one.planned === one.projects) return <Text size="sm">{t('campaign.opensOn', { day: formatDay(one.opensAt, i18n.language) })}</Text>;
  const parts = (['accepted', 'submitted', 'open', 'overdue', 'planned', 'merged', 'waived'] as const).filter((part) => one[part] > 0);
  return <Text size="sm">{parts.map((part) => t(`campaign.yearParts.${part}`, { count: one[part] })).join(' · ')}</Text>;
}

/** The years with annual reports, the newest first, each with how far it is. */
export function CampaignYears({ years }: { years: Year[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {years.map((one) => {
        const done = one.submitted + one.accepted;
        const owed = done + one.open;
        return (
          <Card key={one.year} withBorder component="li" padding="md">
            <Stack gap="xs">
              <Group justify="space-between" gap="xs">
                <Anchor component={Link} to="/campaigns/$year" params={{ year: String(one.year) } as never} fw={600}>
                  {t('campaign.of', { year: one.year })}
                </Anchor>
                <Text size="sm">{t('campaign.projects', { count: one.projects })}</Text>
              </Group>
              {owed > 0 && <Progress value={(done * 100) / owed} aria-label={t('campaign.handedIn', { done, owed })} />}
              <YearWords one={one} />
            </Stack>
          </Card>
        );
      })}
    </ul>
  );
}
