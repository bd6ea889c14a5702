import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { gatesQuery, waitingQuery } from '../../features/outbox/api/outbox';
import { ReleaseCheck } from '../../features/outbox/components/release-check';
import { StopForm } from '../../features/outbox/components/stop-form';
import { StoppedList } from '../../features/outbox/components/stopped-list';
import { WaitingTable } from '../../features/outbox/components/waiting-table';
import { gateText } from '../../features/outbox/gates';

function OutboxPage() {
  const { t } = useTranslation();
  const search: { release?: string } = route.useSearch();
  const { release } = search;
  const navigate = route.useNavigate();
  const gates = useQuery(gatesQuery);
  const waiting = useQuery(waitingQuery);
  const [released, setReleased] = useState<number>();
  const back = (): void => void navigate({ search: {} as never });
  const releasing = gates.data?.items.find((one) => gateText(one) === release);
  return (
    <Stack gap="xl">
      <PageTitle title={t('outbox.title')} />
      {releasing !== undefined ? (
        <ReleaseCheck
          key={release}
          gate={releasing}
          onCancel={back}
          onDone={(count) => {
            setReleased(count);
            back();
          }}
        />
      ) : (
        <>
          <Text>{t('outbox.lead')}</Text>
          {released !== undefined && (
            <div className="confirmation" role="status" data-testid="released">
              <Text>{t('outbox.released', { count: released })}</Text>
            </div>
          )}
          {release !== undefined && released === undefined && gates.data !== undefined && <Notice title={t('outbox.notStopped')} />}
          <Read query={gates}>
            {(data) => (
              <Stack gap="xl">
                {data.mayAct ? <StopForm mayStopEverything={data.mayStopEverything} /> : <Text size="sm">{t('outbox.readOnly')}</Text>}
                <StoppedList gates={data} />
              </Stack>
            )}
          </Read>
          <Read query={waiting}>{(data) => <WaitingTable waiting={data} />}</Read>
        </>
      )}
    </Stack>
  );
}

/** What mail is stopped, what waits and why. */
export const route = createLazyRoute('/signed-in/administration/outbox')({ component: OutboxPage });
