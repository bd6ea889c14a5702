import { Anchor, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyKeys, PolicyVersion } from '../api/policy';
import { keyName, sectionOf } from '../value-words';
import type { KeyFact } from './key-facts';
import { ValueRow } from './value-row';

interface ValuesProps {
  keys: PolicyKeys;
  policy: PolicyVersion;
  pending: Record<string, unknown>;
  errors: Record<string, string>;
  onEdit: (key: string, value: unknown) => void;
  onCancel: (key: string) => void;
}

/** Every key, then every row of the ladder. */
function factsOf({ items, ladders }: PolicyKeys): KeyFact[] {
  return [...items, ...ladders.map((one) => ({ ...one, key: `ladder.${one.key}` }))];
}

/** Every setting of a version by section; those that are searched for, or only what it changes. */
export function PolicyValues({ keys, policy, pending, errors, onEdit, onCancel }: ValuesProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const changed = new Set(policy.changes.map(({ key }) => key));
  const facts = factsOf(keys).filter(({ key }) => {
    const text = `${keyName(key, t)} ${key}`.toLowerCase();
    return text.includes(wanted.trim().toLowerCase()) && (!onlyChanged || changed.has(key) || key in pending);
  });
  const sections = [...new Set(facts.map(({ key }) => sectionOf(key)))];
  return (
    <Stack gap="md">
      <Group align="flex-end" role="search" aria-label={t('policy.search')}>
        <TextInput label={t('policy.search')} w={280} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
        <Checkbox label={t('policy.onlyChanged')} checked={onlyChanged} onChange={(event) => setOnlyChanged(event.currentTarget.checked)} />
      </Group>
      <Text role="status" size="sm">
        {t('policy.found', { count: facts.length })}
      </Text>
      <Group component="nav" gap="sm" aria-label={t('policy.sectionsLabel')}>
        {sections.map((section) => (
          <Anchor key={section} href={`#section-${section}`} size="sm">
            {t(`policy.sections.${section}`)}
          </Anchor>
        ))}
      </Group>
      {sections.map((section) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <Title order={3} id={`section-${section}`} tabIndex={-1}>
            {t(`policy.sections.${section}`)}
          </Title>
          <ul className="plain-list">
            {facts
              .filter(({ key }) => sectionOf(key) === section)
              .map((fact) => (
                <ValueRow
                  key={fact.key}
                  fact={fact}
                  value={policy.values[fact.key]}
                  changed={changed.has(fact.key)}
                  pending={fact.key in pending ? { value: pending[fact.key] } : undefined}
                  error={errors[fact.key]}
                  mayEdit={policy.mayEdit}
                  onEdit={(value) => onEdit(fact.key, value)}
                  onCancel={() => onCancel(fact.key)}
                />
              ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}
