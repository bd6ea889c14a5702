import fc from 'fast-check';
import { answer, apply, context, facts, file, person, runClock, text } from '../../spec-kit';
import { defaultPolicy, type Policy } from '../../policy/policy';
import { projectDecider } from '../../deciders';
import { releasesAtEnd } from '../claims-held';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { changesOf } from './open-changes';

type Asked = Extract<ProjectCommand, { type: 'ProposeChange' }>['payload'];
type Item = Asked['items'][number];
type Change = NonNullable<ProjectState['changes']>[number];

const id = '2026-02-02/change';
const on = (date: string, actor: ReturnType<typeof person> = people.lead, change = {}) =>
  context(morning(date), actor, { reason: text, commandId: id, ...change });

const building = (): ProjectState => aProject().at('building');
const ask = (items: Item[], more: Partial<Asked> = {}): ProjectCommand => ({
  type: 'ProposeChange',
  payload: { kind: 'amendment', items, ...more },
});
const letter = { document: file };
const words = (textId: string) => ({ textId, sha256: 'c'.repeat(64) });
const title: Item = { path: 'titleEn', text: words('title-2') };
const joins = (organizationId: string, role = 'PARTICIPANT', personId = 'thai'): Item => ({
  path: `parties/${organizationId}/role`,
  new: role,
  personId,
});
const leaves = (organizationId: string): Item => ({ path: `parties/${organizationId}/role`, new: '-' });
const endsOn = (date: string): Item => ({ path: 'endsEarlyOn', new: date });

/** What the register knows of a Thai college and of a second Chinese one. */
const register = {
  facts: {
    organizations: {
      'thai-college': { country: 'TH' as const, inYunnan: false },
      'second-college': { country: 'CN' as const, inYunnan: true },
    },
    people: { thai: facts('thai', { organizationId: 'thai-college' }), second: facts('second', { organizationId: 'second-college' }) },
  },
};

const newest = (state: ProjectState): Change => changesOf(state).at(-1) as Change;

/** Asked for, approved by the head with the council's minutes, signed by all parties: in effect the same day. */
function agreed(state: ProjectState, command: ProjectCommand, date = '2026-02-02'): ProjectState {
  const asked = apply(state, command, on(date, people.lead, { commandId: `${date}/${command.type}`, ...register }));
  const { changeId } = newest(asked);
  const yes: ProjectCommand = { type: 'ApproveChange', payload: { changeId, minutes: file } };
  const approved = apply(asked, yes, on(date, people.head));
  if (newest(approved).signatories.length === 0) return approved;
  const last = agreedButOne(approved, date);
  return apply(last.state, last.signature, on(date, people.officer));
}

/** An approved change that lacks one signature, and that signature. */
function agreedButOne(state: ProjectState, date = '2026-02-04'): { state: ProjectState; signature: ProjectCommand } {
  const { changeId, signatories } = newest(state);
  const signatures = signatories.map((organizationId): ProjectCommand => {
    const signer = state.contacts.find((one) => one.organizationId === organizationId && one.rights.includes('sign'));
    const payload = { changeId, organizationId, personId: signer?.personId ?? '', capacity: 'president', signedOn: date, place: text };
    return { type: 'RecordAmendmentSignature', payload: { ...payload, document: file } };
  });
  const before = signatures.slice(0, -1).reduce((signed, one) => apply(signed, one, on(date, people.officer)), state);
  return { state: before, signature: signatures.at(-1) as ProjectCommand };
}

const undone = (state: ProjectState, date = '2026-02-09'): ProjectState =>
  agreed(state, { type: 'UndoChange', payload: { changeId: newest(state).changeId, document: file } }, date);

/** Everything that an amendment may change. */
const values = ({ amended = {}, parties, contacts, mou, construction, deadlines }: ProjectState) => ({
  ...{ amended, mou, construction },
  parties: [...parties].sort((a, b) => a.organizationId.localeCompare(b.organizationId)),
  contacts: [...contacts].sort((a, b) => a.personId.localeCompare(b.personId)),
  due: Object.fromEntries(deadlines.map((one) => [`${one.ladder}/${one.object}`, [one.dueOn, one.owner]])),
});

const partners = (): ProjectState => agreed(building(), ask([joins('second-college', 'PARTICIPANT', 'second')], letter));

