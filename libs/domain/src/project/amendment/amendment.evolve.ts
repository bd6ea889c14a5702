import type { ProjectState } from '../project.state';
import type { AmendmentEvent } from './amendment.events';
import type { ChangeSet } from './change-set';
import { changesOf } from './open-changes';

type Of<T extends AmendmentEvent['type']> = Extract<AmendmentEvent, { type: T }>;
type Change = (change: ChangeSet, event: never) => ChangeSet;

function decided(state: 'returned' | 'rejected') {
  return (one: ChangeSet, { by, at, reason }: Of<'ChangeReturned' | 'ChangeRejected'>): ChangeSet => ({
    ...one,
    ...{ state, decidedBy: by, decidedAt: at, decision: reason },
  });
}

const changes = {
  ChangeApproved: (one, { by, at, signatories, minutes, block }: Of<'ChangeApproved'>) => ({
    ...one,
    ...{ state: 'approved', decidedBy: by, decidedAt: at, signatories },
    ...(minutes === undefined ? {} : { minutes }),
    ...(block === undefined ? {} : { block }),
  }),
  ChangeReturned: decided('returned'),
  ChangeRejected: decided('rejected'),
  ChangeCancelled: (one) => ({ ...one, state: 'cancelled' }),
  AmendmentSigned: (one, { signature }: Of<'AmendmentSigned'>) => ({ ...one, signatures: [...one.signatures, signature] }),
  ChangeSettled: (one, { effectOn }: Of<'ChangeSettled'>) => ({ ...one, effectOn }),
  ChangeTookEffect: (one, { effectOn, at }: Of<'ChangeTookEffect'>) => ({ ...one, state: 'in-effect', effectOn, tookEffectAt: at }),
  ChangeLapsed: (one, { why }: Of<'ChangeLapsed'>) => ({ ...one, state: 'lapsed', lapsedFor: why }),
} satisfies Record<Exclude<AmendmentEvent['type'], 'ChangeProposed'>, Change>;

/** Copies the facts of a change set's event into the state; what was returned is replaced under its number. */
export function evolveAmendment(state: ProjectState, event: AmendmentEvent): ProjectState {
  if (event.type === 'ChangeProposed') {
    const others = changesOf(state).filter((one) => one.no !== event.no);
    return { ...state, changes: [...others, event.change] };
  }
  const change = changes[event.type] as (one: ChangeSet, event: AmendmentEvent) => ChangeSet;
  const set = event.type === 'ChangeTookEffect' ? event.set : {};
  return { ...state, ...set, changes: changesOf(state).map((one) => (one.changeId === event.changeId ? change(one, event) : one)) };
}
