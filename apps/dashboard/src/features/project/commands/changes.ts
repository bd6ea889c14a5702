import type { TFunction } from 'i18next';
import type { AnyCommandForm, ChangeTarget, Choice } from '../../../components/command-form/field-specs';
import { formatDate } from '../../../lib/format';
import { changeName, changeText, fieldName, type ChangeSet } from '../change-words';
import type { ProjectDetail } from '../api/project';
import { organizationName, personName } from '../names';
import type { ProjectFormContext } from './project-form';

/** The change that waits for somebody: at most one, unless the policy allows more; then the newest. */
function openChange({ project }: ProjectFormContext, ...states: string[]) {
  return [...(project.changes ?? [])].reverse().find((one) => states.includes(one.state));
}

/** The change to be decided. */
export function toDecide(context: ProjectFormContext): string | undefined {
  return openChange(context, 'proposed')?.changeId;
}

/** The change that can still be taken back. */
export function toCancel(context: ProjectFormContext): string | undefined {
  return openChange(context, 'proposed', 'returned', 'approved')?.changeId;
}

/** The amendment to be signed. */
export function toSign(context: ProjectFormContext): string | undefined {
  return openChange(context, 'approved')?.changeId;
}

/** The change that a form is about, where it knows by itself which. */
export function changeInQuestion({ fields }: AnyCommandForm<ProjectFormContext>, context: ProjectFormContext): ChangeSet | undefined {
  const spec = fields['changeId'];
  const changeId = spec?.kind === 'given' ? spec.value(context, {}) : undefined;
  return context.project.changes?.find((one) => one.changeId === changeId);
}

/** Parties that sign the amendment; those that have are shown as such. */
export function amendmentParties(context: ProjectFormContext): Choice[] {
  const { project, language, t } = context;
  const change = openChange(context, 'approved');
  return (change?.signatories ?? []).map((id) => {
    const signature = change?.signatures.find((one) => one.organizationId === id);
    return {
      value: id,
      label: organizationName(project, id, language, '–'),
      ...(signature === undefined
        ? {}
        : { hint: t('project.signedOn', { day: formatDate(signature.signedOn, language) }), disabled: true }),
    };
  });
}

/** Changes in effect that nobody has taken back. */
export function undoableChanges({ project, language, t }: ProjectFormContext): Choice[] {
  const all = project.changes ?? [];
  const undone = new Set(all.filter((one) => one.state === 'in-effect').map((one) => one.inverseOf));
  return all
    .filter((one) => one.state === 'in-effect' && !undone.has(one.changeId))
    .map((one) => ({ value: one.changeId, label: changeName(project, one, t), hint: changeText(project, one.items, t, language) }));
}

/** Amendments for everybody who may ask, corrections for the Secretariat. */
export function changeKinds({ project, t }: ProjectFormContext): Choice[] {
  const kinds = [...new Set((project.changeable ?? []).map((one) => one.kind))];
  return kinds.map((kind) => ({ value: kind, label: t(`changes.kinds.${kind}`) }));
}

/** What may be changed, with the present value; what cannot be changed now says why. */
export function changeTargets({ project, language, t }: ProjectFormContext, kind: unknown): ChangeTarget[] {
  return (project.changeable ?? [])
    .filter((one) => one.kind === kind)
    .map((one) => ({
      path: one.path,
      label: fieldName(project, one.path, t),
      now: changeText(project, [{ path: one.path, old: one.value, new: one.value }], t, language, 'old'),
      old: one.value,
      input: one.input,
      options: optionsOf(project, one.input, t, language),
      ...(one.sentence === undefined ? {} : { why: one.sentence }),
    }));
}

const joiningRoles = ['PARTICIPANT', 'ENTERPRISE', 'MINISTRY', 'SUPPORTER'];

function optionsOf(project: ProjectDetail, input: string, t: TFunction, language: string): Choice[] {
  if (input === 'yes-no') return ['yes', 'no'].map((value) => ({ value, label: t(`changes.${value}`) }));
  if (input === 'partner-out') return [{ value: '-', label: t('changes.leaves') }];
  if (input === 'partner-in') return joiningRoles.map((value) => ({ value, label: t(`parties.${value}`) }));
  if (input === 'lead') return nextLeaders(project, t, language);
  return input === 'person' ? peopleOfLead(project, t) : [];
}

/** People of the partners, each with his organization: it would lead, and he the project. */
function nextLeaders(project: ProjectDetail, t: TFunction, language: string): Choice[] {
  const partners = new Set(project.parties.filter((one) => one.role !== 'LEAD' && one.role !== 'HOST').map((one) => one.organizationId));
  return project.contacts
    .filter((one) => partners.has(one.organizationId))
    .map(({ personId, organizationId }) => ({
      value: personId,
      label: `${organizationName(project, organizationId, language, '–')} · ${personName(project, personId, t('project.somebody'))}`,
    }));
}

function peopleOfLead(project: ProjectDetail, t: TFunction): Choice[] {
  const leads = project.parties.filter((one) => one.role === 'LEAD').map((one) => one.organizationId);
  return project.contacts
    .filter((one) => leads.includes(one.organizationId))
    .map((one) => ({ value: one.personId, label: personName(project, one.personId, t('project.somebody')) }));
}