describe('words and figures of the application, amended', () => {
  it('does: another title, scope, site and budget hold from the last signature on; the project names the texts only', () => {
    const state = agreed(building(), ask([title, { path: 'scope', text: words('scope-1') }, { path: 'budgetCny', new: '1250000.50' }]));
    expect(newest(state)).toMatchObject({ state: 'in-effect', types: ['title', 'scope', 'budget-shift'] });
    expect(newest(state).items[0]).toEqual({ path: 'titleEn', old: '-', new: 'title-2', text: words('title-2') });
    expect(state.amended).toEqual({ titleEn: words('title-2'), scope: words('scope-1'), budgetCny: '1250000.50' });
  });

  it('does: another site is minor: an officer approves it, nobody signs', () => {
    const asked = apply(building(), ask([{ path: 'site', text: words('site-1') }]), on('2026-02-02'));
    const state = apply(asked, { type: 'ApproveChange', payload: { changeId: id } }, on('2026-02-02', people.officer));
    expect([newest(state).state, state.amended?.site]).toEqual(['in-effect', words('site-1')]);
  });

  it('does: another list of equipment is minor and belongs to construction; other indicators are signed by lead and host', () => {
    const asked = apply(building(), ask([{ path: 'equipment', text: words('equipment-1') }]), on('2026-02-02'));
    const state = apply(asked, { type: 'ApproveChange', payload: { changeId: id } }, on('2026-02-02', people.officer));
    expect([newest(state).state, newest(state).types, state.amended?.equipment]).toEqual([
      'in-effect',
      ['equipment-list'],
      words('equipment-1'),
    ]);
    const signed = agreed(building(), ask([{ path: 'indicators', text: words('indicators-1') }]));
    expect([signed.amended?.indicators, newest(signed).signatures?.length]).toEqual([words('indicators-1'), 2]);
    expect(undone(signed).amended).toEqual({});
  });

  it('does: a second title is taken back to the first, the first to the application’s own', () => {
    const first = agreed(building(), ask([title]));
    const second = agreed(first, ask([{ path: 'titleEn', text: words('title-3') }]), '2026-02-04');
    expect(newest(second).items[0]).toMatchObject({ old: 'title-2', oldText: words('title-2'), new: 'title-3' });
    expect(undone(second).amended).toEqual({ titleEn: words('title-2') });
    expect(undone(first).amended).toEqual({});
    const dearer = agreed(first, ask([{ path: 'budgetCny', new: '5' }]), '2026-02-04');
    expect([dearer.amended?.budgetCny, undone(dearer).amended?.budgetCny]).toEqual(['5', undefined]);
  });

  it.each([
    ['a title without words', [{ path: 'titleEn', new: 'a title in the payload' }], 'CHANGE_VALUE'],
    ['nothing at all', [{ path: 'titleEn' }], 'CHANGE_NOTHING'],
    ['a budget that is no amount', [{ path: 'budgetCny', new: '1,000' }], 'CHANGE_VALUE'],
    ['two ways to end', [endsOn('2027-06-30'), { path: 'mou/expiresOn', new: '2031-06-30' }], 'CHANGE_COMBINATION'],
    ['an early end beside another', [title, endsOn('2027-06-30')], 'CHANGE_COMBINATION'],
  ])('refuses: %s', (_what, items, code) => {
    expect(answer(building(), ask(items), on('2026-02-02'))).toBe(code);
  });
});

