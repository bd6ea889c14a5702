import type { DocumentRef } from '../../shared/branded-ids';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { happened, notIn, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { Mou, ProjectState } from '../project.state';
import type { MouCommand } from './mou.commands';
import { commentDeadlines, signatureDeadlines } from './mou-deadlines';
import { decideExtension } from './grant-extension';
import { decideRecordSignature } from './record-signature';
import { signatoriesOf } from './signatories';

type Of<T extends MouCommand['type']> = Extract<MouCommand, { type: T }>;

/** Closes every open deadline of one ladder row. */
function closeRow(state: ProjectState, ladder: Deadline['ladder'], why: 'over' | 'withdrawn'): ProjectEvent[] {
  return state.deadlines.filter((d) => d.ladder === ladder).flatMap((d) => closeDeadline(state, ladder, d.object, why));
}

/** The legal representative of the lead accepts the award, 30 days from receipt (`mou.accept`); later the place may be somebody else's. */
function decideAcceptAward(state: ProjectState, mou: Mou, command: Of<'AcceptAward'>, ctx: DecideContext): ProjectDecision {
  if (mou.acceptedAt !== undefined) return refuse('ALREADY_DONE', 'the award was accepted before', { acceptedAt: mou.acceptedAt });
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'an award is accepted by a person');
  const over = state.deadlines.find((d) => d.ladder === 'award' && ctx.now >= d.endsAt);
  if (over !== undefined) return refuse('AWARD_TIME_OVER', 'the time to accept the award is over', { dueOn: over.dueOn });
  return happened(
    { type: 'AwardAccepted', by: ctx.actor.personId, letter: command.payload.letter, at: ctx.now },
    ...closeDeadline(state, 'award', '-', 'met'),
  );
}

type Draft = NonNullable<Mou['draft']>;

function sameDraft(known: Draft, payload: Of<'SubmitMouDraft'>['payload']): boolean {
  const names = (documents: { language: string; ref: DocumentRef }[]): string =>
    documents
      .map((d) => `${d.language} ${d.ref.sha256}`)
      .sort()
      .join();
  return known.hash === payload.dataHash && names(known.documents) === names(payload.documents);
}

function draftRefusal(mou: Mou, payload: Of<'SubmitMouDraft'>['payload'], ctx: DecideContext): ReturnType<typeof refuse> | undefined {
  const { languages, effective } = ctx.policy.mou;
  const missing = languages.filter((language) => !payload.documents.some((d) => d.language === language));
  if (missing.length > 0) return refuse('LANGUAGE_MISSING', 'the draft must be there in every language of the MoU', { languages: missing });
  if (mou.draft !== undefined && sameDraft(mou.draft, payload))
    return refuse('ALREADY_DONE', 'this draft is the one being commented', { no: mou.draft.no });
  if (effective === 'stated-date' && payload.effectiveOn === undefined)
    return refuse('FORM_INCOMPLETE', 'the MoU must state its effective date', { fields: ['effectiveOn'] });
  if (payload.effectiveOn !== undefined && payload.effectiveOn < mou.awardedOn)
    return refuse('DATE_IN_PAST', 'an MoU cannot take effect before the award', { date: payload.effectiveOn, earliest: mou.awardedOn });
  return undefined;
}

/** Puts a draft, or a new version of it, before the parties: each has its time for comments anew. Runs side by side with the acceptance. */
function decideSubmitDraft(state: ProjectState, mou: Mou, command: Of<'SubmitMouDraft'>, ctx: DecideContext): ProjectDecision {
  const { documents, dataHash, effectiveOn } = command.payload;
  const refusal =
    notIn(state, 'accepting', 'drafting', 'commenting', 'clearance', 'lapse-decision') ??
    signingStarted(state, mou) ??
    draftRefusal(mou, command.payload, ctx);
  if (refusal !== undefined) return refusal;
  const comments = commentDeadlines(state, ctx);
  const submitted: ProjectEvent = {
    type: 'MouDraftSubmitted',
    no: (mou.draft?.no ?? mou.draftsBefore ?? 0) + 1,
    documents,
    dataHash,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    commentsEndAt: comments.reduce((latest, d) => (d.endsAt > latest ? d.endsAt : latest), ctx.now),
    at: ctx.now,
  };
  const asked = comments.map((deadline): ProjectEvent => ({ type: 'DeadlineSet', deadline }));
  return happened(submitted, ...closeDeadline(state, 'mouDraft', '-', 'met'), ...closeRow(state, 'mouComment', 'withdrawn'), ...asked);
}

/** From the opening of signing on the text is final. */
function signingStarted(state: ProjectState, mou: Mou): ReturnType<typeof refuse> | undefined {
  if (mou.signingOpenedAt === undefined) return undefined;
  return refuse('WRONG_STAGE', 'signing has begun', { stage: state.stage, subState: state.subState });
}

/** Opens signing: award accepted, comments over, text final. Each signatory gets its own deadline, day 90 from the award letter. */
function decideOpenSigning(state: ProjectState, mou: Mou, ctx: DecideContext): ProjectDecision {
  if (mou.signingOpenedAt !== undefined) return refuse('ALREADY_DONE', 'signing was opened before', { openedAt: mou.signingOpenedAt });
  const refusal = notIn(state, 'accepting', 'drafting', 'commenting', 'clearance', 'lapse-decision');
  if (refusal !== undefined) return refusal;
  if (mou.acceptedAt === undefined) return refuse('AWARD_NOT_ACCEPTED', 'the award has to be accepted first');
  if (mou.draft === undefined) return refuse('DOCUMENT_MISSING', 'there is no draft to sign', { documents: ['MOU'] });
  const commenting = state.deadlines.filter((d) => d.ladder === 'mouComment' && ctx.now < d.endsAt);
  if (commenting.length > 0)
    return refuse('COMMENTS_RUNNING', 'parties still have time for comments', {
      parties: commenting.map((d) => d.object),
      commentsEndAt: commenting.reduce((latest, d) => (d.endsAt > latest ? d.endsAt : latest), ctx.now),
    });
  return happened(
    { type: 'SigningOpened', signatories: signatoriesOf(state, ctx.policy).map((p) => p.organizationId), at: ctx.now },
    ...closeRow(state, 'mouComment', 'over'),
    ...signatureDeadlines(state, ctx, mou.awardedOn),
  );
}

/** Answers a command of the stage `mou`. */
export function decideMou(state: ProjectState, command: MouCommand, ctx: DecideContext): ProjectDecision {
  const mou = state.mou;
  if (mou === undefined || state.stage === 'closed')
    return refuse('WRONG_STAGE', `not possible in ${state.stage}/${state.subState}`, { stage: state.stage, subState: state.subState });
  switch (command.type) {
    case 'AcceptAward':
      return decideAcceptAward(state, mou, command, ctx);
    case 'SubmitMouDraft':
      return decideSubmitDraft(state, mou, command, ctx);
    case 'OpenSigning':
      return decideOpenSigning(state, mou, ctx);
    case 'RecordSignature':
      return decideRecordSignature(state, mou, command, ctx);
    case 'GrantExtension':
      return decideExtension(state, command, ctx);
  }
}
