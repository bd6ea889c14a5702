import { closeDeadline } from '../../shared/make-deadline';
import { formalZone, localDateOf } from '../../calendar/zone';
import { refuse } from '../../shared/result';
import { maySignFor } from '../mou/signatories';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import { happenedOnRefusal } from '../real-dates';
import type { AmendmentCommand } from './amendment.commands';
import type { ChangeSet } from './change-set';
import { changesOf } from './open-changes';
import type { Refusal, Running } from './field-rule';
import type { PersonSetting } from './person-setting';
import { settled, signingOver } from './take-effect';

type Signature = Extract<AmendmentCommand, { type: 'RecordAmendmentSignature' }>['payload'];

/** Officers record any party's signature, a signatory that of his own organization. */
function signerRefusal(state: ProjectState, change: ChangeSet, payload: Signature, { actor }: PersonSetting): Refusal | undefined {
  const { organizationId, personId } = payload;
  if (!actor.roles.includes('CO') && !maySignFor(state, actor.personId, organizationId))
    return refuse('NOT_ALLOWED', 'a signatory records the signature of his own organization only');
  if (!change.signatories.includes(organizationId)) return refuse('UNKNOWN_OBJECT', 'this party does not sign it', { organizationId });
  if (change.signatures.some((one) => one.organizationId === organizationId))
    return refuse('ALREADY_SIGNED', 'this party has signed', { organizationId });
  if (!maySignFor(state, personId, organizationId))
    return refuse('SIGNATURE_MISSING', 'this person may not sign for the party', { organizationId });
  return undefined;
}

/** Records a party's signature under an approved amendment; the last one settles it. */
export function decideAmendmentSignature(state: Running, payload: Signature, ctx: PersonSetting): ProjectDecision {
  const { changeId, ...signature } = payload;
  const change = changesOf(state).find((one) => one.changeId === changeId);
  if (change === undefined) return refuse('UNKNOWN_OBJECT', 'there is no such change', { changeId });
  if (change.state !== 'approved') return refuse('CHANGE_DECIDED', 'it is not open for signature', { no: change.no, state: change.state });
  const asked = localDateOf(change.proposedAt, formalZone);
  const refusal = signerRefusal(state, change, payload, ctx) ?? happenedOnRefusal(signature.signedOn, asked, ctx);
  if (refusal !== undefined) return refusal;
  const { organizationId, signedOn } = signature;
  const { no } = change;
  const signed = happened(
    { type: 'AmendmentSigned', changeId, no, organizationId, signedOn, signature, at: ctx.now },
    ...closeDeadline(state, 'amendmentSign', organizationId, 'met'),
  );
  if (change.signatures.length + 1 < change.signatories.length) return signed;
  const over = signingOver(state, change, 'met').filter((event) => event.type !== 'DeadlineClosed' || event.ladder === 'clock');
  return { ...signed, events: [...signed.events, ...over, ...settled(state, change, ctx)] };
}
