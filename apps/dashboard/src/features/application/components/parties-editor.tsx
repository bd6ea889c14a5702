import { Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../../components/command-form/field-frame';
import { countryName } from '../../../lib/format';
import { organizationsQuery } from '../../../lib/people';
import { inLanguage } from '../../../lib/stages';
import type { ApplicationContent } from '../application-fields';
import type { FormPart } from './form-part';

const roles = ['LEAD', 'HOST', 'ENTERPRISE', 'PARTICIPANT', 'MINISTRY', 'SUPPORTER'] as const;
type Party = NonNullable<ApplicationContent['parties']>[number];

/** Organizations of the register, each with its part in the project. */
export function PartiesEditor({ draft, error, disabled }: FormPart) {
  const { t, i18n } = useTranslation();
  const organizations = useQuery(organizationsQuery);
  const parties: Party[] = draft.content.parties ?? [];
  const known = (organizations.data ?? []).map((one) => ({
    value: one.organizationId,
    label: `${inLanguage(one.nameZh, one.nameEn, i18n.language) ?? ''} (${countryName(one.country, i18n.language)})`,
  }));
  const change = (index: number, part: Partial<Party>): void =>
    draft.set(
      'parties',
      parties.map((one, i) => (i === index ? { ...one, ...part } : one)),
    );
  const next = roles.find((role) => !parties.some((one) => one.role === role)) ?? 'PARTICIPANT';
  return (
    <FieldGroup
      id="application-parties"
      label={t('application.parties.label')}
      help={t('application.parties.help')}
      error={error}
      optional={false}
    >
      <Stack gap="sm">
        {parties.map((party, index) => (
          <Group key={index} align="flex-end" gap="sm" role="group" aria-label={`${t('applicationForm.organization')} ${index + 1}`}>
            <Select
              label={t('applicationForm.role')}
              w={150}
              disabled={disabled}
              allowDeselect={false}
              data={roles.map((role) => ({ value: role, label: t(`parties.${role}`) }))}
              value={party.role}
              onChange={(role) => change(index, { role: role as Party['role'] })}
            />
            <Select
              label={t('applicationForm.organization')}
              style={{ flex: '1 1 260px', minWidth: 0 }}
              disabled={disabled}
              searchable
              allowDeselect={false}
              data={known}
              value={party.organizationId === '' ? null : party.organizationId}
              onChange={(organizationId) => change(index, { organizationId: organizationId ?? '' })}
            />
            <Button
              variant="default"
              disabled={disabled}
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() =>
                draft.set(
                  'parties',
                  parties.filter((_, i) => i !== index),
                )
              }
            >
              {t('form.remove')}
            </Button>
          </Group>
        ))}
        <Button
          variant="light"
          w="fit-content"
          disabled={disabled || known.length === 0}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            const first = known[0]?.value;
            if (first !== undefined) draft.set('parties', [...parties, { organizationId: first, role: next }]);
          }}
        >
          {t('applicationForm.addParty')}
        </Button>
      </Stack>
    </FieldGroup>
  );
}
