import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { refuse } from '../../shared/result';
import { evolveProject } from '../project.evolve';
import type { ProjectCommand } from '../project.commands';
import type { ProjectEvent } from '../project.events';
import type { ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ModifyAct, ModifyCommand } from './modify.commands';

type Decide = (state: ProjectState, command: ProjectCommand, ctx: DecideContext) => ProjectDecision;

/** The rules that decide a single act. */
export interface ActRules {
  /** As if the act came alone: who may give it, whether the project is held, what its own rule says. */
  decide: Decide;
  /** As if a second person had confirmed it. */
  carryOut: Decide;
}

/**
 * The id an act would have if it were a command of its own: the first has the command's, each further one the next. Only so can one of several be undone.
 */
function idOfAct(commandId: string, place: number): string {
  const last = Number.parseInt(commandId.slice(-2), 16);
  return commandId.slice(0, -2) + (last ^ place).toString(16).padStart(2, '0');
}

function contextOfAct(ctx: DecideContext, place: number): DecideContext {
  return { ...ctx, commandId: idOfAct(ctx.commandId, place), facts: ctx.facts.acts?.[place] ?? {} };
}

/** Decides one act; one that would only be proposed is decided as it will be once it is confirmed. */
function decideAct(state: ProjectState, act: ModifyAct, ctx: DecideContext, rules: ActRules) {
  const alone = rules.decide(state, act, ctx);
  if (!alone.ok || !alone.events.some((event) => event.type === 'ProposalMade')) return { decision: alone, asksSecond: false };
  return { decision: rules.carryOut(state, act, ctx), asksSecond: true };
}

/**
 * Several changes as one commit: each is decided after the ones before it, by its own rule, and all happen or none. Where one of them is under four eyes,
 * the whole waits for a second person, who needs the right to each. A refusal names the place of the act, from 0.
 */
export function decideModify(
  state: ProjectState,
  command: ModifyCommand,
  ctx: DecideContext,
  { confirmed, ...rules }: ActRules & { confirmed: boolean },
): ProjectDecision {
  if (ctx.reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  const events: ProjectEvent[] = [];
  let after = state;
  let asksSecond = false;
  for (const [place, act] of command.payload.acts.entries()) {
    const { decision, ...asked } = decideAct(after, act, contextOfAct(ctx, place), rules);
    if (!decision.ok) {
      const { code, message, values } = decision.violation;
      return refuse(code, `act ${place}: ${message}`, { ...values, place });
    }
    asksSecond ||= asked.asksSecond;
    after = decision.events.reduce<ProjectState>(evolveProject, after);
    events.push(...decision.events);
  }
  return asksSecond && !confirmed ? propose<ProjectEvent>(state, command, ctx) : { ok: true, events };
}
