import { formalZone, localDateOf } from '../../calendar/zone';
import type { DecideContext } from '../../shared/decision';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ImportedCommand } from './imported.commands';

/**
 * Takes the record of a project that ended before our records began, as closed: no check of ours is played through it, no deadline and no mail follow.
 * Administrators only. Its dates lie in the past, in the order of time, and its reference is one of its call.
 */
export function decideImport({ payload }: ImportedCommand, ctx: DecideContext): ProjectDecision {
  const { call } = ctx.facts;
  if (ctx.actor.kind !== 'person' || !ctx.actor.roles.includes('AD'))
    return refuse('NOT_ALLOWED', 'records are imported by an administrator', { command: 'ImportRecord' });
  const { callId, ...record } = payload;
  if (call === undefined || call.callId !== callId) return refuse('UNKNOWN_OBJECT', 'there is no such call', { callId });
  if (!record.reference.startsWith(`${call.code}-`))
    return refuse('UNKNOWN_OBJECT', 'the reference is not one of this call', { reference: record.reference, call: call.code });
  const today = localDateOf(ctx.now, formalZone);
  const late = record.facts.find(({ on }) => on > today);
  if (late !== undefined) return refuse('DATE_IN_FUTURE', 'what is imported has happened', { heldOn: late.on });
  const { code: callCode, programme, year, policyVersion, clock } = call;
  const facts = [...record.facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const importedBy = ctx.actor.personId;
  return happened({
    type: 'RecordImported',
    projectId: ctx.entityId,
    callId,
    callCode,
    programme,
    year,
    policyVersion,
    clock,
    importedBy,
    at: ctx.now,
    ...record,
    facts,
  });
}
