import { aDeadline, aNotifyingProject } from '../../../../test/support/notification-builders';
import { callCommandRights } from '../call/call-permissions';
import type { CallEvent } from '../call/call.events';
import type { CallState } from '../call/call.state';
import type { Contact } from '../shared/facts';
import type { ProjectEvent } from '../project/project.events';
import type { HandOver, ProjectState } from '../project/project.state';
import { callNotifications, projectNotifications } from './notification-rules';

const at = '2026-01-05T01:00:00.000Z';
const doc = { documentId: 'd', sha256: 's' };
const text = { textId: 't', sha256: 's' };
const submission = { no: 2, hash: 'h', submittedAt: at, submittedBy: 'lead-ac', signedBy: 'lead-lr', signature: doc };
const assignment = { expertId: 'expert-1', order: 1, country: 'LA' as const, outsideYunnan: true, state: 'declared' as const };
const clock = { kind: 'real' as const };

function rewound(to: 'checking' | 'scoring' | 'drafting' | 'building'): ProjectEvent {
  return { type: 'ProjectRewound', stage: 'review', from: 'defence', to, superseded: {}, work: {}, by: 'head', reason: text, at };
}

function restored(from: 'checking' | 'scoring'): ProjectEvent {
  return { type: 'RewindUndone', stage: 'review', from, to: 'defence', work: {}, deadlines: [], by: 'head', reason: text, at };
}

const replacement: Contact = {
  ...{ personId: 'lead-ac-2', organizationId: 'lead', country: 'CN', rights: ['edit'], primary: true },
  ...{ legalRepresentative: false, lead: false, officeHead: false },
};

const handOver: HandOver = {
  ...{ handOverId: 'h', role: 'officer', from: 'co', to: 'co-2', note: text, offeredBy: 'head', offeredAt: at },
};
const ends = { handOverId: 'h', from: 'co', to: 'co-2', at };

function takenUp(type: 'ProjectReinstated' | 'WithdrawalUndone'): ProjectEvent {
  return { type, stage: 'mou', subState: 'accepting', deadlines: [], by: 'head', reason: text, at };
}

