import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  criterionMeans,
  defaultPolicy,
  type Assignment,
  type CallState,
  type Deadline,
  type ProjectState,
  type RankedLine,
} from '@app/domain';
import {
  addPerson,
  createAccount,
  hashPassword,
  missingApplicationFields,
  requiredApplicationFields,
  type ApplicationContent,
} from '@app/persistence';
import { openApiKit, signedIn, type ApiKit, type Caller } from '../support/api-kit';
import { aDeadline } from '../support/notification-builders';
import { aStoredCall, aStoredProject, storeCallState, storeHandedIn, storeProjectState } from '../support/state-store';

const experts = Array.from({ length: 5 }, () => randomUUID());
const assignmentStates = ['proposed', 'invited', 'accepted', 'declared', 'done', 'released', 'conflict', 'replaced'] as const;
const past = '2025-09-01T16:00:00.000Z';
const future = '2999-01-01T16:00:00.000Z';

const aSheet = fc.record(
  Object.fromEntries(
    Object.entries(defaultPolicy.review.weights).map(([criterion, weight]) => [criterion, fc.integer({ min: 0, max: 2 * weight })]),
  ),
);
/** Whatever the figures count, at random. */
const aFile = fc.record({
  at: fc.constantFrom('draft', 'submitted', 'checking', 'resubmitted', 'returned', 'not-accepted', 'scoring', 'withdrawn' as const),
  officer: fc.constantFrom('officer', 'head', 'nobody'),
  country: fc.constantFrom('LA', 'TH', 'VN'),
  field: fc.constantFrom('LOG', 'CON', 'NEV'),
  day: fc.integer({ min: 1, max: 28 }),
  checkOver: fc.boolean(),
  scoringOver: fc.boolean(),
  assignments: fc.uniqueArray(fc.tuple(fc.constantFrom(...experts), fc.constantFrom(...assignmentStates)), {
    maxLength: 5,
    selector: ([id]) => id,
  }),
  sheets: fc.array(aSheet, { maxLength: 6 }),
  centre: fc.boolean(),
});
type File = typeof aFile extends fc.Arbitrary<infer T> ? T : never;

const deadline = (ladder: Deadline['ladder'], object: string, over: boolean): Deadline =>
  aDeadline({ ladder, object, endsAt: over ? past : future, owner: { role: 'CO' } });
const totalOf = (sheet: Record<string, number>): number => Object.values(sheet).reduce((sum, one) => sum + one, 0);

