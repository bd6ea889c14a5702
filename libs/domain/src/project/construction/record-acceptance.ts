import { formalZone, localDateOf } from '../../calendar/zone';
import type { DecideContext } from '../../shared/decision';
import type { PersonFacts } from '../../shared/facts';
import { closeAllDeadlines } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { Construction, ProjectState } from '../project.state';
import { happenedOnRefusal } from '../real-dates';
import type { ConstructionCommand } from './construction.commands';

type RecordAcceptance = Extract<ConstructionCommand, { type: 'RecordAcceptance' }>;
type Refusal = ReturnType<typeof refuse>;

/** Members who belong to a party of the project do not judge it (rules on conflicts of interest, as for the panel of experts). */
function conflictRefusal(state: ProjectState, people: PersonFacts[]): Refusal | undefined {
  const parties = new Set(state.parties.map((p) => p.organizationId));
  const own = people.filter((p) => p.organizationId !== undefined && parties.has(p.organizationId)).map((p) => p.personId);
  return own.length > 0
    ? refuse('CONFLICT_OF_INTEREST', 'a member of the panel belongs to a party', { people: own, match: 'same-organization' })
    : undefined;
}

/** Quorum of the acceptance panel: 5 present (Luban practice: of 7), the chair among them, one from the host country (default). */
function quorumRefusal(state: ProjectState, people: PersonFacts[], ctx: DecideContext): Refusal | undefined {
  const least = ctx.policy.construction.acceptanceQuorum;
  const chair = people.some((p) => p.roles.includes('CH'));
  const fromHost = people.some((p) => p.country === state.hostCountry);
  if (people.length >= least && chair && fromHost) return undefined;
  return refuse('NO_QUORUM', 'the acceptance panel had no quorum', {
    present: people.length,
    invited: ctx.policy.construction.acceptancePanel,
    least,
    missing: [...(chair ? [] : ['chair']), ...(fromHost ? [] : ['host-country'])],
  });
}

/** Deadlines of construction, which end with it; reports, expiry and proposals live on. */
function ofConstruction(ladder: string, object: string): boolean {
  return ladder === 'milestone' || ladder === 'kickOff' || (ladder === 'clock' && object === 'acceptance');
}

/** Records that the acceptance was passed, on a day between the self-evaluation and today: the workshop operates. */
export function decideRecordAcceptance(
  state: ProjectState,
  site: Construction,
  command: RecordAcceptance,
  ctx: DecideContext,
): ProjectDecision {
  if (site.acceptance !== undefined)
    return refuse('ALREADY_DONE', 'the acceptance was recorded before', { heldOn: site.acceptance.heldOn });
  if (state.subState !== 'acceptance' || site.selfEvaluation === undefined)
    return refuse('WRONG_STAGE', 'the self-evaluation comes first', { stage: state.stage, subState: state.subState });
  const { heldOn, present, minutes } = command.payload;
  const handedInOn = localDateOf(site.selfEvaluation.submittedAt, formalZone);
  const known = ctx.facts.people ?? {};
  const members = [...new Set(present)];
  const people = members.flatMap((id) => known[id] ?? []);
  const unknown = members.filter((id) => known[id] === undefined);
  if (unknown.length > 0) return refuse('UNKNOWN_OBJECT', 'a member of the panel is not known', { people: unknown });
  const further = happenedOnRefusal(heldOn, handedInOn, ctx) ?? conflictRefusal(state, people) ?? quorumRefusal(state, people, ctx);
  if (further !== undefined) return further;
  return happened(
    { type: 'AcceptancePassed', heldOn, present: members, minutes, at: ctx.now },
    ...closeAllDeadlines(state, 'over', (d) => !ofConstruction(d.ladder, d.object)),
  );
}
