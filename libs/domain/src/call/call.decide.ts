import { formalZone, localDateOf } from '../calendar/zone';
import { mayCommandCall } from './call-permissions';
import type { PersonId } from '../shared/branded-ids';
import type { Command, DecideContext } from '../shared/decision';
import { confirmProposal, propose, rejectProposal } from '../shared/four-eyes';
import { closeDeadline, setDeadline } from '../shared/make-deadline';
import { planDeadlines } from '../shared/plan-deadlines';
import { recomputeDeadlines } from '../shared/recompute-deadlines';
import { refuse } from '../shared/result';
import { wake } from '../shared/wake';
import { called, callNotIn, type CallDecision } from './call-rule';
import { carryOutCallConsequence } from './call.consequences';
import type { CallCommand } from './call.commands';
import type { CallEvent } from './call.events';
import type { CallState } from './call.state';
import { decideAnnounceProjects, decideFixRanking, decideLines, decidePrepareProposal, decideStartNotice } from './decision.decide';

type Of<T extends CallCommand['type']> = Extract<CallCommand, { type: T }>;

/** What may be asked of a call that does not exist yet. */
function decideFirst(command: CallCommand, ctx: DecideContext): CallDecision {
  if (command.type !== 'CreateCall' || ctx.actor.kind !== 'person') return refuse('UNKNOWN_OBJECT', 'there is no such call');
  return decideCreate(command, ctx.actor.personId, ctx);
}

function decideCreate(command: Of<'CreateCall'>, by: PersonId, ctx: DecideContext): CallDecision {
  const { code, programme, year, opensAt, closesAt, policyVersion, clock } = command.payload;
  if (closesAt <= opensAt) return refuse('DATE_IN_PAST', 'a call closes after it opens', { opensAt, closesAt });
  return called({
    type: 'CallCreated',
    callId: ctx.entityId,
    code,
    programme,
    year,
    opensAt,
    closesAt,
    policyVersion,
    clock: clock ?? { kind: 'real' },
    by,
    at: ctx.now,
  });
}

/** What a call needs before it may be published: notice in zh and en, form, rubric, checklist, and calendars of the years it covers. */
function incomplete(state: CallState, ctx: DecideContext): string[] {
  const materials = ctx.facts.callMaterials;
  if (materials === undefined) return ['materials'];
  const languages = ['zh', 'en'].filter((l) => !materials.noticeLanguages.includes(l)).map((l) => `notice-${l}`);
  const parts = (['form', 'rubric', 'checklist'] as const).filter((part) => !materials[part]);
  const years = materials.calendarYears.some((y) => y.country === 'CN' && y.year === state.year) ? [] : [`calendar-CN-${state.year}`];
  return [...languages, ...parts, ...years];
}

function decidePublish(state: CallState, command: Of<'PublishCall'>, ctx: DecideContext, confirmed: boolean): CallDecision {
  const refusal = callNotIn(state, 'draft');
  if (refusal !== undefined) return refusal;
  const missing = incomplete(state, ctx);
  if (missing.length > 0) return refuse('CALL_INCOMPLETE', 'parts of the call are missing', { missing });
  if (ctx.now >= state.closesAt) return refuse('DATE_IN_PAST', 'the closing is over', { closesAt: state.closesAt });
  if (!confirmed) return propose<CallEvent>(state, command, ctx);
  const opensAt = ctx.now > state.opensAt ? ctx.now : state.opensAt;
  return called(
    { type: 'CallPublished', opensAt, at: ctx.now },
    clockEvent(state, { object: 'opening', at: opensAt, code: 'open-call', policyKey: 'call.opens' }, ctx),
    clockEvent(state, { object: 'closing', at: state.closesAt, code: 'close-call', policyKey: 'call.closes' }, ctx),
  );
}

interface ClockMoment {
  object: string;
  at: string;
  code: 'open-call' | 'close-call';
  policyKey: string;
}

function clockEvent(state: CallState, { object, at, code, policyKey }: ClockMoment, ctx: DecideContext): CallEvent {
  return setDeadline(
    {
      ladder: 'clock',
      object,
      fixedOn: localDateOf(at, formalZone),
      endsAt: at,
      set: ['CN'],
      roll: 'none',
      policyKey,
      owner: { role: 'SH' },
      country: 'CN',
      consequences: [{ code, policyKey, at }],
    },
    state,
    ctx,
  );
}