describe('the figures of a call', () => {
  let kit: ApiKit;
  let call: CallState;
  let open: CallState;
  const files: ProjectState[] = [];
  const drafts: ApplicationContent[] = [];
  const others = new Map<string, Caller>();

  beforeAll(async () => {
    kit = await openApiKit();
    const password = 'a long password 7';
    const passwordHash = await hashPassword(password);
    for (const role of ['CC', 'CM', 'AU', 'EX', 'MR', 'OB'] as const) {
      const personId = randomUUID();
      await addPerson(kit.db, {
        id: personId,
        fullName: `name of ${role}`,
        latinName: role,
        addressAs: role,
        mailLanguage: 'en',
        country: 'CN',
        zone: 'Asia/Shanghai',
        emails: [`${role}@x.example`],
        roles: [role],
      });
      await createAccount(kit.db, { personId, signIn: `${role}@example.org`, passwordHash });
      others.set(role, await signedIn(kit.api.url, { signIn: `${role}@example.org`, password }));
    }
    for (const [at, id] of experts.entries())
      await addPerson(kit.db, {
        id,
        fullName: `expert ${at}`,
        latinName: `expert ${at}`,
        addressAs: 'e',
        mailLanguage: 'en',
        country: 'TH',
        zone: 'Asia/Bangkok',
        emails: [`e${at}@x.example`],
        roles: ['EX'],
      });
    call = aStoredCall(kit.people.head.personId, { code: 'FIGURES', subState: 'closed' });
    open = aStoredCall(kit.people.head.personId, { code: 'OPEN', subState: 'open' });
    await storeCallState(kit.db, call);
    await storeCallState(kit.db, open);
    for (const [at, file] of fc.sample(aFile, { numRuns: 90, seed: 11 }).entries()) files.push(await storeFile(at, file));
    for (const filled of [0, 10, 16, 17, 18, 20]) drafts.push(await storeDraft(filled));
  }, 120_000);
  afterAll(() => kit.close());

  /** Where a file stands, and what of it is there by then. */
  function placeOf({ at, country, field, centre }: File, no: number): Partial<ProjectState> {
    if (at === 'draft') return { stage: 'application', subState: 'draft' };
    const handedIn: Partial<ProjectState> = {
      applicationRef: `F-A-${String(no).padStart(4, '0')}`,
      hostCountry: country,
      fieldCode: field,
      ...(centre ? { demonstrationCentre: 'candidate' } : {}),
    };
    if (at === 'submitted') return { ...handedIn, stage: 'application', subState: 'submitted' };
    const frozen = { ...handedIn, frozenAt: call.closesAt };
    if (at === 'withdrawn') return { ...frozen, stage: 'closed', subState: 'archived', outcome: 'withdrawn' };
    return { ...frozen, stage: 'review', subState: at };
  }

  /** The experts' work on a file that is accepted, and the deadlines that run; one sheet of six is void. */
  function workOn(file: File): Partial<ProjectState> {
    if (file.at !== 'scoring') return { deadlines: [deadline('check', 'round-1', file.checkOver)] };
    const assignments = file.assignments.map(([expertId, state], order): Assignment => ({
      expertId,
      order,
      state,
      country: 'TH',
      outsideYunnan: true,
    }));
    const owed = assignments.filter((one) => one.state === 'invited' || one.state === 'declared');
    return {
      check: { items: {}, rounds: [], acceptedAt: '2025-09-05T00:00:00.000Z' },
      review: {
        assignments,
        sheets: file.sheets.map((halfPoints, no) => ({
          expertId: experts[no % 5] ?? '',
          halfPoints,
          comments: {},
          submittedAt: past,
          valid: no !== 5,
        })),
      },
      deadlines: owed.map((one) => deadline(one.state === 'invited' ? 'invitation' : 'scoring', one.expertId, file.scoringOver)),
    };
  }

  async function storeFile(no: number, file: File): Promise<ProjectState> {
    const by = kit.people.applicant.personId;
    const hash = String(no).padStart(64, '0');
    const place = placeOf(file, no);
    const submittedAt = `2025-08-${String(file.day).padStart(2, '0')}T17:30:00.000Z`;
    const submission = { no: 1, hash, submittedAt, submittedBy: by, signedBy: by, signature: { documentId: by, sha256: hash } };
    const state = aStoredProject(by, {
      callId: call.id,
      callCode: call.code,
      ...(file.officer === 'nobody' ? {} : { officerId: kit.people[file.officer as 'officer'].personId }),
      ...place,
      ...workOn(file),
      submissions: place.applicationRef === undefined ? [] : [submission],
    });
    const content = { titleZh: `物流工坊 ${no % 30}`, titleEn: `Title ${randomUUID()}`, hostCity: 'V', siteAddress: `Site ${no % 40}` };
    if (place.applicationRef !== undefined) await storeHandedIn(kit.db, state.id, { ...content, hash, savedBy: by });
    await storeProjectState(kit.db, state);
    return state;
  }

  async function storeDraft(filled: number): Promise<ApplicationContent> {
    const state = aStoredProject(kit.people.applicant.personId, { callId: open.id, callCode: open.code });
    await storeProjectState(kit.db, state);
    const content = Object.fromEntries(
      requiredApplicationFields.map((field, at) => [field, at < filled ? 'written' : '']),
    ) as ApplicationContent;
    await kit.db.query(
      `INSERT INTO application_draft (project_id, form_version, version, content, hash, saved_by) VALUES ($1, 1, 1, $2, $3, $4)`,
      [state.id, JSON.stringify(content), 'a'.repeat(64), state.startedBy],
    );
    return content;
  }

  const read = async <T>(who: Caller, part: string, of = call): Promise<T> => (await who.get<T>(`/api/calls/${of.id}/${part}`)).body;
  const count = (those: (state: ProjectState) => boolean): number => files.filter(those).length;
  const isFrozen = (state: ProjectState): boolean => state.frozenAt !== undefined && state.outcome !== 'withdrawn';

  it('count applications by state, by host country and by the day of Beijing on which they came in', async () => {
    const intake = await read<{
      states: { subState: string; count: number }[];
      handedIn: { country: string; count: number }[];
      days: { on: string; count: number }[];
    }>(await kit.as('officer'), 'intake');
    expect(intake.states.reduce((sum, one) => sum + one.count, 0)).toBe(files.length);
    for (const one of intake.states)
      expect([one.subState, one.count]).toEqual([one.subState, count((state) => state.subState === one.subState)]);
    for (const one of intake.handedIn)
      expect([one.country, one.count]).toEqual([one.country, count((state) => state.hostCountry === one.country)]);
    const dayOf = (state: ProjectState): string =>
      new Date(Date.parse(state.submissions[0]?.submittedAt ?? '') + 8 * 3_600_000).toISOString().slice(0, 10);
    const handedIn = files.filter((state) => state.submissions.length > 0);
    expect(intake.days).toEqual(
      [...new Set(handedIn.map(dayOf))].sort().map((on) => ({ on, count: handedIn.filter((state) => dayOf(state) === on).length })),
    );
  });

  it('tell the Secretariat how many drafts are more than 80 % complete, as a number, while the call is open; the council is not told', async () => {
    const complete = drafts.filter((content) => missingApplicationFields(content).length < 0.2 * requiredApplicationFields.length).length;
    const intake = (who: Caller, of = open) => read<{ nearlyComplete: number | null }>(who, 'intake', of);
    expect((await intake(await kit.as('officer'))).nearlyComplete).toBe(complete);
    expect(complete).toBe(3);
    expect((await intake(await kit.as('officer'), call)).nearlyComplete).toBeNull();
    expect((await intake(others.get('CM') as Caller)).nearlyComplete).toBeNull();
  });

  it('count the formal check per officer: done, waiting, returned, and waiting too long; withdrawn files are nobody’s', async () => {
    const { officers } = await read<{
      officers: { officerId: string | null; done: number; waiting: number; returned: number; late: number }[];
    }>(await kit.as('officer'), 'check');
    for (const one of officers) {
      const his = (those: (state: ProjectState) => boolean): number =>
        count((state) => isFrozen(state) && (state.officerId ?? null) === one.officerId && those(state));
      const waits = ({ subState }: ProjectState): boolean => subState === 'checking' || subState === 'resubmitted';
      expect(one).toMatchObject({
        done: his((state) => state.check.acceptedAt !== undefined || state.subState === 'not-accepted'),
        waiting: his(waits),
        returned: his((state) => state.subState === 'returned'),
        late: his((state) => waits(state) && state.deadlines.some((due) => due.endsAt === past)),
      });
    }
    expect(officers.map((one) => one.officerId === null).sort()).toEqual([false, false, true]);
  });

  it('count per expert who is invited, has accepted, declared, scored, is late or has left; never how anybody scored', async () => {
    const answer = await read<{ experts: Record<string, unknown>[]; files: object; attention: { sheets: number; divergent: boolean }[] }>(
      await kit.as('chair'),
      'experts',
    );
    const of = (expertId: unknown, ...states: string[]): number =>
      files.flatMap((state) => state.review.assignments).filter((one) => one.expertId === expertId && states.includes(one.state)).length;
    for (const one of answer.experts) {
      const id = one['expertId'];
      expect(one).toMatchObject({
        invited: of(id, 'invited'),
        accepted: of(id, 'accepted'),
        declared: of(id, 'declared'),
        scored: of(id, 'done'),
        left: of(id, 'released', 'replaced', 'conflict'),
      });
      expect(one['late']).toBe(files.flatMap((state) => state.deadlines).filter((due) => due.object === id && due.endsAt === past).length);
    }
    expect(JSON.stringify(answer.experts)).not.toMatch(/point|total|score"/i);
    const inReview = files.filter((state) => state.subState === 'scoring');
    const totals = inReview.map((state) => state.review.sheets.filter((sheet) => sheet.valid).map((sheet) => totalOf(sheet.halfPoints)));
    expect(answer.files).toEqual({
      total: inReview.length,
      complete: inReview.filter((state, at) => (totals[at]?.length ?? 0) >= (state.demonstrationCentre === 'candidate' ? 7 : 5)).length,
      short: totals.filter((all) => all.length < 3).length,
      divergent: totals.filter((all) => all.length > 1 && Math.max(...all) - Math.min(...all) >= 60).length,
    });
  });

  it('show the arithmetic of September: the slowest path of 2025 ends on 13 October, four working days too late', async () => {
    const time = await read<{ steps: { because: { dueOn: string } }[]; workingDaysOver: number }>(await kit.as('officer'), 'review-time');
    expect(time.steps.map((step) => step.because.dueOn)).toEqual(['2025-09-05', '2025-09-19', '2025-09-26', '2025-10-13']);
    expect(time.workingDaysOver).toBe(4);
  });

  it('name who holds a country’s centre, the candidates for it, and files that share lead, field, site or title', async () => {
    const holder = files.find((state) => state.subState === 'scoring');
    await kit.db.query(`INSERT INTO claim (scope, key, holder_kind, holder_id) VALUES ('centre', 'LA', 'project', $1)`, [holder?.id]);
    interface Warnings {
      centres: { country: string; holder: { projectId: string } | null; candidates: { projectId: string }[] }[];
      alike: { likeness: string; hostCountry: string; fieldCode: string | null; count: number; files: unknown[] }[];
    }
    const { centres, alike } = await read<Warnings>(await kit.as('officer'), 'warnings');
    expect(centres.find((one) => one.country === 'LA')?.holder?.projectId).toBe(holder?.id);
    const candidates = (country: string): string[] =>
      files
        .filter((state) => state.hostCountry === country && state.demonstrationCentre === 'candidate' && state.stage !== 'closed')
        .map((state) => state.id);
    for (const one of centres) expect(one.candidates.map((file) => file.projectId).sort()).toEqual(candidates(one.country).sort());
    for (const group of alike.filter((one) => one.likeness === 'country+field')) {
      expect(group.count).toBe(
        count((state) => isFrozen(state) && state.hostCountry === group.hostCountry && state.fieldCode === group.fieldCode),
      );
      expect(group.files.length).toBe(Math.min(8, group.count));
    }
    expect(new Set(alike.map((one) => one.likeness))).toEqual(new Set(['country+field', 'site', 'title']));
  });

  describe('of the ranking', () => {
    let ranked: CallState;
    let lines: RankedLine[];

    beforeAll(async () => {
      const scored = files.filter((state) => state.subState === 'scoring').slice(0, 12);
      lines = scored.map((state, at): RankedLine => ({
        projectId: state.id,
        applicationRef: state.applicationRef ?? '',
        rank: at + 1,
        sumHalfPoints: at === 1 || at === 2 ? 480 : 520 - 25 * at,
        count: 3,
        hostCountry: state.hostCountry ?? 'LA',
        fieldCode: state.fieldCode ?? '',
        centreCandidate: false,
        list: at < 4 ? 'A' : at < 6 ? 'B' : 'D',
        tieBrokenBy: at === 1 || at === 2 ? ['standards'] : [],
      }));
      const decision = (at: number): 'approve' | 'reserve' | 'reject' => (at < 3 ? 'approve' : at < 6 ? 'reserve' : 'reject');
      ranked = aStoredCall(kit.people.head.personId, {
        code: 'RANKED',
        subState: 'public-notice',
        noticeStartedOn: '2025-10-09',
        noticeEndsAt: future,
        ranking: lines,
        proposal: { lines, preparedAt: past },
        decision: {
          decidedAt: past,
          decidedOn: '2025-09-30',
          lines: lines.map(({ projectId, hostCountry }, at) => ({
            projectId,
            hostCountry,
            decision: decision(at),
            asCentre: at === 0,
            deviates: at === 3,
          })),
        },
      });
      await storeCallState(kit.db, ranked);
      const event = { type: 'ProposalDecided', present: [kit.people.head.personId], votesFor: 5, votesAgainst: 1, decidedOn: '2025-09-30' };
      const textId = randomUUID();
      await kit.db.query(
        `INSERT INTO free_text (id, entity_kind, entity_id, sha256, content) VALUES ($1, 'call', $2, $3, 'No second project there.')`,
        [textId, ranked.id, 'a'.repeat(64)],
      );
      await kit.db.query(
        `INSERT INTO ledger_entry (kind, id, rev, command_id, type, reason_text_id, policy_version, occurred_at, recorded_at, body, previous_hash, hash)
         VALUES ('call', $1, 1, 'decide', 'DecideProposal', $2, 1, now(), now(), $3, '', 'h')`,
        [ranked.id, textId, JSON.stringify({ events: [event] })],
      );
    });

    interface Ranking {
      items: {
        projectId: string;
        rank: number;
        lowest: number | null;
        highest: number | null;
        divergent: boolean;
        tie: { before: string[]; by: string[]; values: Record<string, object> } | null;
        decision: string;
      }[];
      cuts: object;
      lists: object;
      next: number | null;
    }

    it('come page after page, each line once, with the spread of its valid sheets', async () => {
      const seen: Ranking['items'] = [];
      for (let after: number | null = 0; after !== null;) {
        const page: Ranking = await read(await kit.as('chair'), `ranking?limit=5&after=${after}`, ranked);
        seen.push(...page.items);
        after = page.next;
      }
      expect(seen.map((one) => one.projectId)).toEqual(lines.map((one) => one.projectId));
      for (const one of seen) {
        const totals =
          files
            .find((state) => state.id === one.projectId)
            ?.review.sheets.filter((sheet) => sheet.valid)
            .map((sheet) => totalOf(sheet.halfPoints)) ?? [];
        expect([one.lowest, one.highest]).toEqual(totals.length === 0 ? [null, null] : [Math.min(...totals), Math.max(...totals)]);
        expect(one.divergent).toBe(totals.length > 1 && Math.max(...totals) - Math.min(...totals) >= 60);
      }
    });

    it('are cut after the last recommended file and at the threshold, and explain a tie by the step that decided and what it compared', async () => {
      const page = await read<Ranking>(others.get('CC') as Caller, 'ranking', ranked);
      expect([page.cuts, page.lists]).toEqual([
        { recommended: 4, fundable: lines.findLast((line) => line.sumHalfPoints >= 360)?.rank },
        { A: 4, B: 2, D: 6 },
      ]);
      const sheets = files.find((state) => state.id === lines[1]?.projectId)?.review.sheets.filter((sheet) => sheet.valid) ?? [];
      expect(page.items[1]?.tie).toMatchObject({
        before: [lines[2]?.applicationRef],
        by: ['standards'],
        values: { standards: criterionMeans(sheets, defaultPolicy.review)['standards'] },
      });
      expect(page.items[0]?.tie).toBeNull();
    });

    it('say who decided, by how many votes, and where and why they departed from the rank', async () => {
      const decision = await read<{ council: object; session: object; decisions: object; deviations: object[] }>(
        await kit.as('officer'),
        'decision',
        ranked,
      );
      expect(decision.council).toEqual({ members: 2, chairs: 1, moreThan: '1/2' });
      expect(decision.session).toMatchObject({
        present: [{ name: 'head' }],
        votesFor: 5,
        votesAgainst: 1,
        decidedOn: '2025-09-30',
        reason: 'No second project there.',
      });
      expect(decision.decisions).toEqual({ approve: 3, reserve: 3, reject: 6 });
      expect(decision.deviations).toEqual([
        expect.objectContaining({ reference: lines[3]?.applicationRef, rank: 4, suggested: 'approve', decision: 'reserve' }),
      ]);
    });

    it('name the reserve in the order of the rank', async () => {
      const outcome = await read<{ reserve: { order: number; reference: string }[]; announced: object[] }>(
        await kit.as('officer'),
        'outcome',
        ranked,
      );
      expect(outcome.reserve.map((one) => `${one.order} ${one.reference}`)).toEqual(
        lines.slice(3, 6).map((line, at) => `${at + 1} ${line.applicationRef}`),
      );
      expect(outcome.announced).toEqual([]);
    });
  });

  it('are for those who may see them: staff and council all, the panel the review, an expert, a ministry and an applicant none', async () => {
    const callers: [string, Caller][] = [
      ...others,
      ['CO', await kit.as('officer')],
      ['SH', await kit.as('head')],
      ['CH', await kit.as('chair')],
      ['applicant', await kit.as('applicant')],
      ['nobody', kit.nobody],
    ];
    const parts = { applications: ['intake', 'check', 'warnings'], review: ['experts', 'review-time', 'ranking', 'decision', 'outcome'] };
    const seen: Record<string, string> = {};
    for (const [name, caller] of callers) {
      const statuses = async (of: string[]): Promise<string> =>
        [...new Set(await Promise.all(of.map(async (part) => (await caller.get(`/api/calls/${call.id}/${part}`)).status)))].join();
      seen[name] = `${await statuses(parts.applications)} ${await statuses(parts.review)}`;
    }
    const [all, review, none] = ['200 200', '403 200', '403 403'];
    expect(seen).toEqual({
      CO: all,
      SH: all,
      CC: all,
      CM: all,
      AU: all,
      CH: review,
      OB: review,
      EX: none,
      MR: none,
      applicant: none,
      nobody: '401 401',
    });
  });

  it('of a call that is prepared are not found by who may not see it, and refuse a page that cannot be', async () => {
    const draft = aStoredCall(kit.people.head.personId, { code: 'DRAFT', subState: 'draft' });
    await storeCallState(kit.db, draft);
    const status = async (who: Caller, path: string): Promise<number> => (await who.get(`/api/calls/${path}`)).status;
    expect(await status(await kit.as('applicant'), `${draft.id}/intake`)).toBe(404);
    expect(await status(await kit.as('officer'), `${randomUUID()}/ranking`)).toBe(404);
    for (const query of ['after=x', 'limit=0', 'limit=501', 'sort=score'])
      expect([query, await status(await kit.as('officer'), `${call.id}/ranking?${query}`)]).toEqual([query, 400]);
  });
});
