import { defaultPolicy } from '../../policy/policy';
import { answer, apply, context, facts, fold, person, projectAt, text } from '../../spec-kit';
import { aProject, morning, mouDraft, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { decideRewind, possibleRewinds } from './rewind';
import { decideUndoRewind, undoableRewind } from './undo-rewind';
import type { RewindTarget } from './rewind-targets';

const at = '2025-09-03T02:00:00.000Z';
const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const back = (toSubState: RewindTarget): ProjectCommand => ({ type: 'Rewind', payload: { toSubState } });
const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };

/** Proposed by the head, confirmed by the deputy. */
function rewound(state: ProjectState, to: RewindTarget, when = at): ProjectState {
  const proposed = apply(state, back(to), context(when, head, { reason: text, commandId: 'p1' }));
  return apply(proposed, confirm, context(when, deputy, { commandId: 'c1' }));
}

const experts = ['e1', 'e2', 'e3'];
const asked = [...experts, 'e4'];
const known = { facts: { people: Object.fromEntries(asked.map((id) => [id, facts(id)])) } };
const sheet: ProjectCommand = {
  type: 'SubmitScores',
  payload: {
    halfPoints: Object.fromEntries(Object.keys(defaultPolicy.review.weights).map((c) => [c, 10])),
    comments: Object.fromEntries(Object.keys(defaultPolicy.review.weights).map((c) => [c, text])),
    strengths: text,
    weaknesses: text,
  },
};

/** Three experts have scored, a fourth is asked; the defence is set. */
function atDefence(): ProjectState {
  const officer = people.officer;
  const asking: ProjectCommand[] = [
    { type: 'ProposeExperts', payload: { experts: asked } },
    ...asked.map((expertId): ProjectCommand => ({ type: 'InviteExpert', payload: { expertId } })),
  ];
  const invited = asking.reduce((s, c) => apply(s, c, context(at, officer, known)), projectAt('accepted'));
  const acts: ProjectCommand[] = [{ type: 'AcceptInvitation', payload: {} }, { type: 'DeclareNoConflict', payload: {} }, sheet];
  const scored = experts.reduce((s, id) => acts.reduce((r, c) => apply(r, c, context(at, person(id, 'EX'))), s), invited);
  return apply(
    scored,
    { type: 'ScheduleDefence', payload: { at: '2025-09-20T02:00:00.000Z', minutes: 20, place: text } },
    context(at, officer),
  );
}

