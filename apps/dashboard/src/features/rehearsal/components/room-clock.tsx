import { Button, Group, Paper, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPlayerSkipForward, IconPlayerTrackNext, IconSunrise } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { formatDay } from '../../../lib/format';
import type { Rehearsal } from '../api/rehearsals';
import { useMove } from './use-move';

/** How far a move is, in percent of its time; nothing for a move that has no end in time. */
function shareOf({ now, last }: Rehearsal): number | undefined {
  if (last === null || last.until === null) return undefined;
  const [from, to, at] = [last.from, last.until, now].map((one) => Date.parse(one)) as [number, number, number];
  return to <= from ? undefined : Math.round(((at - from) * 100) / (to - from));
}

function Moving({ room }: { room: Rehearsal }) {
  const { t, i18n } = useTranslation();
  const share = shareOf(room);
  return (
    <Stack gap={4}>
      <Text role="status">{t('rehearsal.moving', { day: formatDay(room.now, i18n.language), count: room.last?.steps ?? 0 })}</Text>
      <Progress value={share ?? 100} animated={share === undefined} aria-label={t('rehearsal.progress')} />
    </Stack>
  );
}

/** What the last move came to, where there is something to say. */
function Ended({ room: { last } }: { room: Rehearsal }) {
  const { t } = useTranslation();
  if (last === null || last.sentence === null) return null;
  return (
    <div className={last.state === 'refused' ? 'error-summary' : 'notice'} role={last.state === 'refused' ? 'alert' : 'status'}>
      <Text>{last.state === 'refused' ? t('rehearsal.refused', { sentence: last.sentence }) : last.sentence}</Text>
    </div>
  );
}

/** The room's own time and what moves it on: the next event, a day, a year, until a day, and back to the start. */
export function RoomClock({ room }: { room: Rehearsal }) {
  const { t, i18n } = useTranslation();
  const [until, setUntil] = useState('');
  const move = useMove(room);
  const isMoving = room.last?.state === 'running';
  const isBusy = isMoving || move.isPending;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('rehearsal.clock')}>
      <Stack gap="sm">
        <div>
          <Text size="sm" c="dimmed">
            {t('rehearsal.itIs')}
          </Text>
          <Text fz={28} fw={700} lh={1.2} data-testid="rehearsal-now">
            {formatDay(room.now, i18n.language)}
          </Text>
          <TwoZones at={room.now} />
        </div>
        {isMoving && <Moving room={room} />}
        <Group gap="xs">
          <Button
            disabled={isBusy}
            leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
            onClick={() => move.mutate({ kind: 'next-event' })}
          >
            {t('rehearsal.nextEvent')}
          </Button>
          <Button
            disabled={isBusy}
            variant="default"
            leftSection={<IconSunrise size={16} aria-hidden />}
            onClick={() => move.mutate({ kind: 'next-day' })}
          >
            {t('rehearsal.nextDay')}
          </Button>
          <Button
            disabled={isBusy}
            variant="default"
            leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
            onClick={() => move.mutate({ kind: 'year' })}
          >
            {t('rehearsal.year')}
          </Button>
        </Group>
        <Group gap="xs" align="flex-end">
          <TextInput type="date" label={t('rehearsal.until')} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
          <Button disabled={isBusy || until === ''} variant="default" onClick={() => move.mutate({ kind: 'until', until })}>
            {t('rehearsal.play')}
          </Button>
          <Button
            disabled={isBusy || room.now === room.startsAt}
            variant="subtle"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => move.mutate({ kind: 'restart' })}
          >
            {t('rehearsal.restart')}
          </Button>
        </Group>
        {move.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={move.error} />
          </div>
        )}
        {!isMoving && <Ended room={room} />}
      </Stack>
    </Paper>
  );
}
