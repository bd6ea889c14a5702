import {
  callCommandRights,
  callDecider,
  projectCommandRights,
  projectDecider,
  type CallState,
  type Clock,
  type Command,
  type Decider,
  type NotifyingState,
  type ProjectState,
} from '@app/domain';
import type { EntityKey, Sql } from '@app/persistence';
import { writeCallSummary, writeProjectSummary, writeRegisterEntry, type SummarySource } from '@app/persistence/ledger-writer';

/** Any event of any entity. */
export interface AnyEvent {
  type: string;
}

/** What `commit` reads from every state, whatever its kind. */
export type AnyState = NotifyingState & { policyVersion: number; clock: Clock };

/** The rules of one kind of entity as `commit` uses them: by kind, not by type. */
export interface EntityRules extends Decider<AnyState, Command, AnyEvent> {
  /** Whether these rules have an answer to such a command. */
  knows(commandType: string): boolean;
  writeSummary(tx: Sql, source: SummarySource<AnyState>): Promise<void>;
  /** Search attributes for operators, but for the wake-up. */
  attributes(state: AnyState): Record<string, string | null>;
}

/** The one place where the types of a kind are given up: heads and commands come from tables, and their `kind` decides. */
function ofAnyKind(rules: unknown): Decider<AnyState, Command, AnyEvent> {
  return rules as Decider<AnyState, Command, AnyEvent>;
}

function healthOf(state: ProjectState): string {
  if (state.hold !== undefined) return state.hold.kind;
  return state.reports.some((report) => report.overdue === true && report.submittedAt === undefined) ? 'overdue' : 'ok';
}

/** The rules of each kind of entity. */
export const deciders: Record<EntityKey['kind'], EntityRules> = {
  project: {
    ...ofAnyKind(projectDecider),
    knows: (type) => Object.hasOwn(projectCommandRights, type),
    writeSummary: async (tx, source) => {
      await writeProjectSummary(tx, source as SummarySource<ProjectState>);
      await writeRegisterEntry(tx, source as SummarySource<ProjectState>);
    },
    attributes: (state) => {
      const project = state as ProjectState;
      return {
        ProjectStage: `${project.stage}/${project.subState}`,
        HostCountry: project.hostCountry ?? null,
        CallRef: project.callCode,
        ProjectHealth: healthOf(project),
      };
    },
  },
  call: {
    ...ofAnyKind(callDecider),
    knows: (type) => Object.hasOwn(callCommandRights, type),
    writeSummary: (tx, source) => writeCallSummary(tx, source as SummarySource<CallState>),
    attributes: (state) => ({ ProjectStage: `call/${state.subState}`, CallRef: (state as CallState).code }),
  },
};
