import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import type { PublishingAct } from '../../components/second-person';
import { TryDraft } from '../../components/try-draft';
import { calendarDraftQuery, type CalendarDraft } from '../../features/calendars/api/calendars';
import { CalendarEditor } from '../../features/calendars/components/calendar-editor';
import { DayTable } from '../../features/calendars/components/day-table';
import { PublishCalendar } from '../../features/calendars/components/publish-calendar';
import { YearView } from '../../features/calendars/components/year-view';
import { countryName } from '../../lib/format';

const lookAgainMs = 1_500;
const nothingWrong = new Map<number, string>();

/** A draft that nobody may write on now: its year and its days. */
function Shown({ draft }: { draft: CalendarDraft }) {
  return (
    <Stack gap="lg">
      <YearView year={draft.year} days={draft.days} />
      <DayTable days={draft.days} errors={nothingWrong} />
    </Stack>
  );
}

function CalendarDraftPage() {
  const { t, i18n } = useTranslation();
  const { me } = route.useRouteContext();
  const params: { draftId?: string } = route.useParams();
  const navigate = route.useNavigate();
  const id = params.draftId ?? '';
  const draft = useQuery({
    ...calendarDraftQuery(id),
    // Published, the dates are computed by the worker; how many moved stands there when it is done.
    refetchInterval: ({ state }) => (state.data?.proposal?.state === 'running' ? lookAgainMs : false),
  });
  const [done, setDone] = useState<PublishingAct>();
  const finish = (act: PublishingAct): void => {
    if (act === 'discard') void navigate({ to: '/administration/calendars' });
    else setDone(act);
  };
  const { data } = draft;
  const title =
    data === undefined
      ? t('calendars.title')
      : t(data.state === 'draft' ? 'calendars.draftOf' : 'calendars.tableOf', {
          country: countryName(data.country, i18n.language),
          year: data.year,
        });
  return (
    <Stack gap="lg">
      <PageTitle title={title} />
      <Anchor component={Link} to={'/administration/calendars'}>
        {t('calendars.back')}
      </Anchor>
      <Read query={draft}>
        {(shown) => (
          <Stack gap="xl">
            {done !== undefined && shown.state === 'draft' && (
              <div className="confirmation" role="status">
                <Text>{t(`calendars.done.${done}`)}</Text>
              </div>
            )}
            {shown.state === 'draft' && <TryDraft draft={{ calendarDraft: shown.id }} roles={me.roles} />}
            <PublishCalendar draft={shown} onDone={finish} />
            {shown.mayEdit ? <CalendarEditor key={shown.id} draft={shown} /> : <Shown draft={shown} />}
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** A draft of a country's year. */
export const route = createLazyRoute('/signed-in/administration/calendars/drafts/$draftId')({ component: CalendarDraftPage });
