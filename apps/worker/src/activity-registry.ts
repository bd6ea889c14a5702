import type {
  BulkActivities,
  ConductorActivities,
  EntityActivities,
  ForeseeActivities,
  MailDeskActivities,
  MaintenanceActivities,
  ProofActivities,
  ReconcileActivities,
  RehearsalActivities,
} from '@app/workflows';

/** Activities of the task queue `project`. */
export type ProjectActivities = EntityActivities &
  ConductorActivities &
  ReconcileActivities &
  MaintenanceActivities &
  ProofActivities &
  BulkActivities &
  ForeseeActivities &
  RehearsalActivities;

/** Activities of the task queue `mail`. */
export type MailActivities = MailDeskActivities;

/** The services whose methods the engine calls. */
export interface ActivityServices {
  commit: Pick<EntityActivities, 'commit' | 'storeFailure'>;
  dispatch: Pick<EntityActivities, 'dispatch'>;
  conductor: ConductorActivities;
  sweep: ReconcileActivities;
  replayCheck: Pick<MaintenanceActivities, 'checkReplay'>;
  repairs: Omit<MaintenanceActivities, 'checkReplay' | 'replanCalendars'>;
  calendars: Pick<MaintenanceActivities, 'replanCalendars'>;
  proof: ProofActivities;
  bulk: BulkActivities;
  foresee: ForeseeActivities;
  rehearsal: RehearsalActivities;
  mailDesk: MailDeskActivities;
}

/** One flat map of bound functions per task queue: the engine knows activities by name and calls them without `this`. */
export function activityRegistry(services: ActivityServices): { project: ProjectActivities; mail: MailActivities } {
  const { commit, dispatch, conductor, sweep, replayCheck, repairs, calendars, proof, bulk, foresee, rehearsal, mailDesk } = services;
  return {
    project: {
      commit: (input) => commit.commit(input),
      storeFailure: (input) => commit.storeFailure(input),
      dispatch: (input) => dispatch.dispatch(input),
      conductStep: (input) => conductor.conductStep(input),
      sweep: (input) => sweep.sweep(input),
      checkReplay: (input) => replayCheck.checkReplay(input),
      repair: (input) => repairs.repair(input),
      replanCalendars: (input) => calendars.replanCalendars(input),
      lookForTrouble: (input) => repairs.lookForTrouble(input),
      inspect: (input) => repairs.inspect(input),
      proveStep: (input) => proof.proveStep(input),
      foreseeStep: (input) => foresee.foreseeStep(input),
      rehearseStep: (input) => rehearsal.rehearseStep(input),
      advanceBulk: (input) => bulk.advanceBulk(input),
    },
    mail: { deliverDue: (input) => mailDesk.deliverDue(input) },
  };
}
