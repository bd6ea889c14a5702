import { correctionTargets, defectReasonChoices } from './choices';
import type { ProjectForm } from './project-form';

/** Sends back one list of everything that is to be mended. */
export const returnForCorrection: ProjectForm<'return-for-correction'> = {
  irreversible: true,
  fields: { items: { kind: 'defects', targets: correctionTargets, reasons: defectReasonChoices } },
};
