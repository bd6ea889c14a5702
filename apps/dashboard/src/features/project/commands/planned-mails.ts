import type { Choice } from '../../../components/command-form/field-specs';
import { formatDate, formatDay } from '../../../lib/format';
import { objectLabel } from '../object-label';
import type { ProjectFormContext } from './project-form';

type Series = NonNullable<ProjectFormContext['forecast']>['series'][number];
type Planning = Series['possible'][number]['command'];

function seriesWith({ forecast }: ProjectFormContext, command: Planning): Series[] {
  return (forecast?.series ?? []).filter((one) => one.possible.some((each) => each.command === command && each.possible));
}

/** Kinds of deadlines whose planned mails a command may be about now. */
export function plannedRules(context: ProjectFormContext, command: Planning): Choice[] {
  const rules = [...new Set(seriesWith(context, command).map((one) => one.rule))];
  return rules.map((value) => ({ value, label: context.t(`ladders.${value}`) }));
}

/** Deadlines of one kind, by what they are about, each with its date. */
export function plannedObjects(context: ProjectFormContext, command: Planning, rule: unknown): Choice[] {
  const { project, t, language } = context;
  return seriesWith(context, command)
    .filter((one) => one.rule === rule)
    .map((one) => ({
      value: one.object,
      label: objectLabel(project, one.object, t) ?? t(`ladders.${one.rule}`),
      hint: t('forecast.dueOn', { day: formatDate(one.dueOn, language) }),
    }));
}

/** Planned mails of one deadline that a command may be about now, each with the day it is planned for. */
export function plannedSteps({ forecast, t, language }: ProjectFormContext, command: Planning, rule: unknown, object: unknown): Choice[] {
  return (forecast?.items ?? [])
    .filter(({ occurrence, possible }) => {
      const isOurs = occurrence.rule === rule && occurrence.object === object;
      return isOurs && possible.some((one) => one.command === command && one.possible);
    })
    .map(({ occurrence, at }) => ({
      value: occurrence.step,
      label: formatDay(at, language),
      hint: `${t(`occurrences.${occurrence.kind}`)} · ${t(`forecast.levels.${occurrence.level ?? 'L0'}`)}`,
    }));
}

/** What was done to planned mails and can be undone. */
export function undoable({ forecast, project, t, language }: ProjectFormContext): Choice[] {
  return (forecast?.interventions ?? [])
    .filter((one) => one.possible.some((each) => each.possible))
    .map((one) => {
      const about = objectLabel(project, one.object, t);
      return {
        value: one.interventionId,
        label: [t(`forecast.kinds.${one.kind}`), t(`ladders.${one.rule}`), about].filter(Boolean).join(' · '),
        hint: t('forecast.doneBy', { name: one.byName, day: formatDay(one.at, language) }),
      };
    });
}
