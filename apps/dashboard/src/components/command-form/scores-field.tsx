import { Group, NumberInput, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatHalfPoints } from '../../lib/format';
import { FieldGroup, type FieldProps } from './field-frame';
import type { Criterion } from './field-specs';

interface ScoresProps extends FieldProps {
  criteria: Criterion[];
  comments: Record<string, string>;
  onComments: (comments: Record<string, string>) => void;
}

/** Points in steps of a half and a comment for each criterion of the rubric, with the total so far. */
export function ScoresField(props: ScoresProps) {
  const { t, i18n } = useTranslation();
  const halfPoints = (props.value as Record<string, number> | undefined) ?? {};
  const total = Object.values(halfPoints).reduce((sum, one) => sum + one, 0);
  const most = props.criteria.reduce((sum, one) => sum + one.weight, 0);
  return (
    <FieldGroup {...props}>
      <Stack gap="md">
        {props.criteria.map(({ code, label, weight }) => (
          <Paper key={code} withBorder p="md">
            <Group align="flex-start" gap="md">
              <NumberInput
                id={`${props.id}-${code}`}
                label={label}
                description={t('form.points', { most: weight })}
                w={190}
                min={0}
                max={weight}
                step={0.5}
                value={halfPoints[code] === undefined ? '' : halfPoints[code] / 2}
                onChange={(points) => {
                  const { [code]: _old, ...rest } = halfPoints;
                  props.onChange(typeof points === 'number' ? { ...rest, [code]: Math.round(points * 2) } : rest);
                }}
              />
              <Textarea
                id={`${props.id}-${code}-comment`}
                label={t('form.commentOn', { criterion: label })}
                style={{ flex: '1 1 240px' }}
                autosize
                minRows={2}
                value={props.comments[code] ?? ''}
                onChange={(event) => props.onComments({ ...props.comments, [code]: event.currentTarget.value })}
              />
            </Group>
          </Paper>
        ))}
        <Text fw={600} role="status">
          {t('form.totalPoints', { total: formatHalfPoints(total, i18n.language), most })}
        </Text>
      </Stack>
    </FieldGroup>
  );
}
