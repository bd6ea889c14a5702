import { addAdmin } from './admin.command';
import { addBulk } from './bulk.command';
import { addCalendar } from './calendar.command';
import { addCall } from './call.command';
import type { AddCommand } from './cli-tools';
import { addDoctor } from './doctor.command';
import { addDryRun } from './dry-run.command';
import { addFirstData } from './first-data.command';
import { addGenerate } from './generate.command';
import { addInterventions } from './interventions.command';
import { addLedger } from './ledger.command';
import { addMail } from './mail.command';
import { addMigrate } from './migrate.command';
import { addPolicy } from './policy.command';
import { addProject } from './project.command';
import { addRebuild } from './rebuild.command';
import { addRegister } from './register.command';
import { addRehearsal } from './rehearsal.command';
import { addRehearse } from './rehearse.command';
import { addReconcile } from './reconcile.command';
import { addReplan } from './replan.command';
import { addRepair } from './repair.command';
import { addReplay } from './replay.command';
import { addRoot } from './root.command';
import { addTemplate } from './template.command';
import { addWatchdog } from './watchdog.command';

/** Every command of the tool; a further one is a file of its own and a line here. */
export const commands: AddCommand[] = [
  addAdmin,
  addBulk,
  addCalendar,
  addCall,
  addDoctor,
  addDryRun,
  addFirstData,
  addGenerate,
  addInterventions,
  addLedger,
  addMail,
  addMigrate,
  addPolicy,
  addProject,
  addRebuild,
  addReconcile,
  addRegister,
  addRehearsal,
  addRehearse,
  addReplan,
  addRepair,
  addReplay,
  addRoot,
  addTemplate,
  addWatchdog,
];
