import { defaultPolicy } from '../policy/policy';
import type { ApplicationFacts } from '../shared/facts';
import { rankLines } from './rank-lines';

function facts(no: number, share: number, defenceHeld: boolean): ApplicationFacts {
  const halfPoints = Object.fromEntries(
    Object.entries(defaultPolicy.review.weights).map(([criterion, weight]) => [criterion, 2 * weight * share]),
  );
  const sheet = { expertId: 'e', total: 200 * share, halfPoints };
  return {
    projectId: `p${no}`,
    applicationRef: `A-${no}`,
    stage: 'review',
    subState: 'scoring',
    hostCountry: 'LA',
    fieldCode: `F${no}`,
    leadInYunnan: true,
    centreCandidate: false,
    sheets: [sheet, sheet, sheet],
    invitedExperts: 3,
    defenceHeld,
    held: false,
  };
}

describe('rankLines', () => {
  it('gives the lines a call keeps, and says whose defence is missing', () => {
    const ranked = rankLines([facts(1, 0.5, false), facts(2, 0.7, false), facts(3, 0.8, true)], defaultPolicy, []);
    expect(ranked.ok && ranked.value.map((line) => [line.projectId, line.rank, line.list, line.needsDefence])).toEqual([
      ['p3', 1, 'A', false],
      ['p2', 2, 'A', true],
      ['p1', 3, 'D', false],
    ]);
    expect(ranked.ok && ranked.value[0]).toEqual({
      projectId: 'p3',
      applicationRef: 'A-3',
      rank: 1,
      sumHalfPoints: 480,
      count: 3,
      hostCountry: 'LA',
      fieldCode: 'F3',
      centreCandidate: false,
      list: 'A',
      tieBrokenBy: [],
      needsDefence: false,
    });
  });

  it('passes a refusal on', () => {
    expect(rankLines([{ ...facts(1, 0.7, true), sheets: [] }], defaultPolicy, [])).toMatchObject({
      ok: false,
      violation: { code: 'TOO_FEW_SCORES' },
    });
  });
});
