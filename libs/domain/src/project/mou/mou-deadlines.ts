import { dueAfter } from '../../calendar/deadline';
import { formalZone, instantAt } from '../../calendar/zone';
import type { CalendarSet } from '../../calendar/calendar-table';
import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { Instant, LocalDate } from '../../shared/local-date';
import { makeDeadline, setDeadline, type ConsequenceSpec } from '../../shared/make-deadline';
import { contractSet, leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { signatoriesOf } from './signatories';

const periodArticle = 'Civil Code art. 201, 203';

/** The later of two instants. */
function notBefore(at: Instant, earliest: Instant): Instant {
  return at < earliest ? earliest : at;
}

/**
 * The deadlines that an award starts; day 0 is the date of the award letter.
 * - `award`: accept within 30 days from receipt, deemed received 10 days after the letter (EU practice); silence lets the approval lapse 5 working
 *   days later when the policy says so (other funders: 30 days to accept);
 * - `mouDraft`: first draft by day 21 (EU grant practice: 2-3 weeks);
 * - a clock for day 90 (EU: 3 months to sign): then the Secretariat head extends or lets lapse, undecided after 15 working days the council.
 *   It counts by the calendars of all signatories together, so that it never ends before the last party's own day 90.
 * @param award date of the award letter, in the formal zone
 */
export function awardDeadlines(state: ProjectState, ctx: DecideContext, award: { awardedOn: LocalDate }): ProjectEvent[] {
  const lead = leadOf(state);
  const { mou, letters } = ctx.policy;
  const set = contractSet(lead.country, ctx.policy);
  const receivedOn = dueAfter(award.awardedOn, letters.deemedReceipt, { set, roll: 'none', calendars: ctx.calendars }).dueOn;
  const lapse: ConsequenceSpec[] = mou.lapseOnSilence
    ? [{ code: 'lapse-award', policyKey: 'mou.lapseGrace', afterDue: mou.lapseGrace }]
    : [];
  const common = { set, country: lead.country, article: periodArticle };
  return [
    setDeadline(
      {
        ...common,
        ladder: 'award',
        object: '-',
        period: mou.accept,
        startOn: receivedOn,
        policyKey: 'mou.accept',
        owner: { role: 'LR', organizationId: lead.organizationId },
        consequences: lapse,
      },
      state,
      ctx,
    ),
    setDeadline(
      {
        ...common,
        ladder: 'mouDraft',
        object: '-',
        period: mou.firstDraft,
        startOn: award.awardedOn,
        policyKey: 'mou.firstDraft',
        owner: { role: 'PL', organizationId: lead.organizationId },
      },
      state,
      ctx,
    ),
    signingPeriod(state, ctx, award.awardedOn),
  ];
}

function signingPeriod(state: ProjectState, ctx: DecideContext, awardedOn: LocalDate): ProjectEvent {
  const set: CalendarSet = [...new Set(['CN' as const, ...signatoriesOf(state, ctx.policy).map((p) => p.country)])];
  return setDeadline(
    {
      ladder: 'clock',
      object: 'signing-period',
      period: ctx.policy.mou.signBy,
      startOn: awardedOn,
      set,
      policyKey: 'mou.signBy',
      article: periodArticle,
      owner: { role: 'SH' },
      country: 'CN',
      consequences: [
        { code: 'ask-lapse-decision', policyKey: 'mou.signBy' },
        { code: 'lapse-to-council', policyKey: 'mou.undecidedToCouncil', afterDue: ctx.policy.mou.undecidedToCouncil },
      ],
    },
    state,
    ctx,
  );
}

/** 15 days for each party but the lead, in parallel, to comment on a draft; silence is no comment. */
export function commentDeadlines(state: ProjectState, ctx: DecideContext): Deadline[] {
  const lead = leadOf(state);
  const partners = signatoriesOf(state, ctx.policy).filter((p) => p.organizationId !== lead.organizationId);
  return partners.map((party) =>
    makeDeadline(
      {
        ladder: 'mouComment',
        object: party.organizationId,
        period: ctx.policy.mou.comments,
        set: contractSet(party.country, ctx.policy),
        policyKey: 'mou.comments',
        article: periodArticle,
        owner: { role: 'PC', organizationId: party.organizationId },
        country: party.country,
        consequences: [{ code: 'note-overdue', policyKey: 'mou.comments' }],
      },
      state,
      ctx,
    ),
  );
}

/** A deadline per signatory: day 90 from the award letter, or the end that was granted, by the calendars of China and the party's country. */
export function signatureDeadlines(state: ProjectState, ctx: DecideContext, awardedOn: LocalDate): ProjectEvent[] {
  const granted = state.mou?.extendedUntil;
  const length = granted === undefined ? { period: ctx.policy.mou.signBy, startOn: awardedOn } : { fixedOn: granted };
  return signatoriesOf(state, ctx.policy).map((party) =>
    setDeadline(
      {
        ladder: 'signature',
        object: party.organizationId,
        ...length,
        set: contractSet(party.country, ctx.policy),
        policyKey: 'mou.signBy',
        article: periodArticle,
        owner: { role: 'PS', organizationId: party.organizationId },
        country: party.country,
      },
      state,
      ctx,
    ),
  );
}

/** The moment a signed MoU takes effect: 00:00 Beijing of its effective date, without roll; at once when that is past. */
export function effectDeadline(state: ProjectState, ctx: DecideContext, effectiveOn: LocalDate): ProjectEvent {
  const at = notBefore(instantAt(effectiveOn, '00:00', formalZone), ctx.now);
  return setDeadline(
    {
      ladder: 'clock',
      object: 'mou-effect',
      fixedOn: effectiveOn,
      endsAt: at,
      set: ['CN'],
      roll: 'none',
      policyKey: 'mou.effective',
      owner: { role: 'CO' },
      country: 'CN',
      consequences: [{ code: 'take-effect', policyKey: 'mou.effective', at }],
    },
    state,
    ctx,
  );
}
