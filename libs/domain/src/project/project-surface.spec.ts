import { projectDecider } from '../deciders';
import { context, apply, callFacts, facts, person, projectAt, text } from '../spec-kit';
import { allowedCommands } from './allowed-commands';
import { canRead, canReadComments, canReadContent } from './project-permissions';
import type { ProjectCommand } from './project.commands';
import type { ProjectState } from './project.state';

const at = '2025-09-03T03:00:00.000Z';
const officer = person('officer', 'CO');
const possible = (state: ProjectState, ...who: Parameters<typeof person>): string[] =>
  allowedCommands(state, person(...who)).flatMap((c) => (c.possible ? [c.type] : []));
const propose: ProjectCommand = { type: 'ProposeExperts', payload: { experts: ['e1', 'e2'] } };
const people = { facts: { people: { e1: facts('e1'), e2: facts('e2') } } };
const invited = () =>
  apply(
    apply(projectAt('accepted'), propose, context(at, officer, people)),
    { type: 'InviteExpert', payload: { expertId: 'e1' } },
    context(at, officer, people),
  );
const held = () =>
  apply(
    projectAt('checking'),
    { type: 'Hold', payload: { kind: 'hold', reasonCode: 'INFORMATION' } },
    context(at, officer, { reason: text }),
  );

describe('the commands a person may give', () => {
  it('are those of his role, each with why it is not possible now', () => {
    expect(possible(projectAt('draft'), 'lead')).toEqual(['SubmitApplication']);
    expect(possible(projectAt('checking'), 'officer', 'CO')).toEqual([
      'RecordCheckItem',
      'AcceptApplication',
      'ReturnForCorrection',
      'Hold',
      'OfferHandOver',
      'Modify',
      'SkipOccurrence',
      'SendNow',
      'PauseSeries',
    ]);
    const all = allowedCommands(projectAt('checking'), officer);
    expect(all.find((c) => c.type === 'ProposeExperts')).toEqual({ type: 'ProposeExperts', possible: false, why: 'WRONG_STAGE' });
    expect(all.some((c) => c.type === 'AcceptAward')).toBe(false);
  });

  it('follow an expert’s own progress', () => {
    expect(possible(invited(), 'e1', 'EX')).toEqual(['AcceptInvitation']);
    const taken = apply(invited(), { type: 'AcceptInvitation', payload: {} }, context(at, person('e1', 'EX')));
    expect(possible(taken, 'e1', 'EX')).toEqual(['DeclareNoConflict']);
    expect(possible(taken, 'e2', 'EX')).toEqual([]);
  });

  it('shrink while a project is held, and are none for the clock or on an ended project', () => {
    expect(possible(held(), 'officer', 'CO')).toEqual(['Resume', 'OfferHandOver', 'Modify', 'SkipOccurrence', 'SendNow', 'PauseSeries']);
    expect(allowedCommands(held(), officer).find((c) => c.type === 'AcceptApplication')?.why).toBe('ON_HOLD');
    expect(allowedCommands(projectAt('draft'), { kind: 'system' })).toEqual([]);
    const ended = apply(
      projectAt('draft'),
      { type: 'FreezeApplication', payload: { closedAt: callFacts.closesAt } },
      context(callFacts.closesAt, { kind: 'system' }),
    );
    expect(possible(ended, 'officer', 'CO')).toEqual([]);
  });

  it('offer a proposal to the second person only', () => {
    const inForce = {
      ...projectAt('accepted'),
      stage: 'construction' as const,
      subState: 'building' as const,
      mou: { awardLetterAt: at, awardedOn: '2025-10-17', signatures: [], tookEffectAt: at },
    };
    const proposed = apply(
      inForce,
      { type: 'Hold', payload: { kind: 'suspension', reasonCode: 'WAR' } },
      context(at, person('head', 'SH'), { reason: text }),
    );
    expect(possible(proposed, 'deputy', 'SH')).toContain('ConfirmProposal');
    expect(possible(proposed, 'head', 'SH')).not.toContain('ConfirmProposal');
    expect(possible(proposed, 'head', 'SH')).toContain('RejectProposal');
  });
});

