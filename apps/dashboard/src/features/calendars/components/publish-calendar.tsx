import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SecondPerson, type PublishingAct } from '../../../components/second-person';
import { actOnCalendar, calendarsQuery, type CalendarDraft } from '../api/calendars';

interface PublishProps {
  draft: CalendarDraft;
  onDone: (act: PublishingAct) => void;
}

/** The way of a draft to its publication, and what it would touch. */
export function PublishCalendar({ draft, onDone }: PublishProps) {
  const { t } = useTranslation();
  const { proposal, touched } = draft;
  if (draft.state === 'published')
    return <Text role="status">{proposal?.moved == null ? t('calendars.running') : t('calendars.moved', { count: proposal.moved })}</Text>;
  return (
    <section aria-labelledby="publish-title">
      <Title order={2} id="publish-title" mb="xs">
        {t('calendars.publishTitle')}
      </Title>
      <Text mb="xs" maw={760}>
        {t('calendars.publishText')}
      </Text>
      <Text mb="sm" fw={600} data-testid="touched">
        {touched.deadlines === 0 ? t('calendars.touchedNone') : t('calendars.touched', { count: touched.deadlines })}
      </Text>
      <SecondPerson
        waiting={
          draft.proposed && proposal !== null
            ? { ...proposal, openedAt: draft.updatedAt, whyNotConfirm: proposal.mayConfirm ? undefined : t('calendars.notYours') }
            : undefined
        }
        mayEdit={draft.mayEdit}
        whyNotPropose={draft.mayPropose ? undefined : t('calendars.whyNot')}
        act={(act, how) => actOnCalendar(draft, act, how)}
        reads={calendarsQuery.queryKey}
        onDone={onDone}
      />
    </section>
  );
}
