import type { PersonId } from '../../shared/branded-ids';
import type { RewindTarget } from './rewind-targets';

/** Commands at any time: holding, four eyes, the clock, and what the machinery reports. */
export type ControlCommand =
  | { type: 'Hold'; payload: { kind: 'hold' | 'suspension'; reasonCode: string } }
  | { type: 'Resume'; payload: Record<string, never> }
  /** Back to an earlier step; a second person confirms. */
  | { type: 'Rewind'; payload: { toSubState: RewindTarget } }
  /** The project stands again where it stood before the last rewind; a second person confirms. */
  | { type: 'UndoRewind'; payload: Record<string, never> }
  /** Leaves a step out: `defence`, or `report/2026`; a second person confirms. */
  | { type: 'Skip'; payload: { step: string } }
  /** Has a step done once more; a second person confirms. */
  | { type: 'Redo'; payload: { step: string } }
  /** Another person of the same organization in the place of a contact; a second person confirms. */
  | { type: 'ReplaceContact'; payload: { personId: PersonId; byPersonId: PersonId } }
  /** Moves the project to another published policy; a second person confirms. */
  | { type: 'AdoptPolicy'; payload: { version: number } }
  | { type: 'ConfirmProposal'; payload: { proposalId: string } }
  | { type: 'RejectProposal'; payload: { proposalId: string } }
  /** The clock: handles the first due occurrence of the plan. */
  | { type: 'Wake'; payload: Record<string, never> }
  /** Asks the ledger where it stands; decides nothing. */
  | { type: 'Sync'; payload: Record<string, never> }
  /** A calendar or a rule changed: open deadlines are computed anew, never shortened once told. */
  | { type: 'Replan'; payload: Record<string, never> }
  /** The mail desk reports an address that finally refused; the next contact is told and an officer asked to confirm the address. */
  | { type: 'RecordDelivery'; payload: { personId: PersonId; notificationKey: string; result: 'permanent-failure' | 'delivered' } };
