import { Anchor, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { components } from '../../../generated/openapi-types';
import { inLanguage } from '../../../lib/stages';

/** Published calls, the newest first. */
export function PublicCallList({ calls }: { calls: components['schemas']['PublicCallLine'][] }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  if (calls.length === 0) return <Text>{t('public.noCalls')}</Text>;
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {calls.map((call) => (
        <Paper key={call.code} withBorder p="md" component="li">
          <Group justify="space-between" align="flex-start">
            <Anchor
              component={Link}
              to="/public/calls/$code"
              params={{ code: call.code } as never}
              search={{ lang: language } as never}
              fw={600}
              maw={560}
            >
              {call.code} {inLanguage(call.title.zh, call.title.en, language) ?? ''}
            </Anchor>
            <Badge variant="default" size="lg" tt="none" fw={500}>
              {t(`public.states.${call.state}`)}
            </Badge>
          </Group>
          <Text size="sm">
            {t('public.opens')}: <TwoZones at={call.opensAt} />
          </Text>
          <Text size="sm">
            {t('public.closes')}: <TwoZones at={call.closesAt} />
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