describe('partners, amended', () => {
  it('does: an organization joins with whoever acts for it, once the council and all parties have agreed', () => {
    const state = partners();
    expect(state.parties.at(-1)).toEqual({ organizationId: 'second-college', role: 'PARTICIPANT', country: 'CN', inYunnan: true });
    expect(state.contacts.at(-1)).toMatchObject({ personId: 'second', organizationId: 'second-college', legalRepresentative: true });
    expect(newest(state).minutes).toEqual(file);
  });

  it('does: a partner leaves with its people, and nothing waits for it any more', () => {
    const state = partners();
    const [first] = state.deadlines;
    if (first === undefined) throw new Error('something is due');
    const waiting = {
      ...state,
      deadlines: [...state.deadlines, { ...first, object: 'of-it', owner: { role: 'PS', organizationId: 'second-college' } }],
    };
    const after = agreed(waiting as ProjectState, ask([leaves('second-college')]), '2026-02-04');
    expect(newest(after).types).toEqual(['partner-out']);
    expect(after.parties.some((one) => one.organizationId === 'second-college')).toBe(false);
    expect(after.contacts.some((one) => one.organizationId === 'second-college')).toBe(false);
    expect(after.deadlines.some((one) => one.object === 'of-it')).toBe(false);
    expect(values(undone(after)).parties).toEqual(values(state).parties);
    expect(values(undone(after)).contacts).toEqual(values(state).contacts);
  });

  it.each([
    ['without its letter', ask([joins('thai-college')]), 'DOCUMENT_MISSING'],
    ['as lead', ask([joins('thai-college', 'LEAD')], letter), 'CHANGE_VALUE'],
    ['that nobody knows', ask([joins('unknown')], letter), 'UNKNOWN_OBJECT'],
    ['by somebody of another organization', ask([joins('thai-college', 'PARTICIPANT', 'second')], letter), 'UNKNOWN_OBJECT'],
    ['with nobody', ask([{ path: 'parties/thai-college/role', new: 'PARTICIPANT' }], letter), 'UNKNOWN_OBJECT'],
    ['that is not named', ask([{ path: 'parties/joining', new: 'PARTICIPANT' }], letter), 'UNKNOWN_OBJECT'],
    ['that is a party', ask([joins('enterprise', 'SUPPORTER')], letter), 'ALREADY_DONE'],
  ])('refuses: an organization %s', (_what, command, code) => {
    expect(answer(building(), command, on('2026-02-02', people.lead, register))).toBe(code);
  });

  it('refuses: that lead or host leave, or the last partner that the call asks for', () => {
    expect(answer(building(), ask([leaves('college')]), on('2026-02-02'))).toBe('CHANGE_VALUE');
    expect(answer(building(), ask([leaves('host-college')]), on('2026-02-02'))).toBe('CHANGE_VALUE');
    expect(answer(building(), ask([leaves('nobody')]), on('2026-02-02'))).toBe('CHANGE_NOTHING');
    const withRules = (part: Partial<Policy['eligibility']>) => {
      const policy = { ...defaultPolicy, eligibility: { ...defaultPolicy.eligibility, ...part } };
      return answer(building(), ask([leaves('enterprise')]), on('2026-02-02', people.lead, { policy }));
    };
    const { minParties } = defaultPolicy.eligibility;
    expect(withRules({ minParties: { ...minParties, ENTERPRISE: 1 } })).toBe('PARTNER_MINIMUM');
    expect(withRules({ minParties: { ...minParties, ENTERPRISE: 0 }, minCountries: 3 })).toBe('PARTNER_MINIMUM');
    expect(withRules({ minParties: { ...minParties, ENTERPRISE: 0 }, minCountries: 2 })).toEqual(['ChangeProposed', 'DeadlineSet']);
  });

  it('refuses: an approval without the council’s minutes', () => {
    const asked = apply(building(), ask([joins('thai-college')], letter), on('2026-02-02', people.lead, register));
    expect(answer(asked, { type: 'ApproveChange', payload: { changeId: id } }, on('2026-02-02', people.head))).toBe('DOCUMENT_MISSING');
  });
});

