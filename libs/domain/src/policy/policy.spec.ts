import { comparePolicies } from './compare-policies';
import { defaultPolicy, ladderKeys, type LadderKey, type LadderStep, type Policy } from './policy';
import { policyContradictions } from './policy-contradictions';
import { policyKeys } from './policy-keys';
import { isTree, type Tree } from './policy-tree';
import { readPolicy } from './read-policy';
import { validatePolicy } from './validate-policy';
import { valueProblem } from './value-rules';

/** A deep copy that a test may spoil. */
function copy(): Policy & Tree {
  return structuredClone(defaultPolicy) as Policy & Tree;
}

/** The default policy with one value replaced. */
function withValue(path: string, value: unknown): Tree {
  const changed = copy() as Tree;
  const parts = path.split('.');
  const last = String(parts.pop());
  const parent = parts.reduce((tree, part) => tree[part] as Tree, changed);
  parent[last] = value;
  return changed;
}

function codesOf(raw: unknown): string[] {
  return validatePolicy(raw).map((violation) => `${String(violation.values?.key)}: ${String(violation.values?.reason)}`);
}

function pathsOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    return isTree(value) && path !== 'review.weights' ? pathsOf(value, `${path}.`) : [path];
  });
}

describe('the default policy', () => {
  it('has a key with bounds and source for every value, and no other', () => {
    const { ladder, ...values } = copy();
    expect(Object.keys(policyKeys).sort()).toEqual(pathsOf(values).sort());
    expect(Object.values(policyKeys).every((key) => key.source.length > 0)).toBe(true);
    expect(Object.keys(ladder).sort()).toEqual([...ladderKeys].sort());
  });

  it('is valid', () => {
    expect(validatePolicy(defaultPolicy)).toEqual([]);
    expect(validatePolicy({})).toEqual([]);
  });

  it('freezes at publication what binds all applicants alike', () => {
    const frozen = Object.entries(policyKeys)
      .filter(([, key]) => key.frozenWhenPublished)
      .map(([path]) => path.split('.')[0]);
    expect([...new Set(frozen)]).toEqual([
      'call',
      'application',
      'eligibility',
      'check',
      'review',
      'approval',
      'notice',
      'appeal',
      'centre',
      'duplicate',
      'construction',
    ]);
    expect(policyKeys['construction.kickOff'].frozenWhenPublished).toBe(false);
    expect(policyKeys['call.announceMonth']).toMatchObject({ frozenWhenPublished: false, changedBy: 'SH' });
    expect(policyKeys['review.fundableFrom']).toMatchObject({ frozenWhenPublished: true, changedBy: 'CC' });
    expect(policyKeys['mail.window.from']).toMatchObject({ frozenWhenPublished: false, changedBy: 'AD' });
  });

  it.each(Object.entries(policyKeys))('refuses a value of another type for %s', (path, key) => {
    expect(valueProblem(key.rule, Symbol('nothing a policy holds'))).toBe('WRONG_TYPE');
    expect(codesOf(withValue(path, path === 'review.weights' ? 7 : {}))[0]).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}`));
  });
});

describe('the default ladder', () => {
  /** Steps of a row by level, `L0 t-5 t-2 | L1 +3`, with recipients where they are not the level's own. */
  function written(key: LadderKey): string {
    const byLevel = new Map<string, string[]>();
    for (const { step, level } of defaultPolicy.ladder[key].steps) byLevel.set(level, [...(byLevel.get(level) ?? []), step]);
    return [...byLevel].map(([level, steps]) => `${level} ${steps.join(' ')}`).join(' | ');
  }

  it.each<[LadderKey, string]>([
    ['draft', 'L0 t-30 t-14 t-7 t-2'],
    ['check', 'L0 wd-3 wd-5 | copy wd-5 | L1 wd-6 | L2 wd-8'],
    ['correction', 'L0 t-5 t-2 t-0 +0'],
    ['invitation', 'L0 wd-3'],
    ['scoring', 'L0 t-5 t-2 t-0 +1 | L1 +2 | L2 +3'],
    ['defence', 'L0 t-5 t-2 t-0'],
    ['objectionAck', 'L0 wd-1 +0 | L1 +1 | L2 +3'],
    ['objection', 'L0 wd-5 wd-8 +0 | L1 +1 | L2 +3'],
    ['appeal', 'L0 wd-10 wd-15 +0 | L1 +3 | L2 +5'],
    ['reserve', 'L0 t-5 t-2 t-0'],
    ['award', 'L0 t-14 t-7 t-2 t-0 +0 | L1 +0 | L2 +0'],
    ['condition', 'L0 t-30 t-7 +3 | L1 +10 | L2 +20'],
    ['mouDraft', 'L0 t-7 t-2 t-0 +0 | L1 +3 | L2 +7'],
    ['mouComment', 'L0 t-5 t-2 t-0 +0 | L1 +3'],
    ['clearance', 'L0 wd-10 wd-15 +0 | L1 +3 | L2 +5'],
    ['signature', 'L0 t-75 t-60 t-45 t-30 t-15 t-5 +0 | copy t-30 t-15 | L1 +5 | L2 +10'],
    ['kickOff', 'L0 t-7 t-2 +3 | L1 +10'],
    ['milestone', 'L0 t-30 t-7 +3 | L1 +10 | L2 +20'],
    ['progress', 'L0 t-7 t-2 +3 | L1 +10'],
    ['recovery', 'L0 t-5 t-2 t-0 +0 | L1 +3 | L2 +10'],
    ['rectify', 'L0 t-60 t-30 t-7 +0 | L1 +5 | L2 +10'],
    ['report', 'L0 t-60 t-30 t-7 t-0 +3 | L1 +10 | L2 +20'],
    ['reportReview', 'L0 t-30 t-15 t-5 +0 | L1 +5 | L2 +10'],
    ['reportReturn', 'L0 t-5 t-2 t-0 +3 | L1 +10 | L2 +20'],
    ['amendment', 'L0 wd-15 | L1 wd-25 | L2 wd-30'],
    ['amendmentSign', 'L0 t-30 t-15 t-5 +0 | L1 +5 | L2 +10'],
    ['handOver', 'L0 t-5 t-2 t-0 +0 | L1 +3'],
    ['holdReview', 'L0 t-15 t-5 +0 | L1 +5 | L2 +10'],
    ['warning', 'L0 t-14 t-7 t-2 t-0 +0'],
    ['expiry', 'L0 t-365 t-180 t-90 t-30 +0 | L1 +5 | L2 +10'],
    ['exit', 'L0 t-30 t-7 +3 | L1 +10 | L2 +20'],
    ['calendar', 'L0 t-46 t-39 t-32 t-25 t-18 t-11 t-4 | L1 t-16'],
  ])('%s: %s', (key, steps) => {
    expect(written(key)).toBe(steps);
  });

  it('has no other rows', () => {
    expect(ladderKeys).toHaveLength(32);
  });

  it('tells the owner, then the superiors of the one who owes', () => {
    const recipients = (key: LadderKey, level: LadderStep['level']) =>
      defaultPolicy.ladder[key].steps.find((step) => step.level === level)?.to;
    expect([recipients('report', 'L0'), recipients('report', 'L1'), recipients('report', 'L2')]).toEqual([
      ['owner'],
      ['PL', 'officeHead'],
      ['LR', 'SH'],
    ]);
    expect([recipients('scoring', 'L0'), recipients('scoring', 'L1'), recipients('scoring', 'L2')]).toEqual([
      ['owner'],
      ['CO'],
      ['SH', 'CH'],
    ]);
    expect([recipients('check', 'L0'), recipients('check', 'L1'), recipients('check', 'L2')]).toEqual([['owner'], ['SH'], ['SH', 'CC']]);
  });

  it('names the copies and the special recipients', () => {
    const steps = (key: LadderKey) => defaultPolicy.ladder[key].steps;
    expect(steps('signature').filter((step) => step.level === 'copy')).toEqual([
      { step: 't-30', level: 'copy', to: ['LR'] },
      { step: 't-15', level: 'copy', to: ['SH'] },
    ]);
    expect(steps('correction').at(-1)).toEqual({ step: '+0', level: 'L0', to: ['owner', 'LR'] });
    expect(steps('expiry')[0]?.to).toEqual(['owner', 'PL', 'officeHead', 'SH']);
    expect(steps('calendar').map((step) => step.to[0])).toEqual(['AD', 'AD', 'AD', 'AD', 'AD', 'SH', 'AD', 'AD']);
  });

  it('tells legal representatives of formal ends, of signatures and on L2 only', () => {
    const told = ladderKeys.flatMap((key) =>
      defaultPolicy.ladder[key].steps.filter((step) => step.to.includes('LR')).map((step) => `${key} ${step.level}`),
    );
    expect(told.filter((line) => !line.endsWith('L2'))).toEqual(['correction L0', 'signature copy']);
  });
});

describe('validatePolicy', () => {
  it.each<[string, unknown, string]>([
    ['check.officer', '0wd', 'check.officer: OUT_OF_BOUNDS'],
    ['check.officer', 5, 'check.officer: WRONG_TYPE'],
    ['check', 5, 'check: WRONG_TYPE'],
    ['check.officers', '5wd', 'check.officers: UNKNOWN_KEY'],
    ['surprise', {}, 'surprise: UNKNOWN_KEY'],
    ['eligibility.hostCountries', ['KH', 'US'], 'eligibility.hostCountries: UNKNOWN_CHOICE'],
    ['change.silence', 'approve', 'change.silence: UNKNOWN_CHOICE'],
    ['centre.perCountry', 2, 'centre.perCountry: OUT_OF_BOUNDS'],
    ['ladder', [], 'ladder: WRONG_TYPE'],
    ['ladder.reports', { steps: [], calendar: 'contract' }, 'ladder.reports: UNKNOWN_KEY'],
    ['ladder.report', [], 'ladder.report: WRONG_FORM'],
    ['ladder.report', { steps: [] }, 'ladder.report: WRONG_FORM'],
    ['ladder.report', { steps: [], calendar: 'contract', more: 1 }, 'ladder.report: WRONG_FORM'],
    ['ladder.report', { steps: 't-7', calendar: 'contract' }, 'ladder.report: WRONG_FORM'],
  ])('%s = %j: %s', (path, value, code) => {
    expect(codesOf(withValue(path, value))).toEqual([code]);
  });

  it.each<[unknown]>([
    [null],
    [{ step: 'T-7', level: 'L0', to: ['owner'] }],
    [{ step: 7, level: 'L0', to: ['owner'] }],
    [{ step: 't-7', level: 'L4', to: ['owner'] }],
    [{ step: 't-7', level: 'L0', to: [] }],
    [{ step: 't-7', level: 'L0', to: 'owner' }],
    [{ step: 't-7', level: 'L0', to: ['PU'] }],
    [{ step: 't-7', level: 'L0', to: ['owner'], more: 1 }],
  ])('refuses the ladder step %j', (step) => {
    expect(codesOf(withValue('ladder.report', { steps: [step], calendar: 'contract' }))).toEqual(['ladder.report: WRONG_FORM']);
  });

  it('refuses a step that a row has twice, since it names the mail', () => {
    const step = { step: 't-7', level: 'L0', to: ['owner'] };
    expect(codesOf(withValue('ladder.report', { steps: [step, step], calendar: 'contract' }))).toEqual(['ladder.report: WRONG_FORM']);
    expect(codesOf(withValue('ladder.report', { steps: [step, { ...step, level: 'L1' }], calendar: 'contract' }))).toEqual([]);
  });

  it('refuses what is no policy at all, and names smuggled in', () => {
    expect(codesOf(null)).toEqual(['-: WRONG_TYPE']);
    expect(codesOf([])).toEqual(['-: WRONG_TYPE']);
    expect(codesOf(JSON.parse('{"__proto__": {"x": 1}, "call": {"constructor": 1}}'))).toEqual([
      '__proto__: UNKNOWN_KEY',
      'call.constructor: UNKNOWN_KEY',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['call.closes', '05-31T17:00', 'call.closes: CLOSES_BEFORE_OPENING'],
    ['review.weights', { need: 50, plan: 49 }, 'review.weights: WEIGHTS_DO_NOT_SUM_UP'],
    ['review.fundableFrom', 80, 'review.fundableFrom: ABOVE_CENTRE_THRESHOLD'],
    ['review.centreFrom', 101, 'review.centreFrom: ABOVE_MAXIMUM'],
    ['review.divergenceRange', 101, 'review.divergenceRange: ABOVE_MAXIMUM'],
    ['review.defence.from', 100.5, 'review.defence.from: ABOVE_MAXIMUM'],
    ['review.minValidScores', 6, 'review.minValidScores: ABOVE_PANEL_SIZE'],
    ['review.quorum.min', 6, 'review.quorum.min: ABOVE_PANEL_SIZE'],
    ['review.centrePanelSize', 3, 'review.centrePanelSize: BELOW_PANEL_SIZE'],
    ['review.invitationReminder', '5wd', 'review.invitationReminder: NOT_BEFORE_RELEASE'],
    ['check.deemedAcceptedAfter', '3wd', 'check.deemedAcceptedAfter: BEFORE_CHECK_IS_DUE'],
    ['construction.duration.default', '3mo', 'construction.duration.default: OUTSIDE_MINIMUM_AND_MAXIMUM'],
    ['construction.duration.default', '60mo', 'construction.duration.default: OUTSIDE_MINIMUM_AND_MAXIMUM'],
    ['construction.rectify.max', '2mo', 'construction.rectify.max: BELOW_MINIMUM'],
    ['construction.acceptanceQuorum', 8, 'construction.acceptanceQuorum: ABOVE_PANEL_SIZE'],
    ['construction.redAfter', '1d', 'construction.redAfter: BEFORE_AMBER'],
    ['report.suspensionAfter', '60d', 'report.suspensionAfter: BEFORE_WARNING'],
    ['mou.languages', ['en'], 'mou.prevailing: LANGUAGE_NOT_REQUIRED'],
    ['mou.signBy', '20wd', 'mou.signBy: BEFORE_ACCEPTANCE'],
    ['mail.window.to', '08:00', 'mail.window.to: WINDOW_EMPTY'],
  ])('%s = %j contradicts another key: %s', (path, value, code) => {
    expect(codesOf(withValue(path, value))).toEqual([code]);
  });

  it('lets the texts be equal in force', () => {
    expect(policyContradictions({ ...defaultPolicy, mou: { ...defaultPolicy.mou, prevailing: 'equal', languages: ['en'] } })).toEqual([]);
  });
});

describe('readPolicy', () => {
  it('fills what an older version lacks, and keeps what it says', () => {
    const old = { check: { officer: '7wd' }, review: { weights: { all: 100 } }, ladder: { draft: { steps: [], calendar: 'competition' } } };
    const read = readPolicy(old);
    expect(read.check).toEqual({ ...defaultPolicy.check, officer: '7wd' });
    expect(read.review.weights).toEqual({ all: 100 });
    expect(read.ladder.draft.steps).toEqual([]);
    expect(read.ladder.report).toEqual(defaultPolicy.ladder.report);
    expect(read.mou).toEqual(defaultPolicy.mou);
  });

  it('keeps a complete version as it is', () => {
    expect(readPolicy(copy())).toEqual(defaultPolicy);
  });

  it.each([
    undefined,
    null,
    7,
    'policy',
    [],
    {},
    { call: 5, review: { weights: [1], tieOrder: 'coverage' }, ladder: { report: 1 } },
    JSON.parse('{"__proto__": {"call": 1}}'),
  ])('never throws: %j gives the defaults', (raw) => {
    expect(readPolicy(raw)).toEqual(defaultPolicy);
  });

  it('leaves out keys that no longer exist', () => {
    expect(readPolicy({ ...copy(), retired: true, call: { ...defaultPolicy.call, retired: 1 } })).toEqual(defaultPolicy);
  });
});

describe('comparePolicies', () => {
  it('finds nothing between equal policies, whatever the order of their keys', () => {
    const weights = Object.fromEntries(Object.entries(defaultPolicy.review.weights).reverse());
    expect(comparePolicies(defaultPolicy, { ...copy(), review: { ...defaultPolicy.review, weights } })).toEqual([]);
  });

  it('lists each changed key with both values and who may change it', () => {
    const changed = copy();
    changed.check.officer = '6wd';
    changed.review.tieOrder = ['chairVote'];
    changed.review.weights = { need: 40, plan: 60 };
    changed.approval.places = 21;
    changed.ladder.draft.steps = [];
    const found = comparePolicies(defaultPolicy, changed);
    expect(comparePolicies(defaultPolicy, changed)).toBe(found);
    expect(found.map((difference) => difference.key)).toEqual([
      'check.officer',
      'review.weights',
      'review.tieOrder',
      'approval.places',
      'ladder.draft',
    ]);
    expect(found[0]).toEqual({ key: 'check.officer', before: '5wd', after: '6wd', changedBy: 'SH', frozenWhenPublished: true });
    expect(found[4]).toMatchObject({ changedBy: 'SH', frozenWhenPublished: false, after: { steps: [] } });
  });

  it('sees a criterion renamed at equal points', () => {
    const changed = copy();
    const { need, ...others } = defaultPolicy.review.weights;
    changed.review.weights = { ...others, wants: Number(need) };
    expect(comparePolicies(defaultPolicy, changed)).toHaveLength(1);
  });
});
