import { Button, Paper, Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup, type FieldProps } from './field-frame';
import type { Choice, DecisionLine, Defect } from './field-specs';

const emptyDefect: Defect = { target: '', reasonCode: '', defect: '' };

function listData(choices: Choice[]): { value: string; label: string }[] {
  return choices.map(({ value, label }) => ({ value, label }));
}

/** One list of everything that is to be mended; what is listed unlocks, nothing else. */
export function DefectsField(props: FieldProps & { targets: Choice[]; reasons: Choice[] }) {
  const { t } = useTranslation();
  const defects = (props.value as Defect[] | undefined) ?? [];
  const change = (index: number, part: Partial<Defect>): void =>
    props.onChange(defects.map((one, i) => (i === index ? { ...one, ...part } : one)));
  return (
    <FieldGroup {...props}>
      <Stack gap="md">
        {defects.map((one, index) => (
          <Paper key={index} withBorder p="md" role="group" aria-label={t('form.defectNo', { no: index + 1 })}>
            <Stack gap="sm">
              <Select
                id={`${props.id}-${index}-target`}
                label={t('form.defect.target')}
                data={listData(props.targets)}
                searchable
                allowDeselect={false}
                value={one.target === '' ? null : one.target}
                comboboxProps={{ withinPortal: false }}
                onChange={(target) => change(index, { target: target ?? '' })}
              />
              <Select
                id={`${props.id}-${index}-reason`}
                label={t('form.defect.reasonCode')}
                data={listData(props.reasons)}
                allowDeselect={false}
                value={one.reasonCode === '' ? null : one.reasonCode}
                comboboxProps={{ withinPortal: false }}
                onChange={(reasonCode) => change(index, { reasonCode: reasonCode ?? '' })}
              />
              <Textarea
                id={`${props.id}-${index}-defect`}
                label={t('form.defect.defect')}
                autosize
                minRows={2}
                value={one.defect}
                onChange={(event) => change(index, { defect: event.currentTarget.value })}
              />
              <Button
                variant="default"
                w="fit-content"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => props.onChange(defects.filter((_, i) => i !== index))}
              >
                {t('form.removeDefect', { no: index + 1 })}
              </Button>
            </Stack>
          </Paper>
        ))}
        <Button
          variant="light"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => props.onChange([...defects, emptyDefect])}
        >
          {t('form.addDefect')}
        </Button>
      </Stack>
    </FieldGroup>
  );
}

/** The council's decision on each line of the batch; the suggestion of the ranking stands beside it. */
export function DecisionsField(props: FieldProps & { lines: DecisionLine[] }) {
  const { t } = useTranslation();
  const decided = (props.value as Record<string, string> | undefined) ?? {};
  const suggestAll = (): void => props.onChange(Object.fromEntries(props.lines.map((line) => [line.projectId, line.suggested])));
  return (
    <FieldGroup {...props}>
      <Stack gap="sm">
        <Button variant="light" w="fit-content" onClick={suggestAll}>
          {t('form.takeSuggestions')}
        </Button>
        {props.lines.map((line) => (
          <Paper key={line.projectId} id={`${props.id}-${line.projectId}`} withBorder p="md">
            <Radio.Group
              label={line.label}
              description={`${line.hint} · ${t('form.suggested', { decision: t(`decisions.${line.suggested}`) })}`}
              value={decided[line.projectId] ?? ''}
              onChange={(decision) => props.onChange({ ...decided, [line.projectId]: decision })}
            >
              <Stack gap={6} mt="xs">
                {(['approve', 'reserve', 'reject'] as const).map((decision) => (
                  <Radio key={decision} value={decision} label={t(`decisions.${decision}`)} />
                ))}
              </Stack>
            </Radio.Group>
          </Paper>
        ))}
        {props.lines.length === 0 && <Text size="sm">{t('form.nothingToChoose')}</Text>}
      </Stack>
    </FieldGroup>
  );
}

/** Votes of the chair where every other tie-break has failed: which application stands before which. */
export function VotesField(props: FieldProps & { pairs: Choice[] }) {
  const { t } = useTranslation();
  const votes = (props.value as { before: string; after: string }[] | undefined) ?? [];
  const change = (index: number, part: object): void => props.onChange(votes.map((one, i) => (i === index ? { ...one, ...part } : one)));
  const select = (index: number, side: 'before' | 'after', value: string) => (
    <Select
      id={`${props.id}-${index}-${side}`}
      label={t(`form.vote.${side}`)}
      data={listData(props.pairs)}
      allowDeselect={false}
      value={value === '' ? null : value}
      comboboxProps={{ withinPortal: false }}
      onChange={(id) => change(index, { [side]: id ?? '' })}
    />
  );
  return (
    <FieldGroup {...props}>
      <Stack gap="sm">
        {votes.map((one, index) => (
          <Paper key={index} withBorder p="md">
            {select(index, 'before', one.before)}
            {select(index, 'after', one.after)}
            <Button variant="subtle" mt="xs" onClick={() => props.onChange(votes.filter((_, i) => i !== index))}>
              {t('form.remove')}
            </Button>
          </Paper>
        ))}
        <Button variant="light" w="fit-content" onClick={() => props.onChange([...votes, { before: '', after: '' }])}>
          {t('form.addVote')}
        </Button>
      </Stack>
    </FieldGroup>
  );
}
