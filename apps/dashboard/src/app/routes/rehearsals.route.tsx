import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { rehearsalsQuery } from '../../features/rehearsal/api/rehearsals';
import { OpenRehearsal } from '../../features/rehearsal/components/open-rehearsal';
import { RehearsalList } from '../../features/rehearsal/components/rehearsal-list';

function Rehearsals() {
  const { t } = useTranslation();
  const { source }: { source?: string } = route.useSearch();
  const navigate = route.useNavigate();
  const rooms = useQuery(rehearsalsQuery);
  return (
    <Stack gap="lg">
      <PageTitle title={t('rehearsal.title')} />
      <Text maw={760}>{t('rehearsal.text')}</Text>
      <Read query={rooms}>
        {({ items }) => (
          <Stack gap="lg">
            <OpenRehearsal
              source={source}
              onOpened={({ id }) => void navigate({ to: '/administration/rehearsal/$roomId', params: { roomId: id } as never })}
            />
            <section aria-labelledby="rehearsals-kept">
              <Title order={2} id="rehearsals-kept" size="h3" mb="xs">
                {t('rehearsal.kept')}
              </Title>
              <RehearsalList rooms={items} />
            </section>
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** Rehearsals that are kept, and opening one. */
export const route = createLazyRoute('/signed-in/administration/rehearsal')({ component: Rehearsals });
