import { defaultPolicy, type Policy } from '../policy/policy';
import type { Country } from '../shared/local-date';
import { rankApplications, type RankedFile, type Ranking, type RankingSetting } from './ranking';

const even = { need: 20, partners: 20, site: 14, teachers: 14, standards: 28, enterprise: 20, plan: 20 };

/** A file with three equal sheets; `changed` replaces criteria in half points. */
function file(
  no: number,
  hostCountry: Country = 'LA',
  fieldCode = `F${no}`,
  changed: Record<string, number> = {},
  more: Partial<RankedFile> = {},
): RankedFile {
  const halfPoints = { ...even, ...changed };
  return {
    projectId: `p${no}`,
    applicationRef: `A-${String(no).padStart(4, '0')}`,
    hostCountry,
    fieldCode,
    centreCandidate: false,
    sheets: [{ halfPoints }, { halfPoints }, { halfPoints }],
    ...more,
  };
}

/** Moves points from `plan` to elsewhere, so that the total stays. */
function shifted(criterion: string, halfPoints: number): Record<string, number> {
  return { [criterion]: (even as Record<string, number>)[criterion]! + halfPoints, plan: even.plan - halfPoints };
}

function policy(approval: Partial<Policy['approval']> = {}, more: Partial<Policy> = {}): Policy {
  return { ...defaultPolicy, approval: { ...defaultPolicy.approval, ...approval }, ...more };
}

function rank(files: RankedFile[], setting: Partial<RankingSetting> = {}): Ranking {
  const ranked = rankApplications(files, { policy: defaultPolicy, ...setting });
  if (!ranked.ok) throw new Error(ranked.violation.code);
  return ranked.value;
}

function order(files: RankedFile[], setting: Partial<RankingSetting> = {}): string[] {
  return rank(files, setting).lines.map((line) => line.file.projectId);
}

describe('order', () => {
  it('ranks by exact score', () => {
    const ranking = rank([file(1), file(2, 'TH', 'F', { need: 30 }), file(3, 'VN', 'F', { need: 21 })]);
    expect(ranking.lines.map((line) => [line.rank, line.file.projectId, line.score.sumHalfPoints])).toEqual([
      [1, 'p2', 438],
      [2, 'p3', 411],
      [3, 'p1', 408],
    ]);
    expect(ranking.ties).toEqual([]);
    expect(ranking.lines.every((line) => line.tieBrokenBy.length === 0)).toBe(true);
  });

  it('refuses files with too few valid sheets, naming them', () => {
    const short = file(2, 'LA', 'F', {}, { sheets: file(2).sheets.slice(1) });
    expect(rankApplications([file(1), short], { policy: defaultPolicy })).toMatchObject({
      ok: false,
      violation: { code: 'TOO_FEW_SCORES', values: { applications: ['A-0002'] } },
    });
  });

  it('ranks nothing without files', () => {
    expect(rank([])).toEqual({ lines: [], ties: [] });
  });
});

describe('ties', () => {
  it('goes first to a country and field that no higher file serves', () => {
    const ranking = rank([file(1, 'LA', 'X', { need: 30 }), file(2, 'LA', 'X'), file(3, 'TH', 'X')]);
    expect(ranking.lines.map((line) => line.file.projectId)).toEqual(['p1', 'p3', 'p2']);
    expect(ranking.ties).toEqual([{ tied: ['A-0002', 'A-0003'], placed: 'A-0003', by: ['coverage'] }]);
    expect(ranking.lines.map((line) => line.tieBrokenBy)).toEqual([[], ['coverage'], ['coverage']]);
  });

  it('looks further when higher files serve all of them', () => {
    const ranking = rank([file(1, 'LA', 'X', { need: 30 }), file(2, 'LA', 'X'), file(3, 'LA', 'X', shifted('standards', 1))]);
    expect(ranking.lines.map((line) => line.file.projectId)).toEqual(['p1', 'p3', 'p2']);
    expect(ranking.ties[0]?.by).toEqual(['standards']);
  });

  it('counts what a tied file placed before covers', () => {
    const files = [file(1, 'LA', 'X', shifted('standards', 2)), file(2, 'LA', 'X', shifted('standards', 1)), file(3, 'TH', 'X')];
    const ranking = rank(files);
    expect(ranking.lines.map((line) => line.file.projectId)).toEqual(['p1', 'p3', 'p2']);
    expect(ranking.ties.map((tie) => tie.by)).toEqual([['standards'], ['coverage']]);
  });

  it('then by the standards criterion, then enterprise', () => {
    expect(order([file(1), file(2, 'TH', 'F', shifted('standards', 1))])).toEqual(['p2', 'p1']);
    expect(order([file(1), file(2, 'TH', 'F', shifted('enterprise', 1))])).toEqual(['p2', 'p1']);
    expect(order([file(1, 'LA', 'F', shifted('enterprise', 4)), file(2, 'TH', 'F', shifted('standards', 1))])).toEqual(['p2', 'p1']);
  });

  it('then by the untrimmed mean, which sees what was left out', () => {
    const sheets = (...totals: number[]) => ({ sheets: totals.map((need) => ({ halfPoints: { ...even, need } })) });
    const ranking = rank([file(1, 'LA', 'X', {}, sheets(20, 20, 20, 20, 20)), file(2, 'TH', 'X', {}, sheets(20, 20, 20, 20, 30))]);
    expect(ranking.lines.map((line) => line.file.projectId)).toEqual(['p2', 'p1']);
    expect(ranking.ties[0]?.by).toEqual(['untrimmedMean']);
  });

  it('asks for the chair when all else is equal', () => {
    const files = [file(1), file(2, 'TH'), file(3, 'VN')];
    expect(rankApplications(files, { policy: defaultPolicy })).toMatchObject({
      ok: false,
      violation: { code: 'RANKING_INCOMPLETE', values: { tied: ['A-0001', 'A-0002', 'A-0003'] } },
    });
    const oneVote = rankApplications(files, { policy: defaultPolicy, chairVotes: [{ before: 'p2', after: 'p1' }] });
    expect(oneVote).toMatchObject({ ok: false, violation: { values: { tied: ['A-0002', 'A-0003'] } } });
    const chairVotes = [
      { before: 'p2', after: 'p1' },
      { before: 'p3', after: 'p2' },
    ];
    const ranking = rank(files, { chairVotes });
    expect(ranking.lines.map((line) => line.file.projectId)).toEqual(['p3', 'p2', 'p1']);
    expect(ranking.ties.map((tie) => [tie.placed, tie.by])).toEqual([
      ['A-0003', ['chairVote']],
      ['A-0002', ['chairVote']],
    ]);
  });

  it('takes votes that go in a circle as none', () => {
    const chairVotes = [
      { before: 'p1', after: 'p2' },
      { before: 'p2', after: 'p1' },
    ];
    expect(rankApplications([file(1), file(2, 'TH')], { policy: defaultPolicy, chairVotes })).toMatchObject({
      ok: false,
      violation: { code: 'RANKING_INCOMPLETE' },
    });
  });

  it('falls back to the application number where the chair has no vote, and skips criteria a rubric lacks', () => {
    const review = { ...defaultPolicy.review, weights: { all: 100 }, tieOrder: ['standards' as const, 'enterprise' as const] };
    const files = [file(2, 'TH', 'X', { all: 150 }), file(1, 'LA', 'X', { all: 150 })];
    expect(order(files, { policy: policy({}, { review }) })).toEqual(['p1', 'p2']);
  });

  it('does not depend on the order of the files', () => {
    const files = [file(1, 'LA', 'X', { need: 30 }), file(2, 'LA', 'X'), file(3, 'TH', 'X'), file(4, 'VN', 'Y', shifted('standards', 1))];
    expect(order([...files].reverse())).toEqual(order(files));
  });
});

