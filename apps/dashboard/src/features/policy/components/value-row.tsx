import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyName, valueText } from '../value-words';
import { KeyFacts, type KeyFact } from './key-facts';
import { ValueField } from './value-field';

interface ValueRowProps {
  fact: KeyFact;
  value: unknown;
  /** Differs from the version it was copied from. */
  changed: boolean;
  /** What is typed and not saved yet. */
  pending: { value: unknown } | undefined;
  /** What is wrong with it, in words. */
  error: string | undefined;
  mayEdit: boolean;
  onEdit: (value: unknown) => void;
  onCancel: () => void;
}

/** One setting: its name, its value, what is known of it; while it is edited, a field. */
export function ValueRow({ fact, value, changed, pending, error, mayEdit, onEdit, onCancel }: ValueRowProps) {
  const { t, i18n } = useTranslation();
  const name = keyName(fact.key, t);
  return (
    <Stack component="li" gap={4} py="sm" data-key={fact.key} style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      {pending === undefined ? (
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ flex: '1 1 240px', minWidth: 0 }}>
            <Text fw={600}>{name}</Text>
            <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{valueText(fact.rule, value, t, i18n.language)}</Text>
            {changed && (
              <Text size="sm" fw={600}>
                {t('policy.changedHere')}
              </Text>
            )}
            {error !== undefined && (
              <Text size="sm" className="field-error">
                {error}
              </Text>
            )}
          </div>
          {mayEdit && (
            <Button size="compact-md" variant="default" aria-label={t('policy.editKey', { key: name })} onClick={() => onEdit(value)}>
              {t('policy.edit')}
            </Button>
          )}
        </Group>
      ) : (
        <Stack gap="xs">
          <ValueField name={fact.key} rule={fact.rule} value={pending.value} error={error} onChange={onEdit} />
          <Group>
            <Button size="compact-md" variant="default" aria-label={t('policy.keepKey', { key: name })} onClick={onCancel}>
              {t('policy.keepOld')}
            </Button>
          </Group>
        </Stack>
      )}
      <KeyFacts fact={fact} />
    </Stack>
  );
}
