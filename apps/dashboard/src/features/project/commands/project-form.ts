import type { TFunction } from 'i18next';
import type { CommandForm, FormBasis, Choice } from '../../../components/command-form/field-specs';
import type { ProjectCommandBody, ProjectCommandName } from '../../../lib/commands';
import type { Forecast, ProjectDetail } from '../api/project';

/** What a form of a project must have read before it can be shown. */
export type Need = 'officers' | 'experts' | 'panel' | 'draft' | 'report-drafts' | 'forecast' | 'colleagues';

/** A saved draft as commands name it. */
export interface DraftName {
  version: number;
  hash: string;
}

/** What the forms of a project choose from. */
export interface ProjectFormContext extends FormBasis {
  project: ProjectDetail;
  officers: Choice[];
  experts: Choice[];
  /** Everybody who may sit on a panel. */
  panel: Choice[];
  draft: DraftName | undefined;
  /** People who sign for the lead, as the draft names them. */
  draftSigners: Choice[];
  /** Drafts of open reports by year. */
  reportDrafts: Record<string, DraftName>;
  /** People of the contacts' organizations, by organization. */
  colleagues: Record<string, Choice[]>;
  /** What is planned, with what may be done about it. */
  forecast: Forecast | undefined;
  t: TFunction;
  language: string;
}

/** The form of a project's command, with what it needs to have read. */
export type ProjectForm<N extends ProjectCommandName> = CommandForm<ProjectCommandBody<N>, ProjectFormContext> & {
  needs?: readonly Need[];
};
