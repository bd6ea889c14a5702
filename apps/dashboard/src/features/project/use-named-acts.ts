import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChangedValue } from '../../components/command-form/field-specs';
import { organizationsQuery, peopleOfOrganization, personAsChoice } from '../../lib/people';
import { inLanguage } from '../../lib/stages';
import type { ThoughtAct } from './what-if-acts';

function itemsOf({ answers }: ThoughtAct): ChangedValue[] {
  return Array.isArray(answers['items']) ? (answers['items'] as ChangedValue[]) : [];
}

/** The acts with the names of organizations that join and of who acts for them: an address holds only their ids. Not yet read names are left out. */
export function useNamedActs(acts: readonly ThoughtAct[]): ThoughtAct[] {
  const { t, i18n } = useTranslation();
  const joining = [...new Set(acts.flatMap(itemsOf).flatMap((one) => one.organizationId ?? []))];
  const organizations = useQuery({ ...organizationsQuery, enabled: joining.length > 0 });
  const people = useQueries({ queries: joining.map((id) => ({ ...peopleOfOrganization(id), staleTime: 60_000 })) });
  const named = (item: ChangedValue): ChangedValue => {
    const { organizationId, personId, new: role } = item;
    if (organizationId === undefined) return item;
    const one = organizations.data?.find((other) => other.organizationId === organizationId);
    const person = people[joining.indexOf(organizationId)]?.data?.find((other) => other.personId === personId);
    const words = [
      inLanguage(one?.nameZh, one?.nameEn, i18n.language),
      t(`parties.${role}`),
      person && personAsChoice(person, i18n.language).label,
    ];
    return { ...item, said: words.filter(Boolean).join(' · ') };
  };
  return acts.map((act) => (itemsOf(act).length === 0 ? act : { ...act, answers: { ...act.answers, items: itemsOf(act).map(named) } }));
}
