export { projectWorkflow } from './project/project.workflow';
export { callWorkflow } from './call/call.workflow';
export { mailDeskWorkflow } from './mail-desk/mail-desk.workflow';
export { conductorWorkflow } from './conductor/conductor.workflow';
export { sweepWorkflow } from './reconcile/sweep.workflow';
export { maintenanceWorkflow } from './maintenance/maintenance.workflow';
export { proofWorkflow } from './proof/proof.workflow';
export { bulkWorkflow } from './bulk/bulk.workflow';
