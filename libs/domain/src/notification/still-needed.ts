import type { RecipientRole } from '../people/roles';
import type { ChangeSet } from '../project/amendment/change-set';
import { changesOf } from '../project/amendment/open-changes';
import type { ProjectState } from '../project/project.state';
import type { Deadline } from '../shared/deadline';
import { isPaused, isSkipped } from '../shared/interventions';
import type { Instant } from '../shared/local-date';
import type { NotificationIntent, NotificationKind } from './notification-kinds';
import { stillInRole, type Directory, type NotifyingState } from './resolve-recipients';

/** Why a mail is not needed any more; shown on the project beside the cancelled mail. */
export type NotNeeded = 'done' | 'moved' | 'held' | 'skipped' | 'paused' | 'owner-changed' | 'left-role' | 'too-late' | 'superseded';

/** Answer to "does this still have to go out?". */
export type Need = { needed: true } | { needed: false; why: NotNeeded };

/** A mail that waits in the outbox, with the person it goes to. */
export interface WaitingMail extends Pick<
  NotificationIntent,
  'kind' | 'class' | 'rule' | 'object' | 'step' | 'series' | 'direction' | 'endsAt' | 'owner' | 'values'
> {
  personId: string;
  role: RecipientRole;
  /** The person whose address refused and for whom this one is asked. */
  insteadOf?: string;
}

/**
 * Asked again at the moment of sending, with the state, the people and the entity's time of that moment.
 * A ladder mail is needed while its deadline is open with the same series and owner, not stopped by a hold, not skipped
 * or paused by the Secretariat and, before the deadline, while it has not ended. Other mails are needed while what they ask for is still open. All but answers need the person to be still in the role for which he is told.
 */
export function stillNeeded(mail: WaitingMail, state: NotifyingState, directory: Directory, now: Instant): Need {
  if (mail.class === 'answer') return { needed: true };
  const why = isLadderMail(mail) ? whyNoLadderMail(mail, state, now) : whyNoNotice(mail, state);
  if (why !== undefined) return { needed: false, why };
  return stillInRole(mail.personId, mail.role, mail, state, directory) ? { needed: true } : { needed: false, why: 'left-role' };
}

/** Of several steps of one series that leave on one day only the latest is sent (default): the ids of the others, by planned step order as given. */
export function supersededSteps<T extends Pick<WaitingMail, 'rule' | 'object' | 'series' | 'kind'> & { entity: string; id: string }>(
  inOrder: T[],
): string[] {
  const newest = new Map<string, string>();
  for (const mail of inOrder.filter(isLadderMail)) newest.set(`${mail.entity}/${mail.rule}/${mail.object}/${mail.series}`, mail.id);
  const kept = new Set(newest.values());
  return inOrder.filter((mail) => isLadderMail(mail) && !kept.has(mail.id)).map((mail) => mail.id);
}

function isLadderMail(mail: { kind: NotificationKind }): boolean {
  return mail.kind === 'reminder' || mail.kind === 'escalation';
}

function whyNoLadderMail(mail: WaitingMail, state: NotifyingState, now: Instant): NotNeeded | undefined {
  const deadline = state.deadlines.find((d) => d.ladder === mail.rule && d.object === mail.object);
  if (deadline === undefined) return 'done';
  if (deadline.series !== mail.series) return 'moved';
  if (!sameOwner(deadline, mail)) return 'owner-changed';
  if (deadline.frozen !== undefined) return 'held';
  if (isPaused(deadline)) return 'paused';
  if (isSkipped(deadline, mail.step)) return 'skipped';
  return mail.direction === 'before' && now >= deadline.endsAt ? 'too-late' : undefined;
}

function sameOwner({ owner }: Deadline, mail: WaitingMail): boolean {
  return owner.role === mail.owner?.role && owner.organizationId === mail.owner.organizationId && owner.personId === mail.owner.personId;
}

const openWhile: Partial<Record<NotificationKind, (mail: WaitingMail, state: ProjectState) => boolean>> = {
  'expert-invitation': (mail, state) => assignmentIs(mail, state, ['invited']),
  'scoring-opened': (mail, state) => assignmentIs(mail, state, ['declared']),
  'correction-returned': (_mail, state) => state.subState === 'returned',
  'mou-signing-open': (_mail, state) => state.mou?.signedOn === undefined,
  'mou-lapse-decision': (_mail, state) => state.subState === 'lapse-decision',
  'termination-letter': (_mail, state) => state.termination !== undefined || state.outcome !== undefined,
  'report-opened': (mail, state) => reportIs(mail, state, ['open']),
  'report-overdue': (mail, state) => reportIs(mail, state, ['open']),
  'report-warning': (mail, state) => reportIs(mail, state, ['open']),
  'change-proposed': (mail, state) => changeIs(mail, state, 'proposed'),
  'amendment-signing': (mail, state) => changeIs(mail, state, 'approved'),
  'address-failed': (mail, state) => state.unreachable.includes(String(mail.values['personId'])),
};

function whyNoNotice(mail: WaitingMail, state: NotifyingState): NotNeeded | undefined {
  if (mail.kind === 'confirmation-asked') return state.proposals.some((p) => p.proposalId === mail.object) ? undefined : 'done';
  const open = openWhile[mail.kind];
  return state.kind === 'call' || open === undefined || open(mail, state) ? undefined : 'done';
}

function assignmentIs(mail: WaitingMail, state: ProjectState, wanted: string[]): boolean {
  return state.review.assignments.some((a) => a.expertId === mail.object && wanted.includes(a.state));
}

function changeIs(mail: WaitingMail, state: ProjectState, wanted: ChangeSet['state']): boolean {
  return changesOf(state).some((one) => one.no === mail.object && one.state === wanted);
}

function reportIs(mail: WaitingMail, state: ProjectState, wanted: string[]): boolean {
  return state.reports.some((r) => String(r.year) === mail.object && wanted.includes(r.state));
}
