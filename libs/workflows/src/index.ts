export * from './task-queues';
export * from './entity/entity.contract';
export type * from './entity/entity.activities';
export * from './mail-desk/mail-desk.contract';
export type * from './mail-desk/mail-desk.activities';
export * from './conductor/conductor.contract';
export type * from './conductor/conductor.activities';
export * from './reconcile/reconcile.contract';
export type * from './reconcile/reconcile.activities';