/** Event, then kind, class, to and copy of each mail it brings, as `kind/class to > copy`. */
const table: [ProjectEvent, string[]][] = [
  [
    {
      type: 'ApplicationStarted',
      projectId: 'p1',
      callId: 'c1',
      callCode: 'x',
      programme: 'l',
      year: 2025,
      policyVersion: 1,
      clock,
      startedBy: 's',
      at,
    },
    [],
  ],
  [
    {
      type: 'ApplicationSubmitted',
      applicationRef: 'A',
      submission,
      parties: [],
      contacts: [],
      hostCountry: 'LA',
      fieldCode: 'rail',
      projectType: 'new',
      durationMonths: 12,
      at,
    },
    ['submission-receipt/answer AC PL > LR'],
  ],
  [{ type: 'ApplicationWithdrawn', by: 'lead-lr', at }, ['withdrawal-receipt/answer AC PL > LR']],
  [{ type: 'ApplicationFrozen', closedAt: at, at }, []],
  [{ type: 'DraftExpired', closedAt: at, at }, ['draft-expired/notice AC PL > ']],
  [{ type: 'OfficerAssigned', officerId: 'co', at }, ['officer-assigned/notice CO > ']],
  [{ type: 'CheckItemRecorded', code: 'seal', item: { verdict: 'pass' }, at }, []],
  [{ type: 'ApplicationAccepted', at }, ['application-accepted/notice AC PL > ']],
  [{ type: 'ApplicationDeemedAccepted', at }, ['application-accepted/notice AC PL > ', 'application-accepted/notice SH > CO']],
  [
    { type: 'ReturnedForCorrection', round: { no: 1, sentAt: at, items: [{ target: 'seal', reasonCode: 'MISSING', defect: text }] }, at },
    ['correction-returned/letter AC PL > LR'],
  ],
  [{ type: 'CorrectionResubmitted', no: 1, submission, at }, ['correction-received/answer AC PL > CO']],
  [{ type: 'CorrectionTimeOver', no: 1, at }, ['correction-time-over/notice AC LR > CO']],
  [{ type: 'ExpertsProposed', assignments: [assignment], at }, []],
  [{ type: 'ExpertInvited', expertId: 'expert-1', at }, ['expert-invitation/notice EX > CO']],
  [{ type: 'InvitationAccepted', expertId: 'expert-1', at }, []],
  [{ type: 'InvitationReleased', expertId: 'expert-1', at }, ['invitation-released/notice EX > CO']],
  [{ type: 'ExpertReplaced', expertId: 'expert-1', at }, ['invitation-released/notice EX > CO']],
  [{ type: 'NoConflictDeclared', expertId: 'expert-1', at }, ['scoring-opened/notice EX > CO']],
  [
    {
      type: 'ScoresSubmitted',
      sheet: { expertId: 'expert-1', halfPoints: {}, comments: {}, submittedAt: at, valid: true },
      strengths: text,
      weaknesses: text,
      at,
    },
    [],
  ],
  [
    { type: 'DefenceScheduled', defenceAt: at, minutes: 20, place: text, at },
    ['defence-scheduled/notice AC PL > CO', 'defence-scheduled/notice EX > '],
  ],
  [{ type: 'DefenceRecorded', heldOn: '2026-01-05', present: [], record: doc, at }, []],
  [{ type: 'RankRecorded', rank: 1, sumHalfPoints: 10, count: 1, list: 'A', at }, []],
  [{ type: 'ProjectProposed', decidedAt: at, asCentre: false, at }, []],
  [{ type: 'ProjectPlacedOnReserve', decidedAt: at, order: 1, at }, []],
  [{ type: 'ProjectRejected', decidedAt: at, list: 'C', at }, []],
  [{ type: 'NoticeStarted', startedOn: '2026-01-05', endsAt: at, at }, []],
  [{ type: 'NoticeEnded', at }, []],
  [
    { type: 'ProjectApproved', projectRef: 'LMGF-2025-LA-003', announcedAt: at, announcedOn: '2026-01-05', asCentre: true, at },
    ['award-letter/letter AC PL LR > PC PS MR'],
  ],
  [
    { type: 'ProjectApproved', projectRef: 'LMGF-2025-LA-003', announcedAt: at, announcedOn: '2026-01-05', asCentre: false, at },
    ['award-letter/letter AC PL LR > PC PS MR'],
  ],
  [{ type: 'RejectionNotified', announcedAt: at, at }, ['rejection-letter/letter AC PL LR > ']],
  [{ type: 'RejectionFinal', at }, []],
  [{ type: 'ReserveNotified', announcedAt: at, at }, ['reserve-placed/letter AC PL LR > CO']],
  [{ type: 'ReserveExpired', at }, ['reserve-expired/notice AC PL LR > CO']],
  [{ type: 'AwardAccepted', by: 'lead-lr', letter: doc, at }, ['award-accepted/answer AC PL LR > CO']],
  [{ type: 'ApprovalLapsed', at }, ['approval-lapsed/letter AC PL LR > CO']],
  [
    { type: 'MouDraftSubmitted', no: 1, documents: [{ language: 'zh', ref: doc }], dataHash: 'h', commentsEndAt: at, at },
    ['mou-draft-submitted/notice AC PL PC PS CO > '],
  ],
  [{ type: 'MouCommentsEnded', at }, []],
  [{ type: 'SigningOpened', signatories: ['host'], at }, ['mou-signing-open/notice AC PL LR PC PS CO > SH MR']],
  [
    {
      type: 'PartySigned',
      organizationId: 'host',
      personId: 'host-ps',
      capacity: 'dean',
      signedOn: '2026-01-05',
      place: text,
      document: doc,
      at,
    },
    ['mou-party-signed/notice AC PL LR PC PS CO > SH MR'],
  ],
  [
    { type: 'MouSigned', signedOn: '2026-01-05', effectiveOn: '2026-01-05', expiresOn: '2031-01-04', at },
    ['mou-signed/notice AC PL LR PC PS CO > SH MR'],
  ],
  [{ type: 'SignaturePeriodOver', at }, ['mou-lapse-decision/notice SH > CO']],
  [{ type: 'LapseBroughtToCouncil', at }, ['mou-lapse-decision/notice CM CC > SH']],
  [
    { type: 'MouTookEffect', effectiveOn: '2026-01-05', durationMonths: 12, milestones: [], endsOn: '2027-01-05', at },
    ['mou-in-force/notice AC PL LR PC PS CO > SH MR'],
  ],
  [{ type: 'KickOffHeld', heldOn: '2026-01-05', minutes: doc, milestone: 'M1', at }, ['kick-off-recorded/notice AC PL > CO']],
  [{ type: 'MilestoneForecastChanged', milestone: 'M1', from: '2026-01-05', forecastOn: '2026-02-05', why: text, at }, []],
  [{ type: 'EvidenceSubmitted', milestone: 'M1', documents: [doc], at }, ['evidence-submitted/answer AC PL > CO']],
  [{ type: 'MilestoneReached', milestone: 'M1', reachedOn: '2026-01-05', at }, ['milestone-reached/notice AC PL > CO']],
  [{ type: 'MilestoneTurnedAmber', milestone: 'M1', at }, ['milestone-late/notice AC PL > CO']],
  [{ type: 'MilestoneTurnedRed', milestone: 'M1', at }, ['milestone-late/notice AC PL > CO']],
  [
    { type: 'SelfEvaluationSubmitted', document: doc, signedBy: 'lead-lr', milestone: 'M6', submittedOn: '2026-01-05', at },
    ['self-evaluation-submitted/answer AC PL > CO'],
  ],
  [{ type: 'AcceptancePassed', heldOn: '2026-01-05', present: [], minutes: doc, at }, ['acceptance-passed/letter AC PL > CO']],
  [{ type: 'ReportOpened', year: 2026, shortForm: false, at }, ['report-opened/notice AC PL > CO']],
  [{ type: 'ReportMerged', year: 2026, at }, []],
  [
    { type: 'ReportSubmitted', year: 2026, version: 1, hash: 'h', indicators: {}, submittedBy: 'lead-pl', at },
    ['report-submitted/answer AC PL > CO'],
  ],
  [{ type: 'ReportAccepted', year: 2026, at }, ['report-accepted/notice AC PL > CO']],
  [{ type: 'ReportOverdue', year: 2026, at }, ['report-overdue/notice AC PL > CO']],
  [{ type: 'ReportWarningIssued', year: 2026, at }, ['report-warning/letter PL LR CO SH > AC PC PS CM MR']],
  [{ type: 'SuspendedForMissingReport', year: 2026, at }, ['suspension-letter/letter PL LR CO SH > AC PC PS CM MR']],
  [{ type: 'ExitProposed', missedYears: [2026, 2027], at }, ['exit-proposed/letter PL LR CO SH > AC PC PS CM MR']],
  [{ type: 'MouExpired', expiredOn: '2031-01-04', at }, ['mou-expired/notice AC PL LR PC PS CO SH > MR']],
  [{ type: 'ProjectClosed', outcome: 'expired', at }, []],
  [
    { type: 'ProjectHeld', kind: 'hold', reasonCode: 'OBJECTION', heldOn: '2026-01-05', automatic: false, frozen: [], at },
    ['project-held/notice AC PL > LR CO'],
  ],
  [
    { type: 'ProjectHeld', kind: 'suspension', reasonCode: 'BREACH', text, heldOn: '2026-01-05', automatic: false, frozen: [], at },
    ['project-held/letter PL LR CO SH > AC PC PS CM MR'],
  ],
  [{ type: 'ProjectHeld', kind: 'suspension', reasonCode: 'NO_REPORT', heldOn: '2026-01-05', automatic: true, frozen: [], at }, []],
  [rewound('checking'), ['step-reopened/notice AC PL > CO']],
  [rewound('scoring'), ['step-reopened/notice CO > ']],
  [rewound('drafting'), ['step-reopened/notice AC PL PC PS CO > ']],
  [rewound('building'), ['step-reopened/notice AC PL > CO']],
  [restored('checking'), ['step-restored/notice AC PL > CO']],
  [restored('scoring'), ['step-restored/notice CO > ']],
  [
    { type: 'ContactReplaced', personId: 'lead-ac', contact: replacement, by: 'head', reason: text, at },
    ['contact-replaced/notice AC PL > CO'],
  ],
  [{ type: 'HandOverOffered', handOver: { ...handOver, effectiveOn: '2026-02-10' }, at }, ['hand-over-offered/notice owner > AC PL CO']],
  [{ type: 'HandOverOffered', handOver, at }, ['hand-over-offered/notice owner > AC PL CO']],
  [{ type: 'HandOverAccepted', ...ends }, ['hand-over-accepted/notice owner > AC PL CO']],
  [{ type: 'HandOverAccepted', effectiveOn: '2026-02-10', ...ends }, ['hand-over-accepted/notice owner > AC PL CO']],
  [{ type: 'HandOverDeclined', ...ends }, ['hand-over-declined/notice owner > AC PL CO']],
  [{ type: 'HandOverLapsed', ...ends }, ['hand-over-declined/notice owner > AC PL CO']],
  [{ type: 'HandOverCancelled', by: 'head', ...ends }, ['hand-over-cancelled/notice owner > AC PL CO']],
  [{ type: 'HandOverTookEffect', role: 'officer', deadlines: [], ...ends }, []],
  [{ type: 'DefenceWaived', by: 'head', reason: text, at }, ['defence-waived/notice AC PL > CO']],
  [{ type: 'DefenceReopened', by: 'head', reason: text, at }, ['step-reopened/notice CO > ']],
  [{ type: 'ReportWaived', year: 2026, by: 'head', reason: text, at }, ['report-waived/notice AC PL > CO']],
  [
    { type: 'ReportPeriodExtended', year: 2026, from: '2027-03-31', until: '2027-04-15', deadlines: [], by: 'head', reason: text, at },
    ['report-extended/notice AC PL > CO'],
  ],
  [{ type: 'ReportReopened', year: 2026, by: 'head', reason: text, at }, ['report-opened/notice AC PL > CO']],
  [{ type: 'ProjectResumed', resumedOn: '2026-01-05', moved: [aDeadline()], at }, ['project-resumed/notice AC PL > LR CO']],
  [
    { type: 'MouPeriodExtended', from: '2026-01-15', until: '2026-02-27', deadlines: [], by: 'head', reason: text, at },
    ['mou-period-extended/notice AC PL LR PC PS CO > SH MR'],
  ],
  [
    {
      type: 'TerminationDecided',
      grounds: 'BREACH',
      outcome: 'terminated',
      effectiveOn: '2027-06-01',
      by: 'head',
      reason: { textId: 't', sha256: 's' },
      at,
    },
    ['termination-letter/letter PL LR CO SH > AC PC PS CM MR'],
  ],
  [
    { type: 'TerminationLifted', by: 'head', reason: { textId: 't', sha256: 's' }, at },
    ['termination-lifted/letter PL LR CO SH > AC PC PS CM MR'],
  ],
  [{ type: 'ProjectTerminated', outcome: 'terminated', at }, []],
  [takenUp('ProjectReinstated'), ['project-taken-up/letter PL LR CO SH > AC PC PS CM MR']],
  [takenUp('WithdrawalUndone'), ['project-taken-up/letter AC PL > LR']],
  [{ type: 'AddressFailed', personId: 'lead-ac', notificationKey: 'k', at }, ['address-failed/notice CO > ']],
  [{ type: 'AddressWorksAgain', personId: 'lead-ac', at }, []],
  // Only the type matters to who is told of an imported record.
  [{ type: 'RecordImported', at } as ProjectEvent, []],
  [{ type: 'DeadlineSet', deadline: aDeadline() }, []],
  [{ type: 'DeadlineMoved', deadline: aDeadline(), from: '2027-03-30' }, []],
  [{ type: 'DeadlineClosed', ladder: 'report', object: '2026', why: 'met' }, []],
  [{ type: 'ConsequenceReached', ladder: 'report', object: '2026', series: 1, code: 'mark-report-overdue', at }, []],
  [{ type: 'ProposalConfirmed', proposalId: 'x', by: 'sh', at }, []],
  [{ type: 'ProposalRejected', proposalId: 'x', by: 'sh', at }, []],
  [{ type: 'ProposalLapsed', proposalId: 'x', at }, []],
  [
    {
      type: 'ProposalMade',
      proposal: { proposalId: 'x', commandType: 'AnnounceProjects', payload: {}, proposedBy: 'sh', proposedAt: at, lapsesAt: at },
    },
    ['confirmation-asked/notice SH > CO'],
  ],
];