describe('Rewind', () => {
  it('does: back to the formal check; experts and their sheets are kept as superseded, the officer’s clock runs anew', () => {
    const before = atDefence();
    const after = rewound(before, 'checking');
    expect([after.stage, after.subState, after.check.acceptedAt]).toEqual(['review', 'checking', undefined]);
    expect([after.review.assignments, after.review.sheets]).toEqual([[], []]);
    expect(after.superseded).toMatchObject([{ from: 'defence', to: 'checking', by: 'deputy', work: { review: before.review } }]);
    expect(after.deadlines.map((d) => d.ladder)).toEqual(['check']);
    expect(after.check.items).toEqual(before.check.items);
  });

  it('does: back to scoring; sheets are void but kept, those who scored have time again, who was asked stays asked', () => {
    const after = rewound(atDefence(), 'scoring');
    expect([after.subState, after.review.defence]).toEqual(['scoring', undefined]);
    expect(after.review.sheets.map((one) => one.valid)).toEqual([false, false, false]);
    expect(after.deadlines.map((d) => `${d.ladder}/${d.object}/${d.series}`)).toEqual([
      'invitation/e4/1',
      'scoring/e1/2',
      'scoring/e2/2',
      'scoring/e3/2',
    ]);
    const again = apply(after, sheet, context(at, person('e1', 'EX')));
    expect(again.review.sheets.filter((one) => one.valid).map((one) => one.expertId)).toEqual(['e1']);
  });

  it('does: back to the text of the MoU while nobody has signed; the next draft keeps counting', () => {
    const after = rewound(aProject().at('signing'), 'drafting', morning('2025-11-21'));
    expect([after.subState, after.mou?.draft, after.mou?.signingOpenedAt]).toEqual(['drafting', undefined, undefined]);
    expect(after.deadlines.some((d) => d.ladder === 'signature')).toBe(false);
    expect(after.deadlines.find((d) => d.ladder === 'mouDraft')).toMatchObject({ dueOn: '2025-12-12', series: 2 });
    const redrafted = apply(after, mouDraft, context(morning('2025-11-24'), people.lead));
    expect([redrafted.subState, redrafted.mou?.draft?.no]).toEqual(['commenting', 2]);
  });

  it('does: back to building before the acceptance; the self-evaluation is due again', () => {
    const after = rewound(aProject().at('acceptance'), 'building', morning('2026-03-04'));
    expect([after.subState, after.construction?.selfEvaluation]).toEqual(['building', undefined]);
    expect(after.construction?.milestones.find((m) => m.code === 'M10')).toMatchObject({ state: 'open', evidence: [] });
    expect(after.deadlines.find((d) => d.ladder === 'milestone' && d.object === 'M10')?.because.period).toBe('15wd');
    expect(after.deadlines.some((d) => d.object === 'acceptance')).toBe(false);
  });

  it('does: nothing is put aside where there is nothing', () => {
    const decided = (state: ProjectState, toSubState: RewindTarget) => {
      const decision = decideRewind(state, { type: 'Rewind', payload: { toSubState } }, context(at, head, { reason: text }), true);
      return decision.ok ? decision.events[0] : decision.violation;
    };
    const { mou, ...withoutMou } = aProject().at('commenting');
    expect(decided(withoutMou, 'drafting')).toMatchObject({ type: 'ProjectRewound', work: {}, superseded: {} });
    const { draft: _draft, ...withoutDraft } = mou ?? { awardLetterAt: at, awardedOn: '2025-10-17', signatures: [] };
    expect(decided({ ...withoutMou, mou: withoutDraft }, 'drafting')).toMatchObject({ work: { mou: { awardedOn: '2025-10-17' } } });
    const { construction: _site, ...withoutSite } = aProject().at('acceptance');
    expect(decided(withoutSite, 'building')).toMatchObject({ type: 'ProjectRewound', work: {}, superseded: {} });
  });

  it('refuses: an officer, without a reason, steps that do not lie behind, while held, and by the clock', () => {
    expect(answer(atDefence(), back('checking'), context(at, people.officer, { reason: text }))).toBe('NOT_ALLOWED');
    expect(answer(atDefence(), back('checking'), context(at, head))).toBe('REASON_REQUIRED');
    expect(answer(atDefence(), back('drafting'), context(at, head, { reason: text }))).toBe('WRONG_STAGE');
    expect(answer(projectAt('checking'), back('checking'), context(at, head, { reason: text }))).toBe('WRONG_STAGE');
    const held = apply(
      atDefence(),
      { type: 'Hold', payload: { kind: 'hold', reasonCode: 'INFORMATION' } },
      context(at, head, { reason: text }),
    );
    expect(answer(held, back('checking'), context(at, head, { reason: text }))).toBe('ON_HOLD');
    const byClock = decideRewind(
      atDefence(),
      { type: 'Rewind', payload: { toSubState: 'checking' } },
      context(at, { kind: 'system' }, { reason: text }),
      true,
    );
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('refuses: what a party has signed', () => {
    const signed = { ...aProject().at('partly-signed'), subState: 'signing' as const };
    expect(answer(signed, back('drafting'), context(at, head, { reason: text }))).toBe('LEGAL_ACT');
    expect(possibleRewinds(signed)).toEqual([]);
  });

  it('refuses: the proposer himself', () => {
    const proposed = apply(atDefence(), back('scoring'), context(at, head, { reason: text, commandId: 'p1' }));
    expect(proposed.subState).toBe('defence');
    expect(answer(proposed, confirm, context(at, head))).toBe('SAME_PERSON');
  });

  it('repeats: taken back once, the step does not lie behind any more', () => {
    expect(answer(rewound(atDefence(), 'checking'), back('checking'), context(at, head, { reason: text }))).toBe('WRONG_STAGE');
    const twice = rewound(rewound(atDefence(), 'scoring'), 'checking');
    expect(twice.superseded?.map((one) => one.to)).toEqual(['scoring', 'checking']);
  });

  it('offers what is possible from where the project stands', () => {
    expect(possibleRewinds(atDefence())).toEqual(['checking', 'scoring']);
    expect(possibleRewinds(aProject().at('building'))).toEqual([]);
  });
});

describe('UndoRewind', () => {
  const undo: ProjectCommand = { type: 'UndoRewind', payload: {} };
  const undone = (state: ProjectState, when = at): ProjectState => {
    const proposed = apply(state, undo, context(when, head, { reason: text, commandId: 'p2' }));
    return apply(proposed, { type: 'ConfirmProposal', payload: { proposalId: 'p2' } }, context(when, deputy, { commandId: 'c2' }));
  };

  it('does: the project stands where it stood, with the work that was put aside; its deadlines run anew', () => {
    const before = atDefence();
    const after = undone(rewound(before, 'checking', '2025-09-04T02:00:00.000Z'), '2025-09-05T02:00:00.000Z');
    expect([after.stage, after.subState, after.check, after.review]).toEqual(['review', 'defence', before.check, before.review]);
    expect(after.superseded).toEqual([]);
    const named = (state: ProjectState) => state.deadlines.map((d) => `${d.ladder}/${d.object}`).sort();
    expect(named(after)).toEqual(named(before));
    expect(after.deadlines.every((d) => d.series > 1)).toBe(true);
  });

  it('does: puts the acceptance and its clock back', () => {
    const before = aProject().at('acceptance');
    const when = morning('2026-03-04');
    const after = undone(rewound(before, 'building', when), when);
    expect([after.subState, after.construction]).toEqual(['acceptance', before.construction]);
    expect(after.deadlines.filter((d) => d.object === 'acceptance')).toHaveLength(1);
    expect(after.deadlines.some((d) => d.ladder === 'milestone' && d.object === 'M10')).toBe(false);
  });

  it('refuses: when somebody has gone on, when the time is over, without a reason, and what nobody took back', () => {
    const by = (when: string) => context(when, head, { reason: text, commandId: 'p2' });
    const back = rewound(atDefence(), 'checking');
    const item: ProjectCommand = { type: 'RecordCheckItem', payload: { code: 'readable', verdict: 'not-applicable' } };
    expect(answer(apply(back, item, context(at, people.officer)), undo, by(at))).toBe('UNDO_BLOCKED');
    expect(answer(back, undo, by('2025-11-20T02:00:00.000Z'))).toBe('UNDO_TIME_OVER');
    expect(answer(back, undo, context(at, head))).toBe('REASON_REQUIRED');
    expect(answer(atDefence(), undo, by(at))).toBe('UNKNOWN_OBJECT');
    expect(answer({ ...back, subState: 'accepted' }, undo, by(at))).toBe('UNDO_BLOCKED');
    const byClock = decideUndoRewind(back, { type: 'UndoRewind', payload: {} }, context(at, { kind: 'system' }), false);
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
    const older = { ...back, superseded: back.superseded?.map(({ ended: _not, ...one }) => one) ?? [] };
    expect(answer(older, undo, by(at))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: undone once, there is nothing left to undo', () => {
    expect(answer(undone(rewound(atDefence(), 'checking')), undo, context(at, head, { reason: text }))).toBe('UNKNOWN_OBJECT');
  });

  it('does: is read where no step back is kept', () => {
    const event: ProjectEvent = {
      type: 'RewindUndone',
      ...{ stage: 'review', from: 'checking', to: 'defence', work: {}, deadlines: [], by: 'head', reason: text, at },
    };
    expect(fold(atDefence(), [event]).superseded).toEqual([]);
  });

  it('is offered after a step back from which nobody has gone on', () => {
    const back = rewound(atDefence(), 'checking');
    expect(undoableRewind(back)).toEqual(back.superseded?.at(-1));
    expect(undoableRewind({ ...back, subState: 'defence' })).toBeUndefined();
    expect([undoableRewind(atDefence()), undoableRewind({ ...back, superseded: [] })]).toEqual([undefined, undefined]);
  });

  it('does: reads rewinds from before they could be undone', () => {
    const { superseded: _none, ...clean } = rewound(atDefence(), 'checking');
    const event: ProjectEvent = {
      type: 'ProjectRewound',
      stage: 'review',
      from: 'defence',
      to: 'checking',
      superseded: {},
      work: {},
      by: 'head',
      reason: text,
      at,
    };
    expect(fold(clean, [event]).superseded).toEqual([{ at, from: 'defence', to: 'checking', by: 'head', reason: text, work: {} }]);
  });
});
