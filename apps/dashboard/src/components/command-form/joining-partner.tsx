import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { organizationsQuery, peopleOfOrganization, personAsChoice } from '../../lib/people';
import { inLanguage } from '../../lib/stages';
import type { ChangedValue, Choice } from './field-specs';

interface JoiningProps {
  id: string;
  roles: Choice[];
  value: ChangedValue;
  onChange: (value: ChangedValue) => void;
}

/** Which organization joins, in which role, and who acts and signs for it. */
export function JoiningPartner({ id, roles, value, onChange }: JoiningProps) {
  const { t, i18n } = useTranslation();
  const { organizationId = '', personId = '', new: role } = value;
  const organizations = useQuery(organizationsQuery);
  const people = useQuery({ ...peopleOfOrganization(organizationId), enabled: organizationId !== '' });
  const named = (organizations.data ?? []).map((one) => ({
    value: one.organizationId,
    label: inLanguage(one.nameZh, one.nameEn, i18n.language) ?? one.nameEn,
  }));
  const persons = (people.data ?? []).map((one) => personAsChoice(one, i18n.language));
  const change = (part: Pick<ChangedValue, 'organizationId' | 'personId'> & { new?: string }): void => {
    const next = { ...value, ...part };
    const words = [labelIn(named, next.organizationId), labelIn(roles, next.new), labelIn(persons, next.personId)];
    onChange({ ...next, said: words.join(' · ') });
  };
  return (
    <Stack gap="sm">
      <Select
        id={`${id}-organization`}
        label={t('changes.field.organization')}
        data={named}
        searchable
        allowDeselect={false}
        value={chosen(organizationId)}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => change({ organizationId: next ?? '', personId: '' })}
      />
      <Select
        id={`${id}-role`}
        label={t('changes.field.role')}
        data={roles.map((one) => ({ value: one.value, label: one.label }))}
        allowDeselect={false}
        value={chosen(role)}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => change({ new: next ?? '' })}
      />
      {organizationId !== '' && people.isSuccess && persons.length === 0 && <Text size="sm">{t('changes.nobodyThere')}</Text>}
      <Select
        id={`${id}-person`}
        label={t('changes.field.person')}
        data={persons.map((one) => ({ value: one.value, label: one.label }))}
        disabled={persons.length === 0}
        allowDeselect={false}
        value={chosen(personId)}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => change({ personId: next ?? '' })}
      />
    </Stack>
  );
}

function labelIn(choices: Choice[], value: string | undefined): string {
  return choices.find((one) => one.value === value)?.label ?? '';
}

function chosen(value: string): string | null {
  return value === '' ? null : value;
}
