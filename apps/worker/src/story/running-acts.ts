import { act, entityOf, type ProjectThread } from './application-acts';
import { reportContent } from './draft-content';
import { idOf } from './story-ids';
import { beijing, beijingDate, plusDays, weekday } from './story-dates';
import { text, type Act } from './teller';

/** Milestones with the month in which a workshop built in a year shows them; M0 is shown by the kick-off, M10 by the self-evaluation. */
const milestones: readonly [code: string, month: number][] = [
  ['M1', 3],
  ['M2', 4],
  ['M3', 7],
  ['M4', 7],
  ['M5', 6],
  ['M6', 10],
  ['M7', 9],
  ['M8', 10],
  ['M9', 11],
];

/** Nothing can be shown before the kick-off. */
const firstEvidenceDay = 18;

/** Kick-off, forecast, evidence and its acceptance, self-evaluation and acceptance of the workshop. */
export function constructionActs(thread: ProjectThread, effectiveOn: string): Act[] {
  const { plot } = thread;
  const lead = `lead-${plot.lead}`;
  const kickOffAt = beijing(weekday(effectiveOn, 12), '14:00');
  const kickOff = act(thread, kickOffAt, 'kicks off', async (teller) => {
    const minutes = await teller.upload(lead, entityOf(thread), 'KICKOFF_MINUTES', 'zh', kickOffAt);
    await teller.give(lead, entityOf(thread), { type: 'RecordKickOff', payload: { heldOn: beijingDate(kickOffAt), minutes } }, kickOffAt);
  });
  const forecastAt = beijing(weekday(effectiveOn, 40), '10:00');
  const forecast = act(thread, forecastAt, 'moves a forecast', (teller) =>
    teller.give(
      lead,
      entityOf(thread),
      {
        type: 'UpdateForecast',
        payload: { milestone: 'M3', forecastOn: plusDays(effectiveOn, 220), why: text('Customs need longer. 清关时间延长。') },
      },
      forecastAt,
    ),
  );
  const reached = milestones.flatMap(([milestone, month]) => {
    if (plot.lateMilestones?.includes(milestone) === true) return [];
    const scale = (plot.durationMonths ?? 12) / 12;
    return evidenceActs(thread, milestone, weekday(effectiveOn, Math.max(firstEvidenceDay, Math.round(month * 30.4 * scale) - 6)));
  });
  if (plot.stopsAt === 'building') return [kickOff, forecast, ...reached];
  return [
    kickOff,
    forecast,
    ...reached,
    ...acceptanceActs(thread, weekday(effectiveOn, Math.round((plot.durationMonths ?? 12) * 30.4) - 8)),
  ];
}

function evidenceActs(thread: ProjectThread, milestone: string, on: string): Act[] {
  const contact = `contact-${thread.plot.lead}`;
  const submitAt = beijing(on, '10:00');
  const acceptAt = beijing(on, '16:00');
  const submit = act(thread, submitAt, `${milestone} evidence`, async (teller) => {
    const document = await teller.upload(contact, entityOf(thread), 'PHOTO', 'zh', submitAt);
    await teller.give(contact, entityOf(thread), { type: 'SubmitEvidence', payload: { milestone, documents: [document] } }, submitAt);
  });
  const accept = act(thread, acceptAt, `${milestone} reached`, (teller) =>
    teller.give('officer', entityOf(thread), { type: 'AcceptEvidence', payload: { milestone, reachedOn: on } }, acceptAt),
  );
  return [submit, accept];
}

function acceptanceActs(thread: ProjectThread, on: string): Act[] {
  const lead = `lead-${thread.plot.lead}`;
  const evaluateAt = beijing(on, '10:00');
  const heldAt = beijing(weekday(on, 30), '15:00');
  const evaluate = act(thread, evaluateAt, 'evaluates itself', async (teller) => {
    const document = await teller.upload(lead, entityOf(thread), 'SELF_EVALUATION', 'zh', evaluateAt);
    await teller.give(
      lead,
      entityOf(thread),
      { type: 'SubmitSelfEvaluation', payload: { document, signedBy: idOf(`legal-${thread.plot.lead}`) } },
      evaluateAt,
    );
  });
  const accept = act(thread, heldAt, 'is accepted as built', async (teller) => {
    const minutes = await teller.upload('chair', entityOf(thread), 'EXPERT_OPINION', 'zh', heldAt);
    const present = ['expert-cn', 'expert-la', 'expert-th', 'expert-vn', 'expert-kh', 'expert-mm', 'chair'].map(idOf);
    await teller.give(
      'chair',
      entityOf(thread),
      { type: 'RecordAcceptance', payload: { result: 'passed', heldOn: beijingDate(heldAt), present, minutes } },
      heldAt,
    );
  });
  return [evaluate, accept];
}

/** One year's report: drafted by the contact, certified by the lead, accepted by the officer, a centre's by the head. */
export function reportActs(thread: ProjectThread, year: number, yearsRunning: number): Act[] {
  const { plot } = thread;
  const lateDays = plot.lateReports?.[year];
  const on = lateDays === undefined ? weekday(`${year + 1}-03-10`, 0) : weekday(`${year + 1}-03-31`, lateDays);
  const submitAt = beijing(on, '15:00');
  const acceptAt = beijing(weekday(on, 9), '10:00');
  const submit = act(thread, submitAt, `reports on ${year}`, async (teller) => {
    const { version, hash } = await teller.saveReport(
      `contact-${plot.lead}`,
      entityOf(thread).id,
      year,
      reportContent(yearsRunning),
      submitAt,
    );
    await teller.give(
      `lead-${plot.lead}`,
      entityOf(thread),
      { type: 'SubmitReport', payload: { year, draftVersion: version, draftHash: hash } },
      submitAt,
    );
  });
  const accept = act(thread, acceptAt, `report on ${year} accepted`, (teller) =>
    teller.give(
      plot.type === 'centre-candidate' ? 'head' : 'officer',
      entityOf(thread),
      { type: 'AcceptReport', payload: { year } },
      acceptAt,
    ),
  );
  return [submit, accept];
}
