import fc from 'fast-check';
import { defaultPolicy } from '../policy/policy';
import { countries } from '../shared/local-date';
import { compareScores, fundable, projectScore, rankApplications, sheetTotal, shownScore, type RankedFile, type Ranking } from './ranking';

const criteria = Object.entries(defaultPolicy.review.weights);
const halfPoints = fc.record(
  Object.fromEntries(criteria.map(([criterion, weight]) => [criterion, fc.integer({ min: weight, max: 2 * weight })])),
);
const sheets = fc.array(fc.record({ halfPoints }), { minLength: 3, maxLength: 7 });
const places = fc.record({ places: fc.integer({ min: 1, max: 6 }), capPerHostCountry: fc.nat(3), reserveSize: fc.nat(3) });
const filesOf = fc
  .array(
    fc.record({ hostCountry: fc.constantFrom(...countries), fieldCode: fc.constantFrom('X', 'Y'), centreCandidate: fc.boolean(), sheets }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((files): RankedFile[] =>
    files.map((file, i) => ({ ...file, projectId: `p${i}`, applicationRef: `A-${String(i).padStart(4, '0')}` })),
  );

/** Ranked without the chair, so that every random tie has an end. */
function ranked(files: RankedFile[], approval: object): Ranking {
  const review = { ...defaultPolicy.review, tieOrder: defaultPolicy.review.tieOrder.filter((step) => step !== 'chairVote') };
  const result = rankApplications(files, { policy: { ...defaultPolicy, review, approval: { ...defaultPolicy.approval, ...approval } } });
  if (!result.ok) throw new Error(result.violation.code);
  return result.value;
}

describe('any ranking', () => {
  it('holds every file once, never a lower score above a higher, and is the same from any order of files', () => {
    fc.assert(
      fc.property(filesOf, places, (files, approval) => {
        const { lines } = ranked(files, approval);
        expect(lines.map((line) => line.file.projectId).sort()).toEqual(files.map((file) => file.projectId).sort());
        for (const [i, line] of lines.entries()) {
          const next = lines[i + 1];
          if (next) expect(compareScores(line.score, next.score)).toBeGreaterThanOrEqual(0);
        }
        expect(ranked([...files].reverse(), approval).lines).toEqual(lines);
      }),
    );
  });

  it('keeps places, caps, reserve and one centre per country; only fundable files leave list D', () => {
    fc.assert(
      fc.property(filesOf, places, (files, approval) => {
        const { lines } = ranked(files, approval);
        const recommended = lines.filter((line) => line.list === 'A');
        expect(recommended.length).toBeLessThanOrEqual(approval.places);
        expect(lines.filter((line) => line.list === 'B').length).toBeLessThanOrEqual(approval.reserveSize);
        for (const country of countries) {
          const here = recommended.filter((line) => line.file.hostCountry === country);
          if (approval.capPerHostCountry > 0) expect(here.length).toBeLessThanOrEqual(approval.capPerHostCountry);
          expect(here.filter((line) => line.asCentre).length).toBeLessThanOrEqual(1);
        }
        for (const line of lines) expect(line.list === 'D').toBe(!fundable(line.file.sheets, defaultPolicy.review));
      }),
    );
  });

  it('shows a score within half a tenth of the exact one, and never less than trimming allows', () => {
    fc.assert(
      fc.property(sheets, (given) => {
        const totals = given.map(sheetTotal);
        const score = projectScore(totals, defaultPolicy.review);
        const exact = score.sumHalfPoints / (2 * score.count);
        expect(Math.abs(Number(shownScore(score)) - exact)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(exact).toBeGreaterThanOrEqual(Math.min(...totals) / 2);
        expect(exact).toBeLessThanOrEqual(Math.max(...totals) / 2);
      }),
    );
  });
});
