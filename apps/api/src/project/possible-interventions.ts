import {
  mayCommandProject,
  later,
  projectDecider,
  type Actor,
  type Deadline,
  type DecideContext,
  type Instant,
  type ProjectCommand,
  type ProjectState,
  type StepMails,
} from '@app/domain';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { Setting } from '../commands/rule-room';
import { reasonUnder } from '../commands/why-refused';
import { toldReason, type ToldReason } from '../errors/told-reason';

/** Commands about planned mails. */
export type PlanningCommandType =
  'SkipOccurrence' | 'SendNow' | 'Snooze' | 'ChangeDeadline' | 'PauseSeries' | 'ResumeSeries' | 'UndoIntervention';

/** An intervention that a reader may make, or why not now. */
export interface PossibleIntervention {
  command: PlanningCommandType;
  possible: boolean;
  why?: string;
  sentence?: string;
  because?: ToldReason;
}

type Planning = Extract<ProjectCommand, { type: PlanningCommandType }>;

/** A reason stands in for the one that will be given. */
const someReason = { textId: '00000000-0000-0000-0000-000000000000', sha256: '0'.repeat(64) };

/** Asks the rules themselves what a reader could do to the planned mails of a project now; nothing for those who may do none of it. */
export class Interventions {
  private readonly asks: boolean;
  private readonly context: Omit<DecideContext, 'facts'>;

  constructor(
    private readonly state: ProjectState,
    private readonly actor: Actor,
    private readonly mails: Map<string, StepMails[]>,
    private readonly language: SpokenLanguage,
    { now, ...setting }: Setting & { now: Instant },
  ) {
    this.asks = mayCommandProject(actor, 'SkipOccurrence', state);
    this.context = { entityId: state.id, now, commandId: 'forecast', actor, reason: someReason, ...setting, taken: {} };
  }

  /** What may be done to one planned mail. */
  ofStep(aim: { rule: string; object: string; step: string; series: number }): PossibleIntervention[] {
    const { rule, object, step } = aim;
    return [
      this.ask({ type: 'SkipOccurrence', payload: pick(aim) }),
      this.ask({ type: 'SendNow', payload: { rule, object, step } }),
    ].flat();
  }

  /** What may be done to a whole series; `SendNow` is one more reminder to whoever owes it. */
  ofSeries({ ladder: rule, object, dueOn }: Deadline): PossibleIntervention[] {
    const aim = { rule, object };
    const commands: Planning[] = [
      { type: 'SendNow', payload: aim },
      { type: 'Snooze', payload: { ...aim, workingDays: 1 } },
      { type: 'ChangeDeadline', payload: { ...aim, dueOn: someLaterDay(dueOn, this.context.now) } },
      { type: 'PauseSeries', payload: aim },
      { type: 'ResumeSeries', payload: aim },
    ];
    return commands.flatMap((command) => this.ask(command));
  }

  /** Whether an intervention can be taken back. */
  ofUndo(interventionId: string, { ladder, object }: Deadline): PossibleIntervention[] {
    return this.ask({ type: 'UndoIntervention', payload: { interventionId } }, `${ladder}/${object}`);
  }

  private ask(command: Planning, of?: string): PossibleIntervention[] {
    if (!this.asks) return [];
    const aim = of ?? ('rule' in command.payload ? `${command.payload.rule}/${command.payload.object}` : '');
    const facts = { stepMails: this.mails.get(aim) ?? [] };
    const decision = projectDecider.decide(this.state, command, { ...this.context, facts });
    if (decision.ok) return [{ command: command.type, possible: true }];
    const { code, values } = decision.violation;
    const reason = reasonUnder({ command: command.type, code }, this.state.policyVersion, this.context.policy);
    const told = { sentence: problemSentence(code, this.language, values).says, because: toldReason(reason, this.language) };
    return [{ command: command.type, possible: false, why: code, ...told }];
  }
}

/** A date that is later than the present one and than today, in place of the one that will be asked for. */
function someLaterDay(dueOn: string, now: Instant): string {
  const today = now.slice(0, 10);
  return later(`${dueOn > today ? dueOn : today}T00:00:00.000Z`, 30 * 86_400_000).slice(0, 10);
}

function pick({ rule, object, step, series }: { rule: string; object: string; step: string; series: number }): {
  rule: string;
  object: string;
  step: string;
  series: number;
} {
  return { rule, object, step, series };
}
