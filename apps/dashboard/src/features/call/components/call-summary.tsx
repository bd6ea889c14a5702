import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDay, formatLastDay } from '../../../lib/format';
import { Notice } from '../../../components/notice';
import type { CallDetail } from '../api/call';
import { CallWindow } from './call-window';

/** What the two languages of the notice state differently, for those who can correct it. */
function NoticeFindings({ findings }: { findings: NonNullable<CallDetail['noticeFindings']> }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <Notice title={t('calls.noticeDiffers')}>
      <ul>
        {findings.map(({ kind, onlyIn, value }) => (
          <li key={`${kind}/${onlyIn}/${value}`}>{t(`calls.onlyIn.${onlyIn}`, { kind: t(`calls.factKinds.${kind}`), value })}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where a call stands: its window in Beijing time, its state, notice and announcement. */
export function CallSummary({ call }: { call: CallDetail }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const zh = language.startsWith('zh');
  const notice = call.notices.find((one) => one.language.startsWith('zh') === zh);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Badge variant="default" size="lg" tt="none" fw={500}>
          {t(`subStates.${call.subState}`)}
        </Badge>
        <Text size="sm">{t('project.since', { day: formatDay(call.since, language) })}</Text>
      </Group>
      <CallWindow opensAt={call.opensAt} closesAt={call.closesAt} nowMs={Date.parse(call.now)} />
      <Text>{t('calls.applications', { count: call.applicationCount })}</Text>
      {call.noticeEndsAt !== undefined && call.noticeEnded !== true && (
        <Text>{t('calls.noticeEnds', { day: formatLastDay(call.noticeEndsAt, language) })}</Text>
      )}
      {call.announcedOn !== undefined && <Text>{t('calls.announcedOn', { day: formatDate(call.announcedOn, language) })}</Text>}
      <NoticeFindings findings={call.noticeFindings ?? []} />
      {notice !== undefined && (
        <details>
          <summary>{notice.content.title}</summary>
          {notice.content.paragraphs.map((paragraph, index) => (
            <Text key={index} mt="xs" style={{ overflowWrap: 'anywhere' }}>
              {paragraph}
            </Text>
          ))}
        </details>
      )}
    </Stack>
  );
}
