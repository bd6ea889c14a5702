import { parsePeriod } from '../calendar/arithmetic';
import type { Policy } from './policy-shape';

/** A rule that binds several keys, and the key to name when it is broken. */
interface CrossRule {
  key: string;
  reason: string;
  holds: (policy: Policy) => boolean;
}

function count(period: string): number {
  return parsePeriod(period).count;
}

/** Length for comparing periods of different units; a month is taken as 30 days, five working days as seven days. */
function roughDays(period: string): number {
  const { count: length, unit } = parsePeriod(period);
  return length * { wd: 1.4, d: 1, mo: 30, y: 365 }[unit];
}

const rules: CrossRule[] = [
  { key: 'call.closes', reason: 'CLOSES_BEFORE_OPENING', holds: ({ call }) => call.opens < call.closes.slice(0, 5) },
  {
    key: 'review.weights',
    reason: 'WEIGHTS_DO_NOT_SUM_UP',
    holds: ({ review }) => Object.values(review.weights).reduce((sum, points) => sum + points, 0) === review.maxScore,
  },
  { key: 'review.fundableFrom', reason: 'ABOVE_CENTRE_THRESHOLD', holds: ({ review }) => review.fundableFrom <= review.centreFrom },
  { key: 'review.centreFrom', reason: 'ABOVE_MAXIMUM', holds: ({ review }) => review.centreFrom <= review.maxScore },
  { key: 'review.divergenceRange', reason: 'ABOVE_MAXIMUM', holds: ({ review }) => review.divergenceRange <= review.maxScore },
  { key: 'review.defence.from', reason: 'ABOVE_MAXIMUM', holds: ({ review }) => review.defence.from <= review.maxScore },
  { key: 'review.minValidScores', reason: 'ABOVE_PANEL_SIZE', holds: ({ review }) => review.minValidScores <= review.panelSize },
  { key: 'review.quorum.min', reason: 'ABOVE_PANEL_SIZE', holds: ({ review }) => review.quorum.min <= review.panelSize },
  { key: 'review.centrePanelSize', reason: 'BELOW_PANEL_SIZE', holds: ({ review }) => review.centrePanelSize >= review.panelSize },
  {
    key: 'review.invitationReminder',
    reason: 'NOT_BEFORE_RELEASE',
    holds: ({ review }) => roughDays(review.invitationReminder) < roughDays(review.invitationRelease),
  },
  {
    key: 'check.deemedAcceptedAfter',
    reason: 'BEFORE_CHECK_IS_DUE',
    holds: ({ check }) => roughDays(check.deemedAcceptedAfter) >= roughDays(check.officer),
  },
  {
    key: 'construction.duration.default',
    reason: 'OUTSIDE_MINIMUM_AND_MAXIMUM',
    holds: ({ construction: { duration } }) =>
      count(duration.min) <= count(duration.default) && count(duration.default) <= count(duration.max),
  },
  {
    key: 'construction.rectify.max',
    reason: 'BELOW_MINIMUM',
    holds: ({ construction: { rectify } }) => count(rectify.min) <= count(rectify.max),
  },
  {
    key: 'construction.acceptanceQuorum',
    reason: 'ABOVE_PANEL_SIZE',
    holds: ({ construction }) => construction.acceptanceQuorum <= construction.acceptancePanel,
  },
  {
    key: 'construction.redAfter',
    reason: 'BEFORE_AMBER',
    holds: ({ construction }) => count(construction.redAfter) > count(construction.amberFrom),
  },
  {
    key: 'report.suspensionAfter',
    reason: 'BEFORE_WARNING',
    holds: ({ report }) => roughDays(report.suspensionAfter) > roughDays(report.warningAfter),
  },
  {
    key: 'mou.prevailing',
    reason: 'LANGUAGE_NOT_REQUIRED',
    holds: ({ mou }) => mou.prevailing === 'equal' || mou.languages.includes(mou.prevailing),
  },
  { key: 'mou.signBy', reason: 'BEFORE_ACCEPTANCE', holds: ({ mou }) => roughDays(mou.signBy) > roughDays(mou.accept) },
  { key: 'mail.window.to', reason: 'WINDOW_EMPTY', holds: ({ mail }) => mail.window.from < mail.window.to },
];

/** Rules across keys that a policy breaks, each named at the key to change. Expects values that are right in themselves. */
export function policyContradictions(policy: Policy): { key: string; reason: string }[] {
  return rules.filter((rule) => !rule.holds(policy)).map(({ key, reason }) => ({ key, reason }));
}

/** Every reason for which values of several keys contradict each other. */
export const contradictionReasons: readonly string[] = [...new Set(rules.map(({ reason }) => reason))];
