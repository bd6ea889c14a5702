import { callStory, type CallPlot } from './call-story';
import { callAnnounced, callBeforeMou } from './demo-plots';
import { generatedCalls } from './generated-plots';
import { plusDays } from './story-dates';

/** Everyday of two years: weekends fall otherwise on each. */
const days = Array.from({ length: 731 }, (_, index) => plusDays('2026-01-01', index)).map((today) => ({
  today,
  year: Number(today.slice(0, 4)),
}));

/** Projects that are heard only when the ranking of their call is fixed already, which the rules refuse. */
function heardTooLate(plot: CallPlot): string[] {
  const { acts } = callStory(plot);
  const ranked = acts.find(({ what }) => what.endsWith('ranking fixed'));
  if (ranked === undefined) return [];
  return acts.filter(({ what, at }) => what.endsWith('is heard') && at >= ranked.at).map(({ what }) => `${plot.code} ${what}`);
}

describe('a story that is told on any day', () => {
  it('hears every project before the ranking: those of the demo', () => {
    const calls = (day: (typeof days)[number]): CallPlot[] => [callBeforeMou(day), callAnnounced(day)];
    expect(
      days.flatMap((day) =>
        calls(day)
          .flatMap(heardTooLate)
          .map((late) => `${day.today} ${late}`),
      ),
    ).toEqual([]);
  });

  it('hears every project before the ranking: generated ones', () => {
    const sizes = { perCall: 10, policyVersion: 3 };
    expect(
      days.flatMap((day) =>
        generatedCalls(day, sizes)
          .flatMap(heardTooLate)
          .map((late) => `${day.today} ${late}`),
      ),
    ).toEqual([]);
  });
});
