import type { Criterion } from '../../../components/command-form/field-specs';
import type { ProjectFormContext } from './project-form';

/** Weights of the rubric of 100 points, version 1 of the policy. */
const weights = { need: 15, partners: 15, site: 10, teachers: 10, standards: 20, enterprise: 15, plan: 15 };

/** The criteria of the score sheet. */
export function rubricOf({ t }: Pick<ProjectFormContext, 't'>): Criterion[] {
  return Object.entries(weights).map(([code, weight]) => ({ code, weight, label: t(`criteria.${code}`) }));
}
