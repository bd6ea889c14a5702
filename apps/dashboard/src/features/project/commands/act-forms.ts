import type { AnyCommandForm } from '../../../components/command-form/field-specs';
import { assignOfficer } from './assign-officer.form';
import { changeDeadline } from './change-deadline.form';
import { decideTermination } from './decide-termination.form';
import { grantExtension } from './grant-extension.form';
import { hold } from './hold.form';
import { pauseSeries } from './pause-series.form';
import type { ProjectFormContext } from './project-form';
import { reinstateProject } from './reinstate-project.form';
import { resumeSeries } from './resume-series.form';
import { resume } from './resume.form';
import { rewind } from './rewind.form';
import { sendNow } from './send-now.form';
import { skipOccurrence } from './skip-occurrence.form';
import { snooze } from './snooze.form';
import { unWithdraw } from './un-withdraw.form';
import { undoIntervention } from './undo-intervention.form';

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
};

/** The form of an act, or nothing where the command can be none. */
export function actFormOf(name: string): AnyCommandForm<ProjectFormContext> | undefined {
  return Object.hasOwn(actForms, name) ? actForms[name] : undefined;
}