function stateFor(more: Partial<ProjectState> = {}): ProjectState {
  return aNotifyingProject({
    review: { assignments: [assignment, { ...assignment, expertId: 'gone', state: 'released' }], sheets: [] },
    ...more,
  });
}

describe('who is told of what happens to a project', () => {
  it.each(table.map(([event, lines]) => [event.type, event, lines] as const))('%s', (_, event, lines) => {
    const intents = projectNotifications(event, stateFor());
    expect(intents.map((i) => `${i.kind}/${i.class} ${i.to.join(' ')} > ${i.copy.join(' ')}`)).toEqual(lines);
    for (const intent of intents) expect(intent.values['ref']).toBe('LMGF-2025-LA-003');
  });

  it('tells of the same thing again only when it happens again', () => {
    const keys = [at, '2026-01-06T01:00:00.000Z'].map((when) => {
      const [intent] = projectNotifications({ type: 'AddressFailed', personId: 'a', notificationKey: 'k', at: when }, stateFor());
      return `${intent?.rule}/${intent?.object}/${intent?.step}/${intent?.series}`;
    });
    expect(keys).toEqual([`address-failed/a/${at}/1`, 'address-failed/a/2026-01-06T01:00:00.000Z/1']);
  });

  it('names the application, else the call, before there is a project reference', () => {
    const { projectRef: _, ...unnamed } = stateFor();
    expect(projectNotifications({ type: 'ApplicationAccepted', at }, unnamed)[0]?.values['ref']).toBe('LMGF-2025-A-0042');
    const { applicationRef: __, ...draft } = unnamed;
    expect(projectNotifications({ type: 'DraftExpired', closedAt: at, at }, draft)[0]?.values['ref']).toBe('LMGF-2025');
  });

  it('gives date, arithmetic, article and the next consequence of the deadline it opened', () => {
    const deadline = aDeadline({
      article: 'Civil Code art. 203',
      done: ['end.mark-report-overdue'],
      consequences: [
        { code: 'suspend-missing-report', at: '2027-07-29T16:00:00.000Z', policyKey: 'report.suspensionAfter' },
        { code: 'warn-missing-report', at: '2027-05-30T16:00:00.000Z', policyKey: 'report.warningAfter' },
        { code: 'mark-report-overdue', at: '2027-03-31T16:00:00.000Z', policyKey: 'report.due' },
      ],
    });
    const [intent] = projectNotifications({ type: 'ReportOpened', year: 2026, shortForm: false, at }, stateFor({ deadlines: [deadline] }));
    expect(intent).toMatchObject({ dueOn: '2027-03-31', endsAt: '2027-03-31T16:00:00.000Z', action: 'SubmitReport' });
    expect(intent?.legal).toEqual({
      because: deadline.because,
      policyKey: 'report.due',
      article: 'Civil Code art. 203',
      consequence: { code: 'warn-missing-report', at: '2027-05-30T16:00:00.000Z' },
    });
  });

  it('states list, rank and score in a letter on the result, as far as they are known', () => {
    const approval = { list: 'C' as const, rank: 7, score: { sumHalfPoints: 361, count: 3 } };
    const [known] = projectNotifications({ type: 'RejectionNotified', announcedAt: at, at }, stateFor({ approval }));
    expect(known?.values).toMatchObject({ list: 'C', rank: 7, score: '60.17' });
    const [unknown] = projectNotifications({ type: 'RejectionNotified', announcedAt: at, at }, stateFor());
    expect(Object.keys(unknown?.values ?? {})).toEqual(['ref']);
  });

  it('says how many parties have signed', () => {
    const signature = { organizationId: 'host', signedOn: '2026-01-05', personId: 'p', capacity: 'dean', document: doc };
    const mou = { awardLetterAt: at, awardedOn: '2026-01-05', signatures: [signature, { ...signature, organizationId: 'lead' }] };
    const event: ProjectEvent = { ...signature, type: 'PartySigned', place: text, at };
    expect(projectNotifications(event, stateFor({ mou }))[0]?.values['signed']).toBe(2);
  });
});

