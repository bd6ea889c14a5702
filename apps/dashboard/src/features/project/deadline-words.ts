import type { TFunction } from 'i18next';
import type { ProjectDetail } from './api/project';
import { organizationName, personName } from './names';
import { objectLabel } from './object-label';
import type { Deadline } from './situation';

/** Who owes a deadline, in words: a person or an organization with the role, or the role alone. */
export function ownerName(project: ProjectDetail, owner: Deadline['owner'], t: TFunction, language: string): string {
  const role = t(`roles.${owner.role}`);
  if (owner.personId !== undefined)
    return t('projectPage.situation.nameAndRole', { name: personName(project, owner.personId, role), role });
  if (owner.organizationId !== undefined)
    return t('projectPage.situation.nameAndRole', { name: organizationName(project, owner.organizationId, language, role), role });
  if (owner.role === 'CO' && project.officerId !== undefined)
    return t('projectPage.situation.nameAndRole', { name: personName(project, project.officerId, role), role });
  return role;
}

/** What a deadline asks for, with what it is about; of a moment nobody is reminded of, what the clock does then. */
export function deadlineName(
  project: ProjectDetail,
  { ladder, object, consequence }: Pick<Deadline, 'ladder' | 'object'> & { consequence?: string | undefined },
  t: TFunction,
): string {
  if (ladder === 'clock') {
    const words = consequence === undefined ? t('moments.other') : capital(t(`consequences.${consequence}`));
    return t(`moments.${object}`, { defaultValue: words });
  }
  const what = t(`ladders.${ladder}`);
  const about = objectLabel(project, object, t);
  return about === undefined ? what : t('projectPage.situation.about', { what, about });
}

/** What an open deadline asks for. */
export function openDeadlineName(project: ProjectDetail, deadline: Deadline, t: TFunction): string {
  return deadlineName(project, { ...deadline, consequence: deadline.consequences[0]?.code }, t);
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
