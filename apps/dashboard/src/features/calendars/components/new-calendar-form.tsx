import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import { beginCalendarDraft, calendarsQuery, type CalendarCountry } from '../api/calendars';

interface NewCalendarProps {
  onBegun: (id: string) => void;
}

/** Begins a draft of a country's year. */
export function NewCalendarForm({ onBegun }: NewCalendarProps) {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const [country, setCountry] = useState<CalendarCountry>('CN');
  const [year, setYear] = useState(String(new Date().getFullYear() + 1));
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const fits = /^20\d\d$/.test(year);
  const beginning = useMutation({
    mutationFn: () => beginCalendarDraft({ country, year: Number(year) }, key),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: calendarsQuery.queryKey });
      onBegun(id);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fits && !beginning.isPending) beginning.mutate();
      }}
    >
      <Stack gap="sm" maw={560}>
        {beginning.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={beginning.error} />
          </div>
        )}
        <Group align="flex-start">
          <NativeSelect
            label={t('calendars.country')}
            data={countries.map((code) => ({ value: code, label: countryName(code, i18n.language) }))}
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value as CalendarCountry)}
          />
          <TextInput
            label={t('calendars.year')}
            inputMode="numeric"
            w={140}
            value={year}
            error={tried && !fits ? t('calendars.yearWrong') : undefined}
            onChange={(event) => setYear(event.currentTarget.value.trim())}
          />
        </Group>
        <Text size="sm">{t('calendars.beginHelp')}</Text>
        <Group>
          <Button type="submit" loading={beginning.isPending}>
            {t('calendars.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
