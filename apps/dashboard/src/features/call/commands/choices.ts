import type { Choice, DecisionLine } from '../../../components/command-form/field-specs';
import { countryName, formatDay, formatScore } from '../../../lib/format';
import type { CallFormContext } from './call-form';

const suggestion = { A: 'approve', B: 'reserve', C: 'reject', D: 'reject' } as const;

/** The batch before the council, with what the ranking suggests. */
export function batchLines({ call, titles, language, t }: CallFormContext): DecisionLine[] {
  return (call?.proposal?.lines ?? []).map((line) => ({
    projectId: line.projectId,
    label: `${line.rank}. ${line.applicationRef} ${titles[line.projectId] ?? ''}`.trim(),
    hint: `${countryName(line.hostCountry, language)} · ${t('calls.score')} ${formatScore(line.sumHalfPoints, line.count, language)}`,
    suggested: suggestion[line.list as keyof typeof suggestion] ?? 'reject',
  }));
}

/** Applications of the call. */
export function applications({ call, titles }: CallFormContext): Choice[] {
  return (call?.applications ?? []).map((id) => ({ value: id, label: titles[id] ?? id }));
}

/** What waits for a second person. */
export function callProposals({ call, language, t }: CallFormContext): Choice[] {
  return (call?.proposals ?? []).map((one) => ({
    value: one.proposalId,
    label: t('proposals.by', {
      what: t(`proposals.${one.commandType}`),
      name: call?.people[one.proposedBy]?.fullName ?? t('project.somebody'),
    }),
    hint: t('proposals.lapses', { day: formatDay(one.lapsesAt, language) }),
  }));
}