describe('the lead, amended', () => {
  const leads = (personId: string): ProjectCommand => ask([{ path: 'parties/lead', new: personId }]);

  it('does: a partner takes the place of the lead, and owes what the lead owed', () => {
    const state = agreed(partners(), leads('second'), '2026-02-04');
    expect(state.parties.map((one) => [one.organizationId, one.role])).toEqual(
      expect.arrayContaining([
        ['second-college', 'LEAD'],
        ['college', 'PARTICIPANT'],
      ]),
    );
    expect(state.contacts.filter((one) => one.lead).map((one) => one.personId)).toEqual(['second']);
    expect(state.deadlines.some((one) => one.owner.organizationId === 'college')).toBe(false);
    expect(state.deadlines.find((one) => one.object === 'M6')?.owner.organizationId).toBe('second-college');
    expect(values(undone(state))).toEqual(values(partners()));
  });

  it('refuses: somebody of the lead or of the host, nobody, a country that cannot lead', () => {
    expect(answer(building(), leads('contact'), on('2026-02-02'))).toBe('UNKNOWN_OBJECT');
    expect(answer(building(), leads('host'), on('2026-02-02'))).toBe('UNKNOWN_OBJECT');
    expect(answer(building(), leads('nobody'), on('2026-02-02'))).toBe('UNKNOWN_OBJECT');
    const policy = { ...defaultPolicy, eligibility: { ...defaultPolicy.eligibility, leadCountries: ['CN' as const] } };
    expect(answer(building(), leads('firm'), on('2026-02-02', people.lead, { policy }))).toBe('NOT_ELIGIBLE');
  });

  it('refuses: a lead under whom there is another project of the same host and field, running or of the same call', () => {
    const under = (active: boolean) => {
      const similar = [{ projectId: 'other', reference: 'LMGF-2024-LA-001', likeness: 'lead+host+field' as const, active }];
      return on('2026-02-02', people.lead, { facts: { similar } });
    };
    expect(answer(building(), leads('firm'), under(true))).toBe('DUPLICATE_ACTIVE_PROJECT');
    expect(answer(building(), leads('firm'), under(false))).toBe('DUPLICATE_IN_CALL');
    expect(answer({ ...building(), type: 'upgrade' }, leads('firm'), under(true))).toEqual(['ChangeProposed', 'DeadlineSet']);
  });

  describe('keeps lead, host and field to one project', () => {
    const block = (lead: string) => ({ scope: 'duplicate', key: `call-1/${lead}/host-college/LOG` });
    const asked = (state = partners()) => apply(state, leads('second'), on('2026-02-04'));
    const approve: ProjectCommand = { type: 'ApproveChange', payload: { changeId: id, minutes: file } };
    const approved = (state = partners()) => apply(asked(state), approve, on('2026-02-04', people.head));
    const slots = (state: ProjectState, command: ProjectCommand, ctx: ReturnType<typeof on>) => {
      const decision = projectDecider.decide(state, command, ctx);
      if (!decision.ok) throw new Error(decision.violation.code);
      return { claims: decision.claims, releases: decision.releases };
    };
    /** What the clock gives back with the first of its acts that gives back anything. */
    const givenBack = (state: ProjectState, until: string): unknown => {
      for (let one = state; ;) {
        const next = projectDecider.plan(one, defaultPolicy, { years: [] })[0];
        if (next === undefined || next.at > until) return [];
        const decision = projectDecider.decide(one, { type: 'Wake', payload: {} }, context(next.at, people.clock));
        if (!decision.ok || decision.releases?.length !== 0) return decision.ok ? decision.releases : decision.violation;
        one = decision.events.reduce((folded, event) => projectDecider.evolve(folded, event), one);
      }
    };

    it('does: an approval keeps the block under the lead that will be, save for an upgrade and where the lead stays', () => {
      expect(slots(asked(), approve, on('2026-02-04', people.head))).toMatchObject({
        claims: [{ ...block('second-college'), ifTaken: 'DUPLICATE_IN_CALL' }],
      });
      const upgrade = asked({ ...partners(), type: 'upgrade' });
      expect(slots(upgrade, approve, on('2026-02-04', people.head))).toEqual({ claims: undefined, releases: undefined });
      const other = apply(building(), ask([title]), on('2026-02-04'));
      expect(slots(other, approve, on('2026-02-04', people.head))).toEqual({ claims: undefined, releases: undefined });
    });

    it('does: taken back or not signed it is free again; so it is when the project ends before', () => {
      const cancel: ProjectCommand = { type: 'CancelChange', payload: { changeId: id } };
      expect(slots(approved(), cancel, on('2026-02-05', people.lead)).releases).toEqual([block('second-college')]);
      expect(slots(asked(), cancel, on('2026-02-05', people.lead)).releases).toBeUndefined();
      expect(givenBack(approved(), morning('2026-06-30'))).toEqual([block('second-college')]);
      expect(releasesAtEnd(approved(), [{ type: 'ProjectClosed' }])).toEqual([block('college'), block('second-college')]);
    });

    it('does: once the other leads, the block under the former lead is free', () => {
      const last = agreedButOne(approved());
      expect(slots(last.state, last.signature, on('2026-02-04', people.officer)).releases).toEqual([block('college')]);
    });
  });
});