describe('reminders and escalations', () => {
  const issued = {
    type: 'ReminderIssued' as const,
    key: 'report/2026/t-30.L0',
    rule: 'report',
    object: '2026',
    step: 't-30.L0',
    series: 2,
    level: 'L0' as const,
    to: ['owner' as const],
    owner: { role: 'AC' as const, organizationId: 'lead' },
    dueOn: '2027-03-31',
    plannedAt: '2027-03-01T01:00:00.000Z',
    merged: [],
  };

  it('keep the ladder key, go to whom the ladder names and lead to the command that ends it', () => {
    const [intent] = projectNotifications(issued, stateFor({ deadlines: [aDeadline({ series: 2 })] }));
    expect(intent).toMatchObject({
      kind: 'reminder',
      to: ['owner'],
      rule: 'report',
      object: '2026',
      step: 't-30.L0',
      series: 2,
      direction: 'before',
      dueOn: '2027-03-31',
      action: 'SubmitReport',
      owner: issued.owner,
    });
  });

  it('count as overdue from the end of the deadline', () => {
    const late = { ...issued, type: 'EscalationIssued' as const, plannedAt: '2027-03-31T16:00:00.000Z', level: 'L1' as const };
    expect(projectNotifications(late, stateFor({ deadlines: [aDeadline()] }))[0]).toMatchObject({ kind: 'escalation', direction: 'after' });
  });

  it('do not wait for the reader’s hours when the Secretariat sends one now', () => {
    expect(projectNotifications({ ...issued, atOnce: true }, stateFor({ deadlines: [aDeadline()] }))[0]).toMatchObject({ atOnce: true });
    expect(projectNotifications(issued, stateFor({ deadlines: [aDeadline()] }))[0]).not.toHaveProperty('atOnce');
  });

  it('lead to the project where the command comes with a later release, and do without a deadline that is gone', () => {
    const [intent] = projectNotifications({ ...issued, rule: 'clearance' }, stateFor());
    expect(intent).toMatchObject({ direction: 'before' });
    expect(intent).not.toHaveProperty('action');
    expect(intent).not.toHaveProperty('legal');
  });
});

