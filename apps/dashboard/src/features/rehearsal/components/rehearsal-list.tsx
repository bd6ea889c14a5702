import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import type { Rehearsal } from '../api/rehearsals';
import { RehearsalMark, RoomDates } from './room-dates';

/** What a rehearsal copies, and by which policy it is played. */
export function useRoomName(): (room: Rehearsal) => string {
  const { t } = useTranslation();
  return ({ source, sourceReference, policyVersion }) => {
    const what = sourceReference ?? t('list.untitled');
    const copied = source.kind === 'call' ? t('rehearsal.wholeCall', { code: what }) : what;
    return policyVersion === null ? copied : t('rehearsal.underPolicy', { copied, version: policyVersion });
  };
}

/** Rehearsals that are kept, the newest first. */
export function RehearsalList({ rooms }: { rooms: readonly Rehearsal[] }) {
  const { t } = useTranslation();
  const name = useRoomName();
  if (rooms.length === 0) return <EmptyState title={t('rehearsal.none')} />;
  return (
    <Stack gap="sm" component="ul" className="plain-list" aria-label={t('rehearsal.kept')}>
      {rooms.map((room) => (
        <li key={room.id} data-testid="rehearsal-room-line">
          <Group gap="xs">
            <Anchor component={Link} to="/administration/rehearsal/$roomId" params={{ roomId: room.id } as never} fw={600}>
              {name(room)}
            </Anchor>
            <RehearsalMark />
          </Group>
          <Text size="sm">{room.reason}</Text>
          <RoomDates room={room} />
        </li>
      ))}
    </Stack>
  );
}
