import type { TFunction } from 'i18next';
import { commandNameOf } from '../../lib/commands';
import { inLanguage } from '../../lib/stages';
import type { OpenTask, OpenTasks } from './api/tasks';

/** Commands that make what they are about; they have pages of their own, and no form. */
const founding: ReadonlySet<string> = new Set(['StartApplication', 'ImportRecord', 'CreateCall']);

/** What is asked or was done, in the words of the form that answers it. */
export function askOf({ entity, command, ladder }: Pick<OpenTask, 'entity' | 'command' | 'ladder'>, t: TFunction): string {
  if (command !== null && founding.has(command)) return t(`tasks.founded.${command}`);
  if (command !== null) return t(`forms.${entity.kind}.${commandNameOf(command)}.title`);
  return t(`ladders.${ladder ?? ''}`, { defaultValue: t('moments.other') });
}

/** What it is about, in words: a milestone, a year, a party, a round; nothing for the project as a whole or for oneself. */
export function objectOf({ object, command }: OpenTask, names: Pick<OpenTasks, 'organizations'>, t: TFunction): string | undefined {
  if (command === 'ConfirmProposal') return undefined;
  const organization = names.organizations[object];
  if (organization !== undefined) return inLanguage(organization.nameZh, organization.nameEn, t('languageTag'));
  if (/^M\d+$/.test(object)) return t(`milestones.${object}`);
  if (/^\d{4}$/.test(object)) return object;
  const round = /^round-(\d+)$/.exec(object)?.[1];
  return round === undefined ? undefined : t('project.round', { no: round });
}

/** Everybody else who is asked the same: people by name, standing roles by title. */
export function othersOf({ askedToo, askedRoles }: OpenTask, names: Pick<OpenTasks, 'people'>, t: TFunction): string {
  const people = askedToo.flatMap((id) => {
    const person = names.people[id];
    if (person === undefined) return [];
    return [person.fullName === person.latinName ? person.fullName : `${person.fullName} (${person.latinName})`];
  });
  return [...people, ...askedRoles.map((role) => t(`roles.${role}`))].join(t('why.comma'));
}
