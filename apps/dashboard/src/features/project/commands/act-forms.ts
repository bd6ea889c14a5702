import { askedFields } from '../../../components/command-form/body-of';
import type { Answers, AnyCommandForm } from '../../../components/command-form/field-specs';
import { assignOfficer } from './assign-officer.form';
import { changeDeadline } from './change-deadline.form';
import { decideTermination } from './decide-termination.form';
import { grantExtension } from './grant-extension.form';
import { hold } from './hold.form';
import { pauseSeries } from './pause-series.form';
import type { ProjectFormContext } from './project-form';
import { proposeChange } from './propose-change.form';
import { reinstateProject } from './reinstate-project.form';
import { resumeSeries } from './resume-series.form';
import { resume } from './resume.form';
import { rewind } from './rewind.form';
import { sendNow } from './send-now.form';
import { skipOccurrence } from './skip-occurrence.form';
import { snooze } from './snooze.form';
import { unWithdraw } from './un-withdraw.form';
import { undoChange } from './undo-change.form';
import { undoIntervention } from './undo-intervention.form';

/** A command with a form that asks for one use of it, and what is answered from the start. */
export interface ActChoice {
  name: string;
  command: string;
  label: string;
  form: AnyCommandForm<ProjectFormContext>;
  first: Answers;
}

/** Forms of what can be one act of several, by the name of its command. */
const actForms: Record<string, AnyCommandForm<ProjectFormContext>> = {
  hold,
  resume,
  'change-deadline': changeDeadline,
  'grant-extension': grantExtension,
  snooze,
  rewind,
  'assign-officer': assignOfficer,
  'pause-series': pauseSeries,
  'resume-series': resumeSeries,
  'skip-occurrence': skipOccurrence,
  'send-now': sendNow,
  'undo-intervention': undoIntervention,
  'decide-termination': decideTermination,
  'reinstate-project': reinstateProject,
  'un-withdraw': unWithdraw,
  'propose-change': proposeChange,
  'undo-change': undoChange,
};

/** The form of an act, or nothing where the command can be none. */
export function actFormOf(name: string): AnyCommandForm<ProjectFormContext> | undefined {
  return Object.hasOwn(actForms, name) ? actForms[name] : undefined;
}

const files: ReadonlySet<string> = new Set(['document', 'documents', 'language-documents']);

/** What is asked of an act among several, in order: its reason stands once for all of them, and papers belong to the act when it is really done. */
export function askedOfAct(form: AnyCommandForm<ProjectFormContext>): ReturnType<typeof askedFields<ProjectFormContext>> {
  return askedFields(form).filter(([name, { kind }]) => name !== 'reason' && !files.has(kind));
}
