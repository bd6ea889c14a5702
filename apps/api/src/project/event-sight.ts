import type { Actor, StandingRole } from '@app/domain';

type PersonActor = Extract<Actor, { kind: 'person' }>;

const staff: ReadonlySet<StandingRole> = new Set(['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC', 'CH', 'OB']);

/** Events that stay inside: who judges, what was scored and ranked, what the Secretariat proposes to itself, whose address fails, which mails it stops. */
const internal: ReadonlySet<string> = new Set([
  'ExpertsProposed',
  'ExpertInvited',
  'InvitationAccepted',
  'InvitationReleased',
  'ExpertReplaced',
  'NoConflictDeclared',
  'ScoresSubmitted',
  'RankRecorded',
  'CheckItemRecorded',
  'ProposalMade',
  'ProposalConfirmed',
  'ProposalRejected',
  'ProposalLapsed',
  'AddressFailed',
  'AddressWorksAgain',
  'OccurrenceSkipped',
  'SentNow',
  'SeriesPaused',
  'SeriesResumed',
  'InterventionUndone',
]);

const aboutDeadlines: ReadonlySet<string> = new Set([
  'DeadlineSet',
  'DeadlineMoved',
  'DeadlineSnoozed',
  'DeadlineChanged',
  'DeadlineClosed',
  'ReminderIssued',
  'EscalationIssued',
  'ConsequenceReached',
]);

/** Rules whose deadlines are the panel's and the Secretariat's own business. */
const insideRules = /^(invitation|scoring|check|clearance|holdReview|reportReview|objection)/;

function ruleOf(event: { type: string }): string {
  const { rule, ladder, deadline } = event as { rule?: string; ladder?: string; deadline?: { ladder: string } };
  return rule ?? ladder ?? deadline?.ladder ?? '';
}

/** The clock's own alarms being set and cleared: pages tell what happens at them instead. */
function isAlarm(event: { type: string }): boolean {
  return event.type.startsWith('Deadline') && ruleOf(event) === 'clock';
}

const movedDate: ReadonlySet<string> = new Set(['snoozed', 'changed']);

/** A date that was put off is where it was: whoever saw it move sees it come back. */
function isDateBack(event: { type: string }): boolean {
  return event.type === 'InterventionUndone' && movedDate.has((event as { kind?: string }).kind ?? '');
}

/** Whether this reader is told that an event happened. */
export function seesEvent(actor: PersonActor, event: { type: string; rule?: string }): boolean {
  if (isAlarm(event)) return false;
  if (actor.roles.some((role) => staff.has(role))) return true;
  if (isDateBack(event)) return !insideRules.test(ruleOf(event));
  if (internal.has(event.type)) return 'expertId' in event && event.expertId === actor.personId;
  if (!aboutDeadlines.has(event.type)) return true;
  return !insideRules.test(ruleOf(event));
}