describe('an early end', () => {
  const early = ask([endsOn('2026-06-30')]);

  it('does: the clock ends the project on the day on which the parties agreed', () => {
    const state = agreed(building(), early);
    expect([state.amended?.endsEarlyOn, state.stage]).toEqual(['2026-06-30', 'construction']);
    expect(runClock(state, morning('2026-06-29')).stage).toBe('construction');
    const over = runClock(state, morning('2026-06-30'));
    expect([over.stage, over.outcome, over.deadlines.length]).toEqual(['closed', 'terminated', expect.any(Number)]);
  });

  it('does: taken up again the project has no such end any more; before, it is moved or taken back', () => {
    const over = runClock(agreed(building(), early), morning('2026-06-30'));
    const asked = apply(over, { type: 'ReinstateProject', payload: {} }, on('2026-07-01', people.head));
    const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: id } };
    const again = apply(asked, confirm, on('2026-07-01', person('deputy', 'SH')));
    expect([again.stage, again.amended]).toEqual(['construction', {}]);
    expect(again.deadlines.some((one) => one.object === 'early-end')).toBe(false);
    const moved = agreed(agreed(building(), early), ask([endsOn('2026-09-30')]), '2026-02-04');
    expect(moved.deadlines.filter((one) => one.object === 'early-end').map((one) => one.dueOn)).toEqual(['2026-09-30']);
    const back = undone(agreed(building(), early));
    expect([back.amended, back.deadlines.some((one) => one.object === 'early-end')]).toEqual([{}, false]);
  });

  it.each([
    ['in the past', '2026-02-02', 'DATE_IN_PAST'],
    ['that is no date', 'soon', 'NOT_A_DATE'],
    ['after the MoU', '2040-01-01', 'DURATION_OUT_OF_RANGE'],
  ])('refuses: a day %s', (_what, date, code) => {
    expect(answer(building(), ask([endsOn(date)]), on('2026-02-02'))).toBe(code);
  });

  it('refuses: beside an end by decision; of a demonstration centre without the council', () => {
    const termination = {
      grounds: 'BREACH',
      outcome: 'terminated',
      effectiveOn: '2026-05-01',
      decidedAt: morning('2026-02-01'),
      by: 'head',
      reason: text,
    };
    expect(answer({ ...building(), termination } as ProjectState, early, on('2026-02-02'))).toBe('ALREADY_DONE');
    const yes: ProjectCommand = { type: 'ApproveChange', payload: { changeId: id } };
    const asked = apply(building(), early, on('2026-02-02'));
    expect(answer({ ...asked, demonstrationCentre: 'active' }, yes, on('2026-02-02', people.head))).toBe('DOCUMENT_MISSING');
    expect(answer(asked, yes, on('2026-02-02', people.head))).toContain('ChangeApproved');
  });
});

describe('any amendment', () => {
  const dates = fc.integer({ min: 0, max: 80 }).map((days) => new Date(Date.UTC(2026, 9, 1 + days)).toISOString().slice(0, 10));
  const asked = fc.oneof(
    dates.map((date): Item => ({ path: 'milestones/M6/plannedOn', new: date })),
    dates.map((date): Item => ({ path: 'milestones/M9/plannedOn', new: date })),
    fc.integer({ min: 12, max: 30 }).map((months): Item => ({ path: 'construction/durationMonths', new: String(months) })),
    fc.constant<Item>({ path: 'contacts/leader', new: 'contact' }),
    fc
      .constantFrom('titleZh', 'titleEn', 'scope', 'site', 'equipment', 'indicators')
      .map((path): Item => ({ path, text: words(`new-${path}`) })),
    fc.nat(1_000_000).map((yuan): Item => ({ path: 'budgetCny', new: String(yuan) })),
    dates.map(endsOn),
    fc.constantFrom(joins('thai-college'), joins('second-college', 'SUPPORTER', 'second')),
  );
  const list = fc.uniqueArray(asked, { minLength: 1, maxLength: 3, selector: (one) => one.path });

  it('that the rules let through and that is taken back leaves every value as it was', () => {
    const before = building();
    let through = 0;
    fc.assert(
      fc.property(list, (items) => {
        const command = ask(items, letter);
        if (typeof answer(before, command, on('2026-02-02', people.lead, register)) === 'string') return;
        through += 1;
        const after = agreed(before, command);
        expect(newest(after).state).toBe('in-effect');
        expect(values(after)).not.toEqual(values(before));
        expect({ ...values(undone(after)), amended: {} }).toEqual({ ...values(before), amended: {} });
        expect(undone(after).amended ?? {}).toEqual({});
      }),
      { numRuns: 100 },
    );
    expect(through).toBeGreaterThan(20);
  });

  it('is never open beside another, and never approved by whoever asked for it', () => {
    fc.assert(
      fc.property(list, list, fc.boolean(), (first, second, byHead) => {
        const asker = byHead ? people.head : people.lead;
        const decision = answer(building(), ask(first, letter), on('2026-02-02', asker, register));
        if (typeof decision === 'string') return;
        const state = apply(building(), ask(first, letter), on('2026-02-02', asker, register));
        const own: ProjectCommand = { type: 'ApproveChange', payload: { changeId: id, minutes: file } };
        expect(['SAME_PERSON', 'NOT_ALLOWED']).toContain(answer(state, own, on('2026-02-03', asker)));
        expect(answer(state, ask(second, letter), on('2026-02-03', people.lead, { ...register, commandId: 'c2' }))).toBe('CHANGE_OPEN');
      }),
      { numRuns: 50 },
    );
  });
});
