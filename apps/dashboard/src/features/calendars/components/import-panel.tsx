import { Button, FileInput, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { readCalendarFile, type CalendarImport, type ListedDay } from '../api/calendars';
import { dayKinds, importedDays, unknownWords } from '../days';
import { DayTable } from './day-table';

/** Lines that could not be read, and how the file was written when it is not UTF-8. */
function Told({ read }: { read: CalendarImport }) {
  const { t } = useTranslation();
  return (
    <>
      {read.encoding === 'gb18030' && <Text>{t('calendars.gb18030')}</Text>}
      {read.faults.length > 0 && (
        <div className="error-summary" role="alert">
          <Text fw={600}>{t('calendars.linesUnread', { count: read.faults.length })}</Text>
          <ul>
            {read.faults.map(({ line, code, says, todo }) => (
              <li key={`${line}${code}`}>{t('calendars.lineFault', { line, says: `${says} ${todo}` })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Preview({ read, onTake }: { read: CalendarImport; onTake: (days: ListedDay[]) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const days = importedDays(read, chosen);
  return (
    <Stack gap="sm" data-testid="import-preview">
      <Told read={read} />
      {unknownWords(read).map((word) => (
        <NativeSelect
          key={word}
          maw={360}
          label={t('calendars.whatIs', { word })}
          data={[
            { value: '', label: t('calendars.leaveOut') },
            ...dayKinds.map((kind) => ({ value: kind, label: t(`calendars.kinds.${kind}`) })),
          ]}
          value={chosen[word] ?? ''}
          onChange={(event) => setChosen({ ...chosen, [word]: event.currentTarget.value })}
        />
      ))}
      <Text fw={600}>{t('calendars.willTake', { count: days.length })}</Text>
      {days.length > 0 && <DayTable days={days} errors={new Map()} />}
      <Group>
        <Button disabled={days.length === 0} onClick={() => onTake(days)}>
          {t('calendars.take')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Reads a CSV or ICS file and shows what it holds; only then the days replace those of the draft. */
export function ImportPanel({ onTake }: { onTake: (days: ListedDay[]) => void }) {
  const { t } = useTranslation();
  const reading = useMutation({ mutationFn: readCalendarFile });
  return (
    <section aria-labelledby="import-title">
      <Title order={3} id="import-title" mb="xs">
        {t('calendars.importTitle')}
      </Title>
      <Stack gap="sm">
        <Text size="sm">{t('calendars.importHelp')}</Text>
        <FileInput
          label={t('calendars.file')}
          accept=".csv,.ics,text/csv,text/calendar"
          maw={360}
          placeholder={t('calendars.chooseFile')}
          onChange={(file) => {
            if (file !== null) reading.mutate(file);
          }}
        />
        {reading.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={reading.error} />
          </div>
        )}
        {reading.data !== undefined && (
          <Preview
            key={reading.submittedAt}
            read={reading.data}
            onTake={(days) => {
              onTake(days);
              reading.reset();
            }}
          />
        )}
      </Stack>
    </section>
  );
}
