import { Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface WeightsFieldProps {
  label: string;
  error: string | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Points of each criterion; what they add up to stands below. */
export function WeightsField({ label, error, value, onChange }: WeightsFieldProps) {
  const { t } = useTranslation();
  const weights = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const sum = Object.values(weights).reduce<number>((total, points) => total + (Number(points) || 0), 0);
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      <Group gap="xs" align="flex-end">
        {Object.entries(weights).map(([code, points]) => (
          <TextInput
            key={code}
            w={150}
            inputMode="numeric"
            label={t(`criteria.${code}`, { defaultValue: code })}
            value={String(points)}
            onChange={(event) => {
              const text = event.currentTarget.value.trim();
              onChange({ ...weights, [code]: /^\d+$/.test(text) ? Number(text) : text });
            }}
          />
        ))}
      </Group>
      <Text size="sm" mt={4}>
        {t('policy.sum', { sum })}
      </Text>
      {error !== undefined && (
        <Text size="sm" className="field-error">
          {error}
        </Text>
      )}
    </fieldset>
  );
}
