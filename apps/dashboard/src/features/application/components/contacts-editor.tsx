import { Button, Checkbox, Group, Paper, Select, Stack } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../../components/command-form/field-frame';
import { organizationsQuery, peopleOfOrganization, personAsChoice } from '../../../lib/people';
import { inLanguage } from '../../../lib/stages';
import type { ApplicationContent } from '../application-fields';
import type { FormPart } from './form-part';

type Contact = NonNullable<ApplicationContent['contacts']>[number];
const duties = ['lead', 'legalRepresentative', 'primary', 'officeHead'] as const;
const rights = ['view', 'edit', 'sign'] as const;

interface OneContactProps {
  contact: Contact;
  people: { value: string; label: string }[];
  disabled: boolean;
  onChange: (contact: Contact) => void;
  onRemove: () => void;
}

function OneContact({ contact, people, disabled, onChange, onRemove }: OneContactProps) {
  const { t } = useTranslation();
  const name = people.find((one) => one.value === contact.personId)?.label ?? '';
  return (
    <Paper withBorder p="md" role="group" aria-label={name}>
      <Stack gap="sm">
        <Select
          label={t('applicationForm.person')}
          disabled={disabled}
          searchable
          allowDeselect={false}
          data={people}
          value={contact.personId}
          onChange={(personId) => onChange({ ...contact, personId: personId ?? contact.personId })}
        />
        <Checkbox.Group
          label={t('applicationForm.rights')}
          value={contact.rights}
          onChange={(chosen) => onChange({ ...contact, rights: rights.filter((one) => chosen.includes(one)) })}
        >
          <Group gap="md" mt={4}>
            {rights.map((one) => (
              <Checkbox key={one} value={one} label={t(`contacts.${one}`)} disabled={disabled} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="md" role="group" aria-label={t('applicationForm.duties')}>
          {duties.map((one) => (
            <Checkbox
              key={one}
              value={one}
              label={t(`contacts.${one}`)}
              disabled={disabled}
              checked={contact[one]}
              onChange={(event) => onChange({ ...contact, [one]: event.currentTarget.checked })}
            />
          ))}
        </Group>
        <Button
          variant="default"
          w="fit-content"
          classNames={{ root: 'wrapping-button', label: 'wrapping-button-label' }}
          disabled={disabled}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {t('applicationForm.removeParty', { name })}
        </Button>
      </Stack>
    </Paper>
  );
}

/** People of the project's organizations, with their rights and duties. */
export function ContactsEditor({ draft, error, disabled }: FormPart) {
  const { t, i18n } = useTranslation();
  const contacts: Contact[] = draft.content.contacts ?? [];
  const ids = [...new Set((draft.content.parties ?? []).map((party) => party.organizationId))].filter((id) => id !== '');
  const organizations = useQuery(organizationsQuery);
  const people = useQueries({ queries: ids.map((id) => peopleOfOrganization(id)) });
  const peopleOf = (id: string): { value: string; label: string }[] =>
    (people[ids.indexOf(id)]?.data ?? []).map((one) => personAsChoice(one, i18n.language));
  const nameOf = (id: string): string => {
    const one = organizations.data?.find((other) => other.organizationId === id);
    return inLanguage(one?.nameZh, one?.nameEn, i18n.language) ?? '';
  };
  const add = (organizationId: string): void => {
    const person = peopleOf(organizationId).find((one) => !contacts.some((other) => other.personId === one.value));
    if (person === undefined) return;
    const none = { primary: false, legalRepresentative: false, lead: false, officeHead: false };
    draft.set('contacts', [...contacts, { personId: person.value, organizationId, rights: ['view'], ...none }]);
  };
  return (
    <FieldGroup
      id="application-contacts"
      label={t('application.contacts.label')}
      help={t('application.contacts.help')}
      error={error}
      optional={false}
    >
      <Stack gap="md">
        {ids.map((id) => (
          <section key={id} aria-label={nameOf(id)}>
            <strong className="long-name">{nameOf(id)}</strong>
            <Stack gap="sm" mt="xs">
              {contacts.map((contact, index) =>
                contact.organizationId === id ? (
                  <OneContact
                    key={contact.personId}
                    contact={contact}
                    people={peopleOf(id)}
                    disabled={disabled}
                    onChange={(next) =>
                      draft.set(
                        'contacts',
                        contacts.map((one, i) => (i === index ? next : one)),
                      )
                    }
                    onRemove={() =>
                      draft.set(
                        'contacts',
                        contacts.filter((_, i) => i !== index),
                      )
                    }
                  />
                ) : null,
              )}
              <Button
                variant="light"
                w="fit-content"
                disabled={disabled || peopleOf(id).length === 0}
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => add(id)}
              >
                {t('applicationForm.addContact')}
                <span className="visually-hidden"> {nameOf(id)}</span>
              </Button>
            </Stack>
          </section>
        ))}
      </Stack>
    </FieldGroup>
  );
}