/** A project names itself; one that comes after the closing is told at once when the call closed. Repeated, it is quiet. */
function decideCount(state: CallState, command: Of<'CountApplication'>): CallDecision {
  const { projectId } = command.payload;
  if (state.applications.includes(projectId)) return called();
  const late = state.subState !== 'open' && state.subState !== 'published';
  return called({ type: 'ApplicationCounted', projectId, late, ...(late ? { closedAt: state.closesAt } : {}) });
}

function decideFree(state: CallState, command: Of<'FreePlace'>, ctx: DecideContext): CallDecision {
  if (state.freedBy.includes(command.payload.projectId)) return called();
  return called({ type: 'PlaceFreed', ...command.payload, at: ctx.now });
}

/** Only a place that was given back is taken again. */
function decideReclaim(state: CallState, command: Of<'ReclaimPlace'>, ctx: DecideContext): CallDecision {
  if (!state.freedBy.includes(command.payload.projectId)) return called();
  return called({ type: 'PlaceReclaimed', ...command.payload, at: ctx.now });
}

/** Carries out what a second person confirmed. */
function carryOutProposal(state: CallState, command: Command, ctx: DecideContext): CallDecision {
  const proposed = command as CallCommand;
  if (!mayCommandCall(ctx.actor, proposed.type))
    return refuse('NOT_ALLOWED', 'this person may not confirm this', { command: proposed.type });
  if (proposed.type === 'PublishCall') return decidePublish(state, proposed, ctx, true);
  if (proposed.type === 'AnnounceProjects') return decideAnnounceProjects(state, ctx);
  return refuse('UNKNOWN_OBJECT', 'this proposal cannot be confirmed', { command: proposed.type });
}

function decideAnnounce(state: CallState, command: Of<'AnnounceProjects'>, ctx: DecideContext): CallDecision {
  const dryRun = decideAnnounceProjects(state, ctx);
  return dryRun.ok ? propose<CallEvent>(state, command, ctx) : dryRun;
}

function decideWake(state: CallState, ctx: DecideContext): CallDecision {
  const plan = planDeadlines(state.id, state.deadlines, ctx.policy, ctx.calendars, true);
  return {
    ok: true,
    events: wake<CallEvent>(state, plan, ctx, (code, deadline) => [
      ...carryOutCallConsequence(state, code, deadline, ctx),
      ...closeDeadline(state, 'clock', deadline.object, 'over'),
    ]),
  };
}

type Rules = {
  [T in CallCommand['type']]: (state: CallState, command: Extract<CallCommand, { type: T }>, ctx: DecideContext) => CallDecision;
};

const rules: Rules = {
  CreateCall: () => refuse('ALREADY_DONE', 'the call was created before'),
  PublishCall: (state, command, ctx) => decidePublish(state, command, ctx, false),
  FixRanking: decideFixRanking,
  PrepareProposal: (state, _command, ctx) => decidePrepareProposal(state, ctx),
  DecideProposal: decideLines,
  StartPublicNotice: decideStartNotice,
  AnnounceProjects: decideAnnounce,
  CountApplication: (state, command) => decideCount(state, command),
  FreePlace: decideFree,
  ReclaimPlace: decideReclaim,
  ConfirmProposal: (state, command, ctx) =>
    confirmProposal<CallEvent>(state, command.payload.proposalId, ctx, (proposed) => carryOutProposal(state, proposed, ctx)),
  RejectProposal: (state, command, ctx) => rejectProposal<CallEvent>(state, command.payload.proposalId, ctx),
  Wake: (state, _command, ctx) => decideWake(state, ctx),
  Sync: () => called(),
  Replan: (state, _command, ctx) => called(...recomputeDeadlines(state, ctx)),
};

/** Answers a command to a call with what happened, or why not. */
export function decideCall(state: CallState | undefined, command: CallCommand, ctx: DecideContext): CallDecision {
  if (!mayCommandCall(ctx.actor, command.type)) return refuse('NOT_ALLOWED', 'this person may not do this here', { command: command.type });
  if (state === undefined) return decideFirst(command, ctx);
  const rule = rules[command.type] as (state: CallState, command: CallCommand, ctx: DecideContext) => CallDecision;
  return rule(state, command, ctx);
}