describe('lists', () => {
  /** Files of falling score, so that ranks follow their numbers. */
  function falling(...places: Country[]): RankedFile[] {
    return places.map((country, i) => file(i + 1, country, `F${i}`, { need: 30 - i }));
  }

  function lists(files: RankedFile[], used: Policy, centresTaken: Country[] = []): string[] {
    return rank(files, { policy: used, centresTaken }).lines.map((line) => `${line.list} ${line.reason}${line.asCentre ? ' centre' : ''}`);
  }

  it('recommends up to the places, then the reserve, then none', () => {
    expect(lists(falling('LA', 'TH', 'VN', 'KH'), policy({ places: 2, reserveSize: 1 }))).toEqual([
      'A PLACE_FREE',
      'A PLACE_FREE',
      'B NO_PLACE',
      'C NO_PLACE',
    ]);
  });

  it('keeps to the cap per host country and gives the place to the next country', () => {
    expect(lists(falling('LA', 'LA', 'TH', 'LA'), policy({ places: 3, reserveSize: 1, capPerHostCountry: 1 }))).toEqual([
      'A PLACE_FREE',
      'B COUNTRY_CAP',
      'A PLACE_FREE',
      'C COUNTRY_CAP',
    ]);
    expect(lists(falling('LA', 'LA'), policy({ capPerHostCountry: 0 }))).toEqual(['A PLACE_FREE', 'A PLACE_FREE']);
  });

  it('puts what is below a threshold on list D, with the threshold', () => {
    const low = file(1, 'LA', 'X', { need: 2, partners: 14, standards: 20 });
    const weak = file(2, 'TH', 'X', { site: 9 });
    expect(lists([low, weak], defaultPolicy)).toEqual(['D CRITERION_TOO_LOW', 'D TOTAL_TOO_LOW']);
  });

  it('recommends the best fit candidate as centre of its country, once', () => {
    const strong = { need: 30, partners: 30, standards: 40 };
    const candidates = [
      file(1, 'LA', 'A', { ...strong, site: 20 }, { centreCandidate: true }),
      file(2, 'LA', 'B', strong, { centreCandidate: true }),
      file(3, 'TH', 'C', { ...strong, site: 18 }),
      file(4, 'VN', 'D', {}, { centreCandidate: true }),
    ];
    expect(lists(candidates, defaultPolicy)).toEqual(['A PLACE_FREE centre', 'A PLACE_FREE', 'A PLACE_FREE', 'A PLACE_FREE']);
    expect(lists(candidates, defaultPolicy, ['LA'])).toEqual(['A PLACE_FREE', 'A PLACE_FREE', 'A PLACE_FREE', 'A PLACE_FREE']);
  });

  it('does not let a candidate fall back to an ordinary workshop where the policy says so', () => {
    const strict = policy({}, { centre: { perCountry: 1, fallbackToOrdinary: false } });
    const strong = { need: 30, partners: 30, standards: 40 };
    const candidates = [
      file(1, 'LA', 'A', { ...strong, site: 20 }, { centreCandidate: true }),
      file(2, 'LA', 'B', strong, { centreCandidate: true }),
      file(4, 'VN', 'D', {}, { centreCandidate: true }),
    ];
    expect(lists(candidates, strict)).toEqual(['A PLACE_FREE centre', 'C CENTRE_ONLY', 'C CENTRE_ONLY']);
  });
});
