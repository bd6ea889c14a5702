import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate } from '../../lib/format';
import { organizationsQuery, peopleWithRole } from '../../lib/people';
import { inLanguage } from '../../lib/stages';
import { callCodesQuery } from './api/calls';
import type { FilterName } from './list-state';

/** Says a filter with its value in words: "Stage: MoU, Construction". */
export function useFilterWords(): (name: FilterName, value: string) => string {
  const { t, i18n } = useTranslation();
  const officers = useQuery(peopleWithRole('CO')).data ?? [];
  const organizations = useQuery(organizationsQuery).data ?? [];
  const calls = useQuery(callCodesQuery).data?.items ?? [];
  const organization = (id: string): string => {
    const found = organizations.find((one) => one.organizationId === id);
    return inLanguage(found?.nameZh, found?.nameEn, i18n.language) ?? t('projectList.unnamed');
  };
  const officer = (id: string): string => {
    if (id === 'me' || id === 'none') return t(`projectList.officers.${id}`);
    return officers.find((one) => one.personId === id)?.fullName ?? t('projectList.unnamed');
  };
  const country = (code: string): string => (code === 'none' ? t('home.noCountry') : countryName(code, i18n.language));
  const one: Record<FilterName, (value: string) => string> = {
    q: (value) => value,
    stage: (code) => t(`stages.${code}`, { defaultValue: code }),
    subState: (code) => t(`subStates.${code}`, { defaultValue: code }),
    country,
    call: (id) => calls.find((call) => call.id === id)?.code ?? t('projectList.unnamed'),
    officer,
    lead: organization,
    host: organization,
    organization,
    field: (code) => t(`occupations.${code}`, { defaultValue: code }),
    ownerRole: (code) => t(`roles.${code}`, { defaultValue: code }),
    outcome: (code) => t(`outcomes.${code}`, { defaultValue: code }),
    overdue: (value) => t(`projectList.flags.${value}`, { defaultValue: value }),
    held: (value) => t(`projectList.flags.${value}`, { defaultValue: value }),
    closed: (value) => t(`projectList.flags.${value}`, { defaultValue: value }),
    dueWithin: (days) => t('projectList.days', { count: Number(days) }),
    dueFrom: (date) => dateOr(date, i18n.language),
    dueTo: (date) => dateOr(date, i18n.language),
  };
  const whole: ReadonlySet<string> = new Set(['q', 'dueFrom', 'dueTo']);
  return (name, value) => {
    const parts = whole.has(name) ? [value] : value.split(',');
    return t('projectList.filterWords', { filter: t(`projectList.filters.${name}`), value: parts.map(one[name]).join(t('why.comma')) });
  };
}

function dateOr(date: string, language: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? formatDate(date, language) : date;
}
