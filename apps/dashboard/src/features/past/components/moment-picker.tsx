import { ActionIcon, Button, Group, Slider, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { MomentText, PastEntry } from '../api/past';
import { beijingField, instantOfField, placeOf } from '../moments';

interface PickerProps {
  /** Name of this moment, for whoever does not see the page. */
  label: string;
  entries: readonly PastEntry[];
  /** Entry that is shown now. */
  rev: number;
  at: string;
  onChoose: (moment: MomentText) => void;
}

/** A date and time to look at, in Beijing time; asked for by its button or Enter. */
function DateChoice({ label, at, onChoose }: Pick<PickerProps, 'label' | 'at' | 'onChoose'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const instant = instantOfField(typed ?? beijingField(at));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (instant === undefined) return;
        setTyped(undefined);
        onChoose(instant);
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          type="datetime-local"
          label={t('past.date')}
          aria-label={`${label}: ${t('past.date')}`}
          value={typed ?? beijingField(at)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={instant === undefined}>
          {t('past.show')}
        </Button>
      </Group>
    </form>
  );
}

/** Chooses a moment of a project's history: by a slider over its entries, one entry further or back, or by date and time. */
export function MomentPicker({ label, entries, rev, at, onChoose }: PickerProps) {
  const { t, i18n } = useTranslation();
  const revs = entries.map((entry) => entry.rev);
  const place = placeOf(revs, rev);
  const [dragged, setDragged] = useState<number>();
  const choose = (to: number): void => {
    const entry = entries[to];
    if (entry !== undefined) onChoose(String(entry.rev));
  };
  const shown = entries[dragged ?? place];
  const words = shown === undefined ? '' : `${formatTime(shown.occurredAt, i18n.language)} · ${shown.events[0]?.sentence ?? ''}`;
  return (
    <Stack gap="xs" component="fieldset" className="moment-picker">
      <Text component="legend" fw={600}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <ActionIcon variant="default" size="lg" aria-label={t('past.earlier')} disabled={place === 0} onClick={() => choose(place - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Slider
          style={{ flex: 1 }}
          min={0}
          max={Math.max(entries.length - 1, 1)}
          disabled={entries.length < 2}
          label={null}
          thumbLabel={label}
          thumbProps={{ 'aria-valuetext': words }}
          value={dragged ?? place}
          onChange={setDragged}
          onChangeEnd={(to) => {
            setDragged(undefined);
            choose(to);
          }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('past.later')}
          disabled={place >= entries.length - 1}
          onClick={() => choose(place + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Text size="sm" c="dimmed">
        {t('past.entryOf', { no: place + 1, all: entries.length })} · {words}
      </Text>
      <DateChoice label={label} at={at} onChoose={onChoose} />
    </Stack>
  );
}
