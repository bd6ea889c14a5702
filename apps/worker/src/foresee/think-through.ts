import {
  deadlinesUnder,
  foresee,
  later,
  projectDecider,
  system,
  type CallFacts,
  type Command,
  type DecideContext,
  type Directory,
  type Instant,
  type Policy,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectState,
} from '@app/domain';
import { planHash, type DryRunProject, type WaitingMailRow } from '@app/persistence';
import type { Setting } from '../commit/commit-session';
import { nextStepInstant } from '../commit/wake-instants';
import { foreseenMails, waitingMails } from './coming-mails';
import { mailLines, mailLoads } from './mail-differences';
import type { WatchedPolicy } from './watched-policy';

/** What is thought through: another policy, or other calendars. */
export type Change =
  | { version: number; policy: Policy; watched?: (policy: Policy) => WatchedPolicy | undefined }
  | { calendarsOf: (policy: Policy) => Setting['calendars'] };

/** One moment and one horizon for all projects. */
export interface Moment {
  now: Instant;
  until: Instant;
  /** Until when an escalation counts as one of tonight. */
  tonight: Instant;
}

/** What is known of one project. */
export interface Known {
  state: ProjectState;
  rev: number;
  /** Policy and calendars by which it lives. */
  setting: Setting;
  call: CallFacts | undefined;
  waiting: readonly WaitingMailRow[];
  directory: Directory;
}

const maxStepsBefore = 2_000;
/** Stands for the reason that people will give. */
const someReason = { textId: '00000000-0000-7000-8000-000000000000', sha256: '0'.repeat(64) };

function contextOf(id: string, now: Instant, setting: Setting, facts: DecideContext['facts'] = {}): DecideContext {
  return { entityId: id, now, commandId: 'dry-run', actor: system, reason: someReason, ...setting, facts, taken: {} };
}

function folded(
  state: ProjectState,
  command: Command,
  ctx: DecideContext,
): ReturnType<typeof projectDecider.decide> & { state: ProjectState } {
  const decision = projectDecider.decide(state, command as ProjectCommand, ctx);
  const events = decision.ok ? decision.events : [];
  return { ...decision, state: events.reduce<ProjectState>((one, event) => projectDecider.evolve(one, event), state) };
}

/** What the clock owes until now, in the steps in which `commit` does it before any command; how many entries that makes. */
function played(known: Known, now: Instant): { state: ProjectState; entries: number } {
  let { state } = known;
  const { policy, calendars } = known.setting;
  for (let entries = 0; entries < maxStepsBefore; entries += 1) {
    const at = nextStepInstant(projectDecider.plan(state, policy, calendars), now);
    if (at === undefined) return { state, entries };
    const step = folded(state, { type: 'Wake', payload: {} }, contextOf(state.id, at, known.setting));
    if (!step.ok || step.events.length === 0) return { state, entries };
    state = step.state;
  }
  return { state, entries: maxStepsBefore };
}

function settingAfter(change: Change, { policy, calendars }: Setting): Setting {
  return 'version' in change ? { policy: change.policy, calendars } : { policy, calendars: change.calendarsOf(policy) };
}

function commandOf(change: Change): Command {
  return 'version' in change ? { type: 'AdoptPolicy', payload: { version: change.version } } : { type: 'Replan', payload: {} };
}

function decided(state: ProjectState, known: Known, change: Change, after: Setting, now: Instant): ReturnType<typeof folded> {
  const facts: DecideContext['facts'] =
    'version' in change ? { policies: { [change.version]: change.policy }, ...(known.call === undefined ? {} : { call: known.call }) } : {};
  // Another policy is adopted under the one that counts until then; other calendars count from the moment they are there.
  return folded(state, commandOf(change), contextOf(state.id, now, 'version' in change ? known.setting : after, facts));
}

/** What counts without the change, watched where that is possible. */
function watchedSetting(change: Change, setting: Setting): { watched: WatchedPolicy | undefined; setting: Setting } {
  const watched = 'version' in change ? change.watched?.(setting.policy) : undefined;
  watched?.forget();
  return { watched, setting: watched === undefined ? setting : { ...setting, policy: watched.policy } };
}

/**
 * Whether an act leaves all that will come as it is: it sets no date, and nothing that was asked for to foresee it differs. What is foreseen is made of what
 * is asked for and of nothing else, so it need not be foreseen again.
 */
function isSameFuture({ events }: { events: readonly ProjectEvent[] }, watched: WatchedPolicy | undefined): boolean {
  const [first, ...others] = events;
  return watched?.wasAsked() === false && first?.type === 'PolicyAdopted' && first.deadlines.length === 0 && others.length === 0;
}

/** What a change would do to one project, by the very functions that would do it: the act itself, and then what comes if nobody acts. */
export function thinkThrough(known: Known, change: Change, moment: Moment): DryRunProject {
  const { now, until, tonight } = moment;
  const { watched, setting } = watchedSetting(change, known.setting);
  const { state: start, entries } = played({ ...known, setting }, now);
  const country = start.hostCountry ?? null;
  const base = {
    projectId: start.id,
    rev: known.rev + entries,
    country,
    values: null,
    code: null,
    planHash: null,
    lines: [],
    kept: [],
    loads: {},
  };
  const after = settingAfter(change, known.setting);
  const act = decided(start, known, change, after, now);
  if (!act.ok) return { ...base, verdict: 'refuse', code: act.violation.code, values: act.violation.values ?? null };
  const mailsOf = (state: ProjectState, by: Setting) => [
    ...waitingMails(known.waiting, state, known.directory, now),
    ...foreseenMails(foresee(projectDecider, state.id, state, { ...by, until }).lines, state, known.directory, by),
  ];
  const was = mailsOf(start, setting);
  const is = isSameFuture(act, watched) ? was : mailsOf(act.state, after);
  const kept = 'version' in change ? deadlinesUnder(start, change.policy, { ...known.setting, now }).kept : [];
  return {
    ...base,
    verdict: act.events.length === 0 ? 'same' : 'apply',
    planHash: planHash(act.state, after.policy, after.calendars),
    lines: mailLines(was, is, tonight),
    kept,
    loads: mailLoads(was, is),
  };
}

/** The moment of a dry run: now, so many days ahead, and tomorrow morning. */
export function momentOf(now: Instant, days: number): Moment {
  const dayMs = 86_400_000;
  return { now, until: later(now, days * dayMs), tonight: later(now, dayMs) };
}
