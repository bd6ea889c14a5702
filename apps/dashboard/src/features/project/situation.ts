import type { TFunction } from 'i18next';
import type { ProjectDetail } from './api/project';

/** An open deadline of a project. */
export type Deadline = ProjectDetail['deadlines'][number];

/** What comes next of a deadline if nobody acts. */
export type Following = ProjectDetail['following'][number];

/** What is late and what is due next, each the earliest first. Moments that nobody owes count only where nothing else is open. */
export function situationOf({ deadlines, now }: Pick<ProjectDetail, 'deadlines' | 'now'>): {
  overdue: Deadline[];
  next: Deadline | undefined;
} {
  const nowMs = Date.parse(now);
  const running = deadlines.filter((one) => one.frozen === undefined).sort((a, b) => a.endsAt.localeCompare(b.endsAt));
  const owed = running.filter((one) => one.ladder !== 'clock');
  const coming = (some: Deadline[]): Deadline | undefined => some.find((one) => Date.parse(one.endsAt) > nowMs);
  return { overdue: owed.filter((one) => Date.parse(one.endsAt) <= nowMs), next: coming(owed) ?? coming(running) };
}

/** Whole days since a deadline ended; 0 on the first day. */
export function daysOver(endsAt: string, now: string): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(endsAt)) / 86_400_000));
}

/** The next consequence of a deadline, else the next escalation or reminder about it; nothing when the clock has done all it can. */
export function followingOf({ following }: Pick<ProjectDetail, 'following'>, { ladder, object }: Deadline): Following | undefined {
  const own = following.filter((one) => one.rule === ladder && one.object === object);
  return own.find((one) => one.kind === 'consequence') ?? own[0];
}

const endedBy: Record<string, string> = {
  draft: 'SubmitApplication',
  check: 'AcceptApplication',
  correction: 'ResubmitCorrection',
  invitation: 'AcceptInvitation',
  scoring: 'SubmitScores',
  award: 'AcceptAward',
  mouDraft: 'SubmitMouDraft',
  signature: 'RecordSignature',
  kickOff: 'RecordKickOff',
  milestone: 'SubmitEvidence',
  report: 'SubmitReport',
  reportReview: 'AcceptReport',
  handOver: 'AcceptHandOver',
  holdReview: 'Resume',
};

/** The command that ends a deadline, where the reader may give it now. */
export function commandThatEnds({ commands }: Pick<ProjectDetail, 'commands'>, { ladder }: Deadline): string | undefined {
  const type = endedBy[ladder];
  return commands.some((one) => one.type === type && one.possible) ? type : undefined;
}

/** Where a project stands, as what speaks against an act: its stage and step, and whether it is held. */
export function standsAt({ stage, subState, hold }: Pick<ProjectDetail, 'stage' | 'subState' | 'hold'>, t: TFunction): string {
  const at = t('project.standsAt', { stage: t(`stages.${stage}`), step: t(`subStates.${subState}`) });
  return hold === undefined ? at : `${at} ${t('project.standsHeld', { since: hold.heldOn })}`;
}
