import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { countryName, formatDate, formatLastDay } from '../../../lib/format';
import type { components } from '../../../generated/openapi-types';
import type { CallDetail } from '../api/call';
import { callOutcomeQuery } from '../api/call-work';
import { NoticeTable } from './notice-table';
import { Part } from './part';
import { ReserveTable } from './reserve-table';

type Outcome = components['schemas']['CallOutcome'];

/** 24:00 of a day reads as the day after; its last minute does not. */
function lastMinute(end: string): string {
  return new Date(Date.parse(end) - 60_000).toISOString();
}

function PublicNotice({ call, notice }: { call: CallDetail; notice: Outcome['notice'] }) {
  const { t, i18n } = useTranslation();
  const { noticeStartedOn, noticeEndsAt } = call;
  if (noticeStartedOn === undefined || noticeEndsAt === undefined) return <Text>{t('callWork.outcome.noNotice')}</Text>;
  const days = { start: formatDate(noticeStartedOn, i18n.language), end: formatLastDay(noticeEndsAt, i18n.language) };
  return (
    <Stack gap="sm">
      <Text>{t(call.noticeEnded === true ? 'callWork.outcome.noticeEnded' : 'callWork.outcome.noticeRuns', days)}</Text>
      <TwoZones at={lastMinute(noticeEndsAt)} />
      {call.subState === 'public-notice' && (
        <Anchor component={Link} to="/public/calls/$code" params={{ code: call.code } as never} w="fit-content">
          {t('callWork.outcome.asPublished')}
        </Anchor>
      )}
      {notice.length > 0 && <NoticeTable lines={notice} />}
      <Text size="sm" c="dimmed">
        {t('callWork.outcome.objections')}
      </Text>
    </Stack>
  );
}

function Announced({ call, announced, waiting }: { call: CallDetail } & Pick<Outcome, 'announced' | 'waiting'>) {
  const { t, i18n } = useTranslation();
  if (call.announcedOn === undefined) return <Text>{t('callWork.outcome.notAnnounced')}</Text>;
  return (
    <Stack gap="sm">
      <Text>{t('callWork.outcome.announced', { day: formatDate(call.announcedOn, i18n.language), count: announced.length })}</Text>
      <div className="table-room" tabIndex={0} role="group" aria-labelledby="announcement">
        <Table aria-labelledby="announcement">
          <Table.Tbody>
            {announced.map((one) => (
              <Table.Tr key={one.projectId}>
                <Table.Th scope="row" fw={400}>
                  <Anchor component={Link} to="/projects/$projectId" params={{ projectId: one.projectId } as never} className="unbroken">
                    {one.projectRef}
                  </Anchor>
                </Table.Th>
                <Table.Td>{countryName(one.hostCountry, i18n.language)}</Table.Td>
                <Table.Td>{one.asCentre ? t('callWork.ranking.asCentre') : ''}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {waiting.map((one) => (
        <Text key={one.projectId} size="sm">
          {t('callWork.outcome.waits', { reference: one.reference })}
        </Text>
      ))}
    </Stack>
  );
}

/** What becomes public: the notice, the announcement with reference numbers, and the reserve in its order. */
export function CallOutcome({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const reading = useQuery(callOutcomeQuery(call.id));
  return (
    <Part id="outcome" title={t('callWork.outcome.title')} reading={reading}>
      {({ notice, announced, waiting, reserve, freePlaces }) => (
        <Stack gap="xl">
          <PublicNotice call={call} notice={notice} />
          <div>
            <Title order={3} size="h4" mb="xs" id="announcement">
              {t('callWork.outcome.announcement')}
            </Title>
            <Announced call={call} announced={announced} waiting={waiting} />
          </div>
          <ReserveTable reserve={reserve} freePlaces={freePlaces} />
        </Stack>
      )}
    </Part>
  );
}
