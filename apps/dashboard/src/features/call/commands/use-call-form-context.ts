import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleWithRole, personAsChoice, type PersonChoice } from '../../../lib/people';
import { throwsAtFirst } from '../../../lib/reading';
import { inLanguage } from '../../../lib/stages';
import { projectsOfCallQuery, type CallDetail } from '../api/call';
import type { CallFormContext } from './call-form';

/** Reads what the forms of a call choose from; nothing while something of it is still on its way. */
export function useCallFormContext(call: CallDetail | undefined): CallFormContext | undefined {
  const { t, i18n } = useTranslation();
  const members = useQuery({ ...peopleWithRole('CM'), throwOnError: throwsAtFirst });
  const chairs = useQuery({ ...peopleWithRole('CC'), throwOnError: throwsAtFirst });
  const projects = useQuery({ ...projectsOfCallQuery(call?.id ?? ''), enabled: call !== undefined, throwOnError: throwsAtFirst });
  if (members.isLoading || chairs.isLoading || projects.isLoading) return undefined;
  const council = new Map<string, PersonChoice>([...(chairs.data ?? []), ...(members.data ?? [])].map((one) => [one.personId, one]));
  const titles = (projects.data?.items ?? []).map((one) => [
    one.id,
    [one.reference, inLanguage(one.titleZh, one.titleEn, i18n.language)].filter(Boolean).join(' '),
  ]);
  return {
    call,
    council: [...council.values()].map((one) => personAsChoice(one, i18n.language)),
    titles: Object.fromEntries(titles) as Record<string, string>,
    documents: [],
    documentTypes: [],
    upload: () => Promise.reject(new Error('no command of a call carries a file')),
    t,
    language: i18n.language,
  };
}
