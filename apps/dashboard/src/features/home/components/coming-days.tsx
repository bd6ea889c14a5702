import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNearDate } from '../../../lib/format';
import type { Overview } from '../api/overview';

/** What the coming two weeks hold, by day, if nobody acts. */
export function ComingDays({ days }: { days: Overview['coming'] }) {
  const { t, i18n } = useTranslation();
  const parts = ({ due, mails, consequences }: Overview['coming'][number]): string[] => [
    ...(due > 0 ? [t('home.due', { count: due })] : []),
    ...(mails > 0 ? [t('home.mails', { count: mails })] : []),
    ...(consequences > 0 ? [t('home.consequences', { count: consequences })] : []),
  ];
  return (
    <section aria-labelledby="home-coming">
      <Title order={2} id="home-coming" mb="xs">
        {t('home.coming')}
      </Title>
      {days.length === 0 && <Text c="dimmed">{t('home.none.coming')}</Text>}
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {days.map((day) => (
          <Group key={day.on} gap="sm" component="li" align="baseline" wrap="nowrap">
            <Text component="time" dateTime={day.on} fw={600} size="sm" style={{ flex: '0 0 7.5em' }}>
              {formatNearDate(day.on, i18n.language)}
            </Text>
            <Text size="sm">{parts(day).join(' · ')}</Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
