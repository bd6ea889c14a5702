import type { DecideContext } from '../../shared/decision';
import type { Violation } from '../../shared/result';
import type { ProjectEvent } from '../project.events';
import type { Construction, Mou, ProjectState } from '../project.state';
import type { TextRef } from '../../shared/branded-ids';
import type { Facts } from '../../shared/facts';
import type { LocalDate } from '../../shared/local-date';
import type { ChangedParts } from './amendment.events';
import type { AskedItem } from './amendment.commands';
import type { Given } from './change-set';
import type { ChangeType } from './change-types';

/** A refusal as rules answer it. */
export type Refusal = { ok: false; violation: Violation };

/** A project whose MoU is in force: only there something can be amended or corrected. */
export type Running = ProjectState & {
  mou: Mou & { effectiveOn: LocalDate; expiresOn: LocalDate };
  construction: Construction & { endsOn: LocalDate };
};

/** The project as one whose MoU has taken effect; nothing before that. */
export function running(state: ProjectState): Running | undefined {
  const { mou, construction } = state;
  if (mou?.effectiveOn === undefined || mou.expiresOn === undefined || construction?.endsOn === undefined) return undefined;
  return state as Running;
}

/** An item as it is asked for, or asked for again with what was frozen with it. */
export type FrozenItem = AskedItem & Given;

/** What a rule of a field may know beside the state. */
export type FieldSetting = Pick<DecideContext, 'now' | 'policy'>;

/** What checking a new value may know: facts from outside, too. */
export type CheckSetting = FieldSetting & Pick<DecideContext, 'facts'>;

/**
 * One kind of value that can be changed: how the old one is read, the new one checked, what it sets in the state and which dates move. `key` names the
 * thing within the project where there are several: a milestone, a person.
 */
export interface FieldRule {
  kind: 'amendment' | 'correction';
  /** Of amendments: what the contract calls it. */
  type?: ChangeType;
  /** The type of one new value, where it hangs on that. */
  typeFor?(value: string): ChangeType;
  input: 'date' | 'months' | 'person' | 'yes-no' | 'line' | 'text' | 'amount' | 'partner-in' | 'partner-out' | 'lead';
  /** The things of this kind that the project has a value of. */
  keys(state: Running): string[];
  /** The present value; nothing where there is none to change. */
  read(state: Running, key: string): string | undefined;
  /** The present text, where the value is one. */
  textOf?(state: Running): TextRef | undefined;
  /** What has to be known of a new value beside itself; frozen with it. Nothing where it cannot be known. */
  freeze?(state: Running, key: string, asked: FrozenItem, facts: Facts): Given;
  /** Why it cannot be changed at all now. */
  locked?(state: Running, key: string, ctx: FieldSetting): Refusal | undefined;
  /** Why it cannot become this. */
  refusal(state: Running, key: string, value: string, ctx: CheckSetting & { given: Given }): Refusal | undefined;
  set(state: Running, key: string, value: string, given: Given): ChangedParts;
  moves?(state: Running, key: string, value: string, ctx: DecideContext): ProjectEvent[];
  /** Of corrections: whether a second person has to confirm. */
  secondPerson?(state: Running, key: string): boolean;
}
