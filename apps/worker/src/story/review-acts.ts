import { defaultPolicy } from '@app/domain';
import { act, entityOf, type ProjectThread } from './application-acts';
import type { ProjectPlot } from './project-plot';
import { idOf } from './story-ids';
import { beijing, beijingDate, weekday } from './story-dates';
import { text, type Act } from './teller';

const experts = ['expert-cn', 'expert-la', 'expert-th', 'expert-vn', 'expert-kh', 'expert-mm', 'chair'];

const usualMarks = 0.82;

/** Score sheets a story's panel hands in: enough for the rules, fewer than a full panel of seven takes. */
const panelOf = (thread: ProjectThread): string[] => (thread.plot.type === 'centre-candidate' ? experts : experts.slice(0, 5));

const criteria = Object.entries(defaultPolicy.review.weights);

/** Half points a seat gives: a share of the full marks, or so that the three middle sheets add up to the plot's points. */
function halfPointsOf({ marks = usualMarks, points }: ProjectPlot, seat: number): Record<string, number> {
  if (points !== undefined) return spread(Math.floor(points / 3) + 4 * (seat - 2) + (seat === 2 ? points % 3 : 0));
  const share = Math.min(1, marks + (seat - 2) * 0.02);
  return Object.fromEntries(criteria.map(([criterion, weight]) => [criterion, Math.round(2 * weight * share)]));
}

/** A total of half points over the criteria by their weights. */
function spread(total: number): Record<string, number> {
  let [left, weightLeft] = [total, criteria.reduce((sum, [, weight]) => sum + weight, 0)];
  return Object.fromEntries(
    criteria.map(([criterion, weight]) => {
      const given = Math.round((left * weight) / weightLeft);
      left -= given;
      weightLeft -= weight;
      return [criterion, given];
    }),
  );
}

function sheet(plot: ProjectPlot, seat: number): Record<string, unknown> {
  return {
    halfPoints: halfPointsOf(plot, seat),
    comments: Object.fromEntries(criteria.map(([criterion]) => [criterion, text('Sound and well argued. 论证充分。')])),
    strengths: text('Close to the companies. 校企联系紧密。'),
    weaknesses: text('The plan for teachers is thin. 师资计划偏薄。'),
  };
}

const usualDefenceNoticeDays = 11;

/** Experts are proposed and invited, declare, score; the defence is held. */
export function reviewActs(thread: ProjectThread, acceptedOn: string, defenceNoticeDays = usualDefenceNoticeDays): Act[] {
  const { plot } = thread;
  const officer = 'officer';
  const inviteAt = beijing(acceptedOn, '14:00');
  const panel = panelOf(thread);
  const invite = act(thread, inviteAt, 'gets its experts', async (teller) => {
    await teller.give(officer, entityOf(thread), { type: 'ProposeExperts', payload: { experts: experts.map(idOf) } }, inviteAt);
    for (const expert of panel)
      await teller.give(officer, entityOf(thread), { type: 'InviteExpert', payload: { expertId: idOf(expert) } }, inviteAt);
  });
  const scores = panel.map((expert, seat) => {
    const at = beijing(weekday(acceptedOn, 2 + Math.floor(seat / 2)), '16:00');
    return act(thread, at, `is judged by ${expert}`, async (teller) => {
      await teller.give(expert, entityOf(thread), { type: 'AcceptInvitation', payload: {} }, at);
      await teller.give(expert, entityOf(thread), { type: 'DeclareNoConflict', payload: {} }, at);
      await teller.give(expert, entityOf(thread), { type: 'SubmitScores', payload: sheet(plot, seat) }, at);
    });
  });
  if (plot.stopsAt === 'scoring') return [invite, ...scores.slice(0, 2)];
  return [invite, ...scores, ...defenceActs(thread, weekday(acceptedOn, 7), defenceNoticeDays, panel)];
}

function defenceActs(thread: ProjectThread, scheduledOn: string, noticeDays: number, panel: string[]): Act[] {
  const scheduleAt = beijing(scheduledOn, '09:30');
  const heldAt = beijing(weekday(scheduledOn, noticeDays), '10:00');
  const schedule = act(thread, scheduleAt, 'gets a defence slot', (teller) =>
    teller.give(
      'officer',
      entityOf(thread),
      { type: 'ScheduleDefence', payload: { at: heldAt, minutes: 20, place: text('Online meeting. 线上会议。') } },
      scheduleAt,
    ),
  );
  const recordAt = beijing(beijingDate(heldAt), '17:00');
  const record = act(thread, recordAt, 'is heard', async (teller) => {
    const minutes = await teller.upload('chair', entityOf(thread), 'EXPERT_OPINION', 'zh', recordAt);
    await teller.give(
      'chair',
      entityOf(thread),
      { type: 'RecordDefence', payload: { heldOn: beijingDate(heldAt), present: panel.map(idOf), record: minutes } },
      recordAt,
    );
  });
  return [schedule, record];
}
