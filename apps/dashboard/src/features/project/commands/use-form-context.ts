import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../components/command-form/field-specs';
import { documentsQuery, documentTypes, uploadDocument } from '../../../lib/documents';
import { draftQuery, reportDraftQuery } from '../../../lib/drafts';
import { peopleOfOrganization, peopleWithRole, personAsChoice, type PersonChoice } from '../../../lib/people';
import { throwsAtFirst } from '../../../lib/reading';
import { forecastQuery, type ProjectDetail } from '../api/project';
import { leadSignersOf } from './choices';
import type { DraftName, Need, ProjectFormContext } from './project-form';

function unique(people: PersonChoice[]): PersonChoice[] {
  return [...new Map(people.map((one) => [one.personId, one])).values()];
}

function nameOf(draft: { version: number; hash: string | null } | undefined): DraftName | undefined {
  return draft?.hash == null ? undefined : { version: draft.version, hash: draft.hash };
}

/** Reads what a form chooses from; nothing while something of it is still on its way. Errors are thrown to the page. */
export function useFormContext(project: ProjectDetail, needs: readonly Need[]): ProjectFormContext | undefined {
  const { t, i18n } = useTranslation();
  const queryClient = useQueryClient();
  const has = (need: Need): boolean => needs.includes(need);
  const documents = useQuery({ ...documentsQuery(project.id), throwOnError: throwsAtFirst });
  const officers = useQuery({ ...peopleWithRole('CO'), enabled: has('officers'), throwOnError: throwsAtFirst });
  const experts = useQuery({ ...peopleWithRole('EX'), enabled: has('experts') || has('panel'), throwOnError: throwsAtFirst });
  const chairs = useQuery({ ...peopleWithRole('CH'), enabled: has('panel'), throwOnError: throwsAtFirst });
  const draft = useQuery({ ...draftQuery(project.id), enabled: has('draft'), throwOnError: throwsAtFirst });
  const years = has('report-drafts') ? project.reports.filter((one) => one.state === 'open').map((one) => one.year) : [];
  const reports = useQueries({ queries: years.map((year) => ({ ...reportDraftQuery(project.id, year), throwOnError: throwsAtFirst })) });
  const forecast = useQuery({ ...forecastQuery(project.id), enabled: has('forecast'), throwOnError: throwsAtFirst });
  const organizations = has('colleagues') ? [...new Set(project.contacts.map((one) => one.organizationId))] : [];
  const colleagues = useQueries({ queries: organizations.map((id) => ({ ...peopleOfOrganization(id), throwOnError: throwsAtFirst })) });
  const all = [documents, officers, experts, chairs, draft, forecast, ...reports, ...colleagues];
  if (all.some((query) => query.isLoading) || documents.data === undefined) return undefined;
  const asChoices = (people: PersonChoice[] | undefined): Choice[] => (people ?? []).map((one) => personAsChoice(one, i18n.language));
  const reportDrafts = years.flatMap((year, index) => {
    const name = nameOf(reports[index]?.data);
    return name === undefined ? [] : [[String(year), name] as const];
  });
  return {
    project,
    documents: documents.data.items,
    documentTypes: documentTypes.map((type) => ({ value: type, label: t(`documentTypes.${type}`) })),
    upload: async (file, type) => {
      const stored = await uploadDocument(project.id, file, type);
      await queryClient.invalidateQueries({ queryKey: ['project', project.id, 'documents'] });
      return stored;
    },
    officers: asChoices(officers.data),
    experts: asChoices(experts.data),
    panel: asChoices(unique([...(chairs.data ?? []), ...(experts.data ?? [])])),
    draft: nameOf(draft.data),
    draftSigners: draft.data === undefined ? [] : leadSignersOf({ ...draft.data.content, ...draft.data }, i18n.language),
    reportDrafts: Object.fromEntries(reportDrafts),
    forecast: forecast.data,
    colleagues: Object.fromEntries(organizations.map((id, index) => [id, asChoices(colleagues[index]?.data)])),
    t,
    language: i18n.language,
  };
}
