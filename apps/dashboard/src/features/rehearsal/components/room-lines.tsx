import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Read } from '../../../components/read';
import { formatTime } from '../../../lib/format';
import { linesQuery, markOf, type Rehearsal, type RehearsalLine } from '../api/rehearsals';

function Line({ line, names }: { line: RehearsalLine; names: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <li data-testid="rehearsal-line">
      <Text size="sm" c="dimmed">
        <time dateTime={line.at}>{formatTime(line.at, i18n.language)}</time>
        {names && line.reference !== null && ` · ${line.reference}`}
        {line.by !== null && ` · ${t('rehearsal.by', { name: line.by })}`}
      </Text>
      {line.events.map((event, place) => (
        <Text key={place}>{event.sentence}</Text>
      ))}
    </li>
  );
}

/** What happened, the last first. */
export function RoomLines({ room }: { room: Rehearsal }) {
  const { t } = useTranslation();
  const [before, setBefore] = useState<number>();
  const lines = useQuery(linesQuery(room.id, markOf(room), before));
  return (
    <Read query={lines}>
      {({ items, next }) => (
        <Stack gap="sm">
          {items.length === 0 ? (
            <Text c="dimmed">{t('rehearsal.noLines')}</Text>
          ) : (
            <Stack gap="xs" component="ol" className="plain-list">
              {items.map((line) => (
                <Line key={line.no} line={line} names={room.copies > 1} />
              ))}
            </Stack>
          )}
          <Group gap="xs">
            {before !== undefined && (
              <Button variant="default" size="compact-sm" onClick={() => setBefore(undefined)}>
                {t('rehearsal.latest')}
              </Button>
            )}
            {next !== null && (
              <Button variant="default" size="compact-sm" onClick={() => setBefore(next)}>
                {t('rehearsal.older')}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Read>
  );
}
