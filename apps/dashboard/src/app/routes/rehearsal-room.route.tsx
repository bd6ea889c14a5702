import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { ProblemText } from '../../components/problem-panel';
import { Read } from '../../components/read';
import { discardRehearsal, rehearsalQuery, rehearsalsQuery, type Rehearsal } from '../../features/rehearsal/api/rehearsals';
import { useRoomName } from '../../features/rehearsal/components/rehearsal-list';
import { RoomClock } from '../../features/rehearsal/components/room-clock';
import { RehearsalMark, RoomDates } from '../../features/rehearsal/components/room-dates';
import { RoomCopies } from '../../features/rehearsal/components/room-copies';
import { RoomLines } from '../../features/rehearsal/components/room-lines';
import { RoomMails } from '../../features/rehearsal/components/room-mails';
import { ActPanel } from '../rehearsal-act';

const lookAgainMs = 500;

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} size="h3" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Discard({ room }: { room: Rehearsal }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = route.useNavigate();
  const discard = useMutation({
    mutationFn: () => discardRehearsal(room.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rehearsalsQuery.queryKey });
      await navigate({ to: '/administration/rehearsal' });
    },
  });
  return (
    <Stack gap="xs" align="flex-start">
      {discard.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={discard.error} />
        </div>
      )}
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={discard.isPending}
        onClick={() => discard.mutate()}
      >
        {t('rehearsal.discard')}
      </Button>
    </Stack>
  );
}

function Room({ room }: { room: Rehearsal }) {
  const { t } = useTranslation();
  const [acting, setActing] = useState<string>();
  const name = useRoomName();
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <PageTitle title={name(room)} />
          <RehearsalMark size="lg" />
        </Group>
        <Text>{room.reason}</Text>
        <RoomDates room={room} />
      </div>
      <RoomClock room={room} />
      <Part id="room-copies" title={t('rehearsal.copies')}>
        <RoomCopies room={room} onAct={setActing} />
      </Part>
      {acting !== undefined && <ActPanel room={room} projectId={acting} close={() => setActing(undefined)} />}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Part id="room-lines" title={t('rehearsal.happened')}>
          <RoomLines key={room.rev} room={room} />
        </Part>
        <Part id="room-mails" title={t('rehearsal.mails')}>
          <RoomMails room={room} />
        </Part>
      </SimpleGrid>
      <Discard room={room} />
    </Stack>
  );
}

function RehearsalRoom() {
  const { t } = useTranslation();
  const { roomId } = route.useParams();
  const room = useQuery({
    ...rehearsalQuery(roomId),
    refetchInterval: ({ state }) => (state.data?.last?.state === 'running' ? lookAgainMs : false),
  });
  return (
    <Stack gap="md">
      <Anchor component={Link} to="/administration/rehearsal">
        <Group gap={4} wrap="nowrap">
          <IconArrowLeft size={16} aria-hidden />
          {t('rehearsal.all')}
        </Group>
      </Anchor>
      <Read query={room}>{(read) => <Room room={read} />}</Read>
    </Stack>
  );
}

/** One rehearsal: its time, what moves it on, what happened and which mails would have gone. */
export const route = createLazyRoute('/signed-in/administration/rehearsal/$roomId')({ component: RehearsalRoom });
