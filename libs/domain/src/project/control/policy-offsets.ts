import type { Period } from '../../calendar/arithmetic';
import type { LadderRow, Policy } from '../../policy/policy';
import type { ConsequenceCode } from '../../shared/deadline';

/** How long after a deadline's date, or after its start, the clock acts, by policy. */
export interface Offset {
  from: 'due' | 'start';
  period: (policy: Policy) => Period;
  /** Whether the policy wants it at all. */
  applies?: (policy: Policy) => boolean;
}

/** The last working day after the due date on which a ladder row still reminds somebody: after it the consequence follows. */
export function lastStepOf(row: LadderRow): Period {
  const days = row.steps.map(({ step }) => Number(/^\+(\d+)$/.exec(step)?.[1] ?? 0));
  return `${Math.max(1, ...days)}wd`;
}

/** What the clock does some time apart from a deadline's end; anything else it does at the end itself. */
export const offsets: Partial<Record<ConsequenceCode, Offset>> = {
  'deem-accepted': {
    from: 'start',
    period: ({ check }) => check.deemedAcceptedAfter,
    applies: ({ check }) => check.deemedAccepted,
  },
  'replace-expert': { from: 'due', period: ({ ladder }) => lastStepOf(ladder.scoring) },
  'lapse-award': { from: 'due', period: ({ mou }) => mou.lapseGrace, applies: ({ mou }) => mou.lapseOnSilence },
  'lapse-to-council': { from: 'due', period: ({ mou }) => mou.undecidedToCouncil },
  amber: { from: 'due', period: ({ construction }) => construction.amberFrom },
  red: { from: 'due', period: ({ construction }) => construction.redAfter },
  'warn-missing-report': { from: 'due', period: ({ report }) => report.warningAfter },
  'suspend-missing-report': { from: 'due', period: ({ report }) => report.suspensionAfter },
  'propose-exit': { from: 'due', period: ({ report }) => report.suspensionAfter },
  'close-expired': { from: 'due', period: ({ end }) => end.expiryGrace },
};
