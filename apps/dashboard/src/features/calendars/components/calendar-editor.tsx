import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { forget, keep, keptUnder } from '../../../lib/kept';
import { problemIn } from '../../../lib/problem';
import { calendarDraftQuery, calendarsQuery, saveCalendarDraft, type CalendarDraft, type ListedDay } from '../api/calendars';
import { inOrder } from '../days';
import { DayTable } from './day-table';
import { ImportPanel } from './import-panel';
import { YearView } from './year-view';

interface Typed {
  days: ListedDay[];
  source: string;
}

function keptTyped(name: string): Typed | undefined {
  const kept = keptUnder(name) as Partial<Typed> | null | undefined;
  return Array.isArray(kept?.days) && typeof kept.source === 'string' ? { days: kept.days, source: kept.source } : undefined;
}

/** What is wrong at which line: as the server said when it refused, else with what is saved. */
function errorsOf(error: unknown, faults: CalendarDraft['faults']): Map<number, string> {
  const said = problemIn(error)?.document.errors?.flatMap(({ path, detail }): [number, string][] => {
    const index = /^days\.(\d+)/.exec(path)?.[1];
    return index === undefined ? [] : [[Number(index), detail]];
  });
  return new Map(said ?? faults.map(({ index, says, todo }) => [index, `${says} ${todo}`]));
}

/** The days of a draft: the year at a glance, the list to type in, a file to import. What was typed stays until it is saved. */
export function CalendarEditor({ draft }: { draft: CalendarDraft }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const name = `calendar/${draft.id}`;
  const [typed, setTyped] = useState(() => keptTyped(name));
  const { days, source } = typed ?? draft;
  const change = (next: Typed | undefined): void => {
    setTyped(next);
    if (next === undefined) forget(name);
    else keep(name, next);
  };
  const saving = useMutation({
    mutationFn: (content: Typed) => saveCalendarDraft(draft.id, content, draft.rev),
    onSuccess: (saved) => {
      change(undefined);
      queryClient.setQueryData(calendarDraftQuery(draft.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: calendarsQuery.queryKey, exact: true });
    },
    // The draft is read anew with what somebody else saved; what was typed here stays.
    onError: (error) =>
      problemIn(error)?.code === 'STALE_REVISION'
        ? queryClient.invalidateQueries({ queryKey: calendarDraftQuery(draft.id).queryKey })
        : undefined,
  });
  const errors = errorsOf(saving.error, typed === undefined ? draft.faults : []);
  return (
    <Stack gap="lg">
      {saving.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={saving.error} />
          <ul>
            {[...errors].map(([index, says]) => (
              <li key={index}>{t('calendars.fault', { date: days[index]?.date ?? '', says })}</li>
            ))}
          </ul>
        </div>
      )}
      <section aria-labelledby="year-title">
        <Title order={2} id="year-title" mb="xs">
          {t('calendars.yearTitle')}
        </Title>
        <YearView year={draft.year} days={days} />
      </section>
      <ImportPanel onTake={(taken) => change({ days: inOrder(taken), source })} />
      <section aria-labelledby="days-title">
        <Title order={2} id="days-title" mb="xs">
          {t('calendars.daysTitle')}
        </Title>
        <TextInput
          label={t('calendars.source')}
          maw={560}
          mb="sm"
          maxLength={400}
          value={source}
          onChange={(event) => change({ days, source: event.currentTarget.value })}
        />
        <DayTable days={days} errors={errors} onChange={(next) => change({ days: next, source })} />
        <Button
          mt="xs"
          variant="default"
          onClick={() => change({ days: [...days, { date: `${draft.year}-`, kind: 'off', name: '', status: 'provisional' }], source })}
        >
          {t('calendars.addDay')}
        </Button>
      </section>
      {typed !== undefined && (
        <Paper className="selection-bar" withBorder shadow="sm" p="sm" role="region" aria-label={t('calendars.unsavedLabel')}>
          <Group justify="space-between">
            <Text fw={600}>{t('calendars.unsaved')}</Text>
            <Group gap="xs">
              <Button loading={saving.isPending} onClick={() => saving.mutate(typed)}>
                {t('calendars.save')}
              </Button>
              <Button variant="default" disabled={saving.isPending} onClick={() => change(undefined)}>
                {t('calendars.drop')}
              </Button>
            </Group>
          </Group>
        </Paper>
      )}
    </Stack>
  );
}
