import { Button, NativeSelect, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedDay } from '../api/calendars';
import { dayKinds } from '../days';

interface DayTableProps {
  days: readonly ListedDay[];
  /** What is wrong with a line, by its place. */
  errors: ReadonlyMap<number, string>;
  /** Left out where the days are only shown. */
  onChange?: (days: ListedDay[]) => void;
}

interface RowProps {
  day: ListedDay;
  error: string | undefined;
  onChange: (day: ListedDay) => void;
  onRemove: () => void;
}

function EditRow({ day, error, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const set = (change: Partial<ListedDay>): void => onChange({ ...day, ...change });
  return (
    <Table.Tr data-testid="day-row">
      <Table.Td>
        <TextInput
          aria-label={t('calendars.columns.date')}
          placeholder="2027-01-01"
          w={130}
          value={day.date}
          error={error}
          onChange={(event) => set({ date: event.currentTarget.value.trim() })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('calendars.columns.kind')}
          data={dayKinds.map((kind) => ({ value: kind, label: t(`calendars.kinds.${kind}`) }))}
          value={day.kind}
          onChange={(event) => set({ kind: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={t('calendars.columns.name')}
          miw={180}
          value={day.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('calendars.columns.status')}
          data={(['official', 'provisional'] as const).map((one) => ({ value: one, label: t(`calendars.statuses.${one}`) }))}
          value={day.status}
          onChange={(event) => set({ status: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <Button variant="default" size="compact-md" aria-label={t('calendars.removeDay', { date: day.date })} onClick={onRemove}>
          {t('calendars.remove')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function ShownRow({ day }: { day: ListedDay }) {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td>{day.date}</Table.Td>
      <Table.Td>{t(`calendars.kinds.${day.kind}`, { defaultValue: day.kind })}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{day.name}</Table.Td>
      <Table.Td>{t(`calendars.statuses.${day.status}`, { defaultValue: day.status })}</Table.Td>
    </Table.Tr>
  );
}

/** Listed days line by line; in a draft every cell can be typed in. */
export function DayTable({ days, errors, onChange }: DayTableProps) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={onChange === undefined ? 420 : 720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['date', 'kind', 'name', 'status'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`calendars.columns.${column}`)}
              </Table.Th>
            ))}
            {onChange !== undefined && (
              <Table.Th scope="col">
                <span className="visually-hidden">{t('calendars.remove')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day, index) =>
            onChange === undefined ? (
              <ShownRow key={`${day.date}${day.kind}`} day={day} />
            ) : (
              <EditRow
                key={index}
                day={day}
                error={errors.get(index)}
                onChange={(changed) => onChange(days.map((one, i) => (i === index ? changed : one)))}
                onRemove={() => onChange(days.filter((_, i) => i !== index))}
              />
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