describe('who is told of what happens to a call', () => {
  const call: CallState = {
    kind: 'call',
    schema: 1,
    id: 'c1',
    code: 'LMGF-2025',
    programme: 'lmgf',
    year: 2025,
    policyVersion: 1,
    clock,
    subState: 'open',
    since: at,
    createdBy: 'sh',
    opensAt: at,
    closesAt: at,
    applications: [],
    referenceNumbers: {},
    freePlaces: 0,
    freedBy: [],
    proposals: [],
    deadlines: [],
    series: {},
  };
  const calls: [CallEvent, string[]][] = [
    [
      {
        type: 'CallCreated',
        callId: 'c1',
        code: 'x',
        programme: 'l',
        year: 2025,
        opensAt: at,
        closesAt: at,
        policyVersion: 1,
        clock,
        by: 'sh',
        at,
      },
      [],
    ],
    [{ type: 'CallPublished', opensAt: at, at }, ['call-published CO SH > ']],
    [{ type: 'CallOpened', at }, []],
    [{ type: 'CallClosed', closedAt: at, applications: ['p1'], at }, ['call-closed CO SH > ']],
    [{ type: 'ApplicationCounted', projectId: 'p1', late: false }, []],
    [{ type: 'RankingFixed', lines: [], by: 'ch', at }, ['ranking-fixed CO SH > ']],
    [{ type: 'ProposalPrepared', lines: [], at }, ['decision-asked CM CC > SH']],
    [{ type: 'ProposalDecided', lines: [], present: [], votesFor: 5, votesAgainst: 0, decidedOn: '2026-01-05', at }, []],
    [{ type: 'PublicNoticeStarted', startedOn: '2026-01-05', endsAt: at, at }, []],
    [{ type: 'PublicNoticeEnded', at }, []],
    [{ type: 'ProjectsAnnounced', lines: [], announcedOn: '2026-01-05', at }, []],
    [{ type: 'PlaceReclaimed', projectId: 'p1', hostCountry: 'LA', at }, []],
    [{ type: 'PlaceFreed', projectId: 'p1', hostCountry: 'LA', at }, []],
    [{ type: 'ProposalLapsed', proposalId: 'x', at }, []],
  ];

  it.each(calls.map(([event, lines]) => [event.type, event, lines] as const))('%s', (_, event, lines) => {
    const intents = callNotifications(event, call);
    expect(intents.map((i) => `${i.kind} ${i.to.join(' ')} > ${i.copy.join(' ')}`)).toEqual(lines);
    for (const intent of intents) expect(intent.values['ref']).toBe('LMGF-2025');
    // The link of a mail gives a command to what the mail is about.
    const asked = intents.flatMap(({ action }) => action ?? []);
    expect(asked.filter((action) => !(action in callCommandRights))).toEqual([]);
  });
});