describe('who may read a project', () => {
  it('staff, council and auditors all; the chair and the observer from acceptance on', () => {
    for (const role of ['CO', 'SH', 'AR', 'AD', 'AU', 'CM', 'CC'] as const)
      expect(canRead(person('p', role), projectAt('checking'))).toBe(true);
    for (const role of ['CH', 'OB'] as const) {
      expect(canRead(person('p', role), projectAt('checking'))).toBe(false);
      expect(canRead(person('p', role), projectAt('accepted'))).toBe(true);
    }
    expect(canRead({ kind: 'system' }, projectAt('draft'))).toBe(true);
  });

  it('a ministry reader announced projects of its country, experts their files, contacts and the starter their own', () => {
    const announced = { ...projectAt('accepted'), projectRef: 'LMGF-2025-LA-001' };
    const reader = (country: 'LA' | 'TH') => ({ kind: 'person' as const, personId: 'm', roles: ['MR' as const], country });
    expect([canRead(reader('LA'), announced), canRead(reader('TH'), announced), canRead(reader('LA'), projectAt('accepted'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect([canRead(person('e1', 'EX'), invited()), canRead(person('e2', 'EX'), invited())]).toEqual([true, false]);
    expect([
      canRead(person('host'), projectAt('submitted')),
      canRead(person('lead'), projectAt('draft')),
      canRead(person('x'), projectAt('submitted')),
    ]).toEqual([true, true, false]);
  });

  it('the content is sealed from the Secretariat until the call closed', () => {
    expect(canReadContent(officer, projectAt('submitted'))).toBe(false);
    expect(canReadContent(officer, projectAt('checking'))).toBe(true);
    expect(canReadContent(person('lead'), projectAt('draft'))).toBe(true);
    expect(canReadContent(person('host'), projectAt('submitted'))).toBe(true);
    expect(canReadContent(person('x'), projectAt('submitted'))).toBe(false);
    expect(canReadContent({ kind: 'system' }, projectAt('draft'))).toBe(true);
  });
});

describe('who reads the comments of colleagues', () => {
  it('the Secretariat; no council, auditor, partner, expert or clock', () => {
    for (const role of ['CO', 'SH', 'AR', 'AD'] as const) expect(canReadComments(person('p', role), projectAt('checking'))).toBe(true);
    for (const role of ['EX', 'CH', 'OB', 'CM', 'CC', 'MR', 'AU'] as const)
      expect(canReadComments(person('p', role), projectAt('accepted'))).toBe(false);
    expect(canReadComments({ kind: 'system' }, projectAt('checking'))).toBe(false);
  });

  it('nobody who belongs to the project or judges it, even where he is an officer beside', () => {
    expect(canReadComments(person('lead', 'CO'), projectAt('draft'))).toBe(false);
    expect(canReadComments(person('host', 'CO'), projectAt('submitted'))).toBe(false);
    expect(canReadComments(person('e1', 'EX', 'CO'), invited())).toBe(false);
    expect(canReadComments(person('e2', 'EX', 'CO'), invited())).toBe(true);
  });
});

describe('what others learn of a project', () => {
  it('the shell gets codes and marks, nothing personal', () => {
    expect(projectDecider.toView(projectAt('checking'))).toEqual({
      stage: 'review',
      subState: 'checking',
      overlays: [],
      closed: false,
      summary: '**LMGF-2025-A-0042** review / checking',
    });
    expect(projectDecider.toView(held()).overlays).toEqual(['hold:INFORMATION']);
    expect(
      projectDecider.toView({
        ...held(),
        exitProposedAt: at,
        demonstrationCentre: 'approved',
        proposals: [{ proposalId: 'p', commandType: 'Hold', payload: {}, proposedBy: 'x', proposedAt: at, lapsesAt: at }],
      }).overlays,
    ).toEqual(['hold:INFORMATION', 'proposal', 'exit-proposed', 'centre:approved']);
    expect(projectDecider.toView(projectAt('draft')).summary).toBe('**LMGF-2025** application / draft');
  });

  it('its call is told that it exists and when its place is free again', () => {
    const started = projectDecider.decide(
      undefined,
      { type: 'StartApplication', payload: { callId: 'call-1' } },
      context('2025-06-10T02:00:00.000Z', person('lead')),
    );
    const events = started.ok ? started.events : [];
    expect(events.flatMap((e) => projectDecider.effects(e, projectAt('draft'), {}))).toEqual([
      { target: { kind: 'call', id: 'call-1' }, command: { type: 'CountApplication', payload: { projectId: 'project-1' } } },
    ]);
    expect(projectDecider.effects({ type: 'ApprovalLapsed', at }, projectAt('accepted'), {})).toEqual([
      { target: { kind: 'call', id: 'call-1' }, command: { type: 'FreePlace', payload: { projectId: 'project-1', hostCountry: 'LA' } } },
    ]);
    expect(projectDecider.effects({ type: 'ApprovalLapsed', at }, projectAt('draft'), {})).toEqual([]);
  });
});
