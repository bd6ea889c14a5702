import type { RecipientRole } from '../people/roles';
import type { LadderKey, LadderLevel, LadderRow, LadderStep } from './policy-shape';

/** Recipients per level: L0 whoever owes it; the others by whose task it is. */
type Levels = Record<Exclude<LadderLevel, 'copy'>, RecipientRole[]>;

const partner: Levels = { L0: ['owner'], L1: ['PL', 'officeHead'], L2: ['LR', 'SH'], L3: ['CM', 'CC'] };
const expert: Levels = { L0: ['owner'], L1: ['CO'], L2: ['SH', 'CH'], L3: [] };
const secretariat: Levels = { L0: ['owner'], L1: ['SH'], L2: ['SH', 'CC'], L3: ['CM', 'CC'] };

/** Steps of one level, written `t-7 t-2 +0`. */
function at(level: keyof Levels, whose: Levels, steps: string): LadderStep[] {
  return steps.split(' ').map((step) => ({ step, level, to: whose[level] }));
}

/** A step whose recipients differ from its level's. */
function to(step: string, level: LadderLevel, roles: RecipientRole[]): LadderStep {
  return { step, level, to: roles };
}

function row(calendar: LadderRow['calendar'], ...steps: (LadderStep | LadderStep[])[]): LadderRow {
  return { calendar, steps: steps.flat() };
}

/** Reminders before the end to the owner, then one overdue mail each to him, his superiors and the heads, at the steps written `L0 L1 L2`. */
function escalating(calendar: LadderRow['calendar'], whose: Levels, before: string, overdue: string): LadderRow {
  const levels = ['L0', 'L1', 'L2'] as const;
  return row(
    calendar,
    at('L0', whose, before),
    overdue.split(' ').flatMap((step, i) => levels.slice(i, i + 1).map((level) => to(step, level, whose[level]))),
  );
}

/** The ladder of policy version 1. All steps are our default unless the programme decides otherwise. */
export const defaultLadder: Record<LadderKey, LadderRow> = {
  draft: row('competition', at('L0', partner, 't-30 t-14 t-7 t-2')),
  check: row(
    'secretariat',
    at('L0', secretariat, 'wd-3 wd-5'),
    to('wd-5', 'copy', ['SH']),
    at('L1', secretariat, 'wd-6'),
    at('L2', secretariat, 'wd-8'),
  ),
  correction: row('competition', at('L0', partner, 't-5 t-2 t-0'), to('+0', 'L0', ['owner', 'LR'])),
  invitation: row('competition', at('L0', expert, 'wd-3')),
  scoring: escalating('competition', expert, 't-5 t-2 t-0', '+1 +2 +3'),
  defence: row('competition', at('L0', expert, 't-5 t-2 t-0')),
  objectionAck: escalating('secretariat', secretariat, 'wd-1', '+0 +1 +3'),
  objection: escalating('secretariat', secretariat, 'wd-5 wd-8', '+0 +1 +3'),
  appeal: escalating('secretariat', secretariat, 'wd-10 wd-15', '+0 +3 +5'),
  reserve: row('competition', at('L0', partner, 't-5 t-2 t-0')),
  award: escalating('contract', partner, 't-14 t-7 t-2 t-0', '+0 +0 +0'),
  condition: escalating('contract', partner, 't-30 t-7', '+3 +10 +20'),
  mouDraft: escalating('contract', partner, 't-7 t-2 t-0', '+0 +3 +7'),
  mouComment: escalating('contract', partner, 't-5 t-2 t-0', '+0 +3'),
  clearance: escalating('secretariat', secretariat, 'wd-10 wd-15', '+0 +3 +5'),
  signature: row(
    'contract',
    at('L0', partner, 't-75 t-60 t-45 t-30'),
    to('t-30', 'copy', ['LR']),
    at('L0', partner, 't-15'),
    to('t-15', 'copy', ['SH']),
    at('L0', partner, 't-5 +0'),
    at('L1', partner, '+5'),
    at('L2', partner, '+10'),
  ),
  kickOff: escalating('contract', partner, 't-7 t-2', '+3 +10'),
  milestone: escalating('contract', partner, 't-30 t-7', '+3 +10 +20'),
  progress: escalating('contract', partner, 't-7 t-2', '+3 +10'),
  recovery: escalating('contract', partner, 't-5 t-2 t-0', '+0 +3 +10'),
  rectify: escalating('contract', partner, 't-60 t-30 t-7', '+0 +5 +10'),
  report: escalating('contract', partner, 't-60 t-30 t-7 t-0', '+3 +10 +20'),
  reportReview: escalating('secretariat', secretariat, 't-30 t-15 t-5', '+0 +5 +10'),
  reportReturn: escalating('contract', partner, 't-5 t-2 t-0', '+3 +10 +20'),
  amendment: row('secretariat', at('L0', secretariat, 'wd-15'), at('L1', secretariat, 'wd-25'), at('L2', secretariat, 'wd-30')),
  amendmentSign: escalating('contract', partner, 't-30 t-15 t-5', '+0 +5 +10'),
  handOver: escalating('contract', partner, 't-5 t-2 t-0', '+0 +3'),
  holdReview: escalating('secretariat', secretariat, 't-15 t-5', '+0 +5 +10'),
  warning: row('contract', at('L0', partner, 't-14 t-7 t-2 t-0 +0')),
  expiry: row(
    'contract',
    ['t-365', 't-180', 't-90', 't-30'].map((step) => to(step, 'L0', ['owner', 'PL', 'officeHead', 'SH'])),
    at('L0', partner, '+0'),
    at('L1', partner, '+5'),
    at('L2', partner, '+10'),
  ),
  exit: escalating('contract', partner, 't-30 t-7', '+3 +10 +20'),
  // Counted to 31 December: from 15 November every week to the administrators, on 15 December to the Secretariat head.
  calendar: row(
    'secretariat',
    ['t-46', 't-39', 't-32', 't-25', 't-18'].map((step) => to(step, 'L0', ['AD'])),
    to('t-16', 'L1', ['SH']),
    ['t-11', 't-4'].map((step) => to(step, 'L0', ['AD'])),
  ),
};
