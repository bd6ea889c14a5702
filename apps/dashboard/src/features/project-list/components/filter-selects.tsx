import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { organizationsQuery, peopleWithRole } from '../../../lib/people';
import { countries, inLanguage, stages } from '../../../lib/stages';
import { callCodesQuery } from '../api/calls';
import { withFilter, type FilterName, type ListSearch } from '../list-state';

interface SelectsProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

interface Option {
  value: string;
  label: string;
}

const owners = ['AC', 'PL', 'LR', 'PC', 'PS', 'CO', 'SH', 'EX', 'CH', 'CM', 'CC'];
const subStatesShown = [
  ...[
    'draft',
    'submitted',
    'early-returned',
    'checking',
    'returned',
    'resubmitted',
    'accepted',
    'assigning',
    'scoring',
    'defence',
    'ranked',
  ],
  ...[
    'awaiting-decision',
    'public-notice',
    'reserve',
    'accepting',
    'drafting',
    'commenting',
    'signing',
    'partly-signed',
    'kick-off',
    'building',
  ],
  ...['acceptance', 'rectifying', 'operating', 'report-open', 'report-submitted', 'report-returned', 'archived'],
];

/** Filters to choose from lists; several of one kind mean any of them. */
export function FilterSelects({ search, onChange }: SelectsProps) {
  const { t, i18n } = useTranslation();
  const officers = useQuery(peopleWithRole('CO')).data ?? [];
  const organizations = useQuery(organizationsQuery).data ?? [];
  const calls = useQuery(callCodesQuery).data?.items ?? [];
  const words = (topic: string, codes: readonly string[]): Option[] => codes.map((value) => ({ value, label: t(`${topic}.${value}`) }));
  const set = (name: FilterName) => (value: string | null) => onChange(withFilter(search, name, value));
  const many = (name: FilterName, data: Option[]) => (
    <MultiSelect
      label={t(`projectList.filters.${name}`)}
      data={data}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('list.all') }}
      hidePickedOptions
      nothingFoundMessage={t('projectList.nothing')}
      value={search[name]?.split(',') ?? []}
      onChange={(values) => set(name)(values.join(','))}
    />
  );
  const one = (name: FilterName, data: Option[]) => (
    <Select
      label={t(`projectList.filters.${name}`)}
      data={data}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('list.all') }}
      nothingFoundMessage={t('projectList.nothing')}
      placeholder={t('list.all')}
      value={search[name] ?? null}
      onChange={set(name)}
    />
  );
  const bodies = organizations.map((body) => ({
    value: body.organizationId,
    label: inLanguage(body.nameZh, body.nameEn, i18n.language) ?? body.organizationId,
  }));
  const countryOptions = [
    ...countries.map((code) => ({ value: code, label: countryName(code, i18n.language) })),
    { value: 'none', label: t('home.noCountry') },
  ];
  const officerOptions = [
    ...words('projectList.officers', ['me', 'none']),
    ...officers.map((one) => ({ value: one.personId, label: one.fullName })),
  ];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="sm" spacing="sm">
      {many('stage', words('stages', stages))}
      {many('subState', words('subStates', subStatesShown))}
      {many('country', countryOptions)}
      {one(
        'call',
        calls.map((call) => ({ value: call.id, label: call.code })),
      )}
      {one('officer', officerOptions)}
      {one('organization', bodies)}
      {many('ownerRole', words('roles', owners))}
      {one(
        'dueWithin',
        ['7', '14', '30', '90'].map((value) => ({ value, label: t('projectList.days', { count: Number(value) }) })),
      )}
      {many(
        'outcome',
        words('outcomes', ['completed', 'withdrawn', 'not-accepted', 'rejected', 'declined', 'terminated', 'expired', 'cancelled']),
      )}
    </SimpleGrid>
  );
}
